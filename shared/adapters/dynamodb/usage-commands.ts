import type { GetCommandInput, PutCommandInput, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import {
  USAGE_HISTORY_PARTITION,
  USAGE_KEY,
  usageItemOf,
  usageOnDayItemOf,
} from '../../contracts/ledger/usage-item.ts';
import type { CommittedUsage, UsageOnDay } from '../../domain/usage.ts';

export function getUsage(table: string): GetCommandInput {
  return { TableName: table, Key: USAGE_KEY, ConsistentRead: true };
}

/**
 * When nobody has committed since the generation before, nor under a higher fencing number. Of two merges that began
 * with the same generation one is refused, comes again, and mends what the other wrote late: each may have written
 * people after the other had read them. Again when it is there already: the reply to the first attempt may have been
 * lost.
 */
export function putUsage(table: string, usage: CommittedUsage, fence: number): PutCommandInput {
  return {
    TableName: table,
    Item: usageItemOf(usage, fence),
    ConditionExpression:
      'attribute_not_exists(pk) OR merge_id = :merge_id OR (generation = :generation_before AND fence <= :fence)',
    ExpressionAttributeValues: {
      ':merge_id': usage.mergeId,
      ':generation_before': usage.generation - 1,
      ':fence': fence,
    },
  };
}

/**
 * Unless the point is there with this merge, with a later one, or with a later observation. Older points do not tell
 * their generation.
 */
export function putUsageOnDay(table: string, point: UsageOnDay, generation: number): PutCommandInput {
  return {
    TableName: table,
    Item: { ...usageOnDayItemOf(point), generation },
    ConditionExpression:
      'attribute_not_exists(pk) OR (merge_id <> :merge_id AND as_of <= :as_of ' +
      'AND (attribute_not_exists(generation) OR generation < :generation))',
    ExpressionAttributeValues: {
      ':merge_id': point.mergeId,
      ':as_of': point.asOf,
      ':generation': generation,
    },
  };
}

export function queryUsageHistory(table: string, from: string, to: string): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': USAGE_HISTORY_PARTITION, ':from': from, ':to': to },
  };
}
