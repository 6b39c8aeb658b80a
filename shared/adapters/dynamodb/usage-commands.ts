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

/** Unless a holder of the lease with a higher fencing number has committed. */
export function putUsage(table: string, usage: CommittedUsage, fence: number): PutCommandInput {
  return {
    TableName: table,
    Item: usageItemOf(usage, fence),
    ConditionExpression: 'attribute_not_exists(fence) OR fence <= :fence',
    ExpressionAttributeValues: { ':fence': fence },
  };
}

/** Unless the point is there with this merge, or with a later observation. */
export function putUsageOnDay(table: string, point: UsageOnDay): PutCommandInput {
  return {
    TableName: table,
    Item: usageOnDayItemOf(point),
    ConditionExpression: 'attribute_not_exists(pk) OR (merge_id <> :merge_id AND as_of <= :as_of)',
    ExpressionAttributeValues: { ':merge_id': point.mergeId, ':as_of': point.asOf },
  };
}

export function queryUsageHistory(table: string, from: string, to: string): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': USAGE_HISTORY_PARTITION, ':from': from, ':to': to },
  };
}
