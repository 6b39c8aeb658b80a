import type { GetCommandInput, QueryCommandInput, UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import {
  ENTRY_ATTRIBUTES,
  lookupItemOf,
  lookupKey,
  lookupPartition,
  personItemOf,
  personKey,
  shardPartition,
} from '../../contracts/ledger/person-item.ts';
import type { Email } from '../../domain/email.ts';
import {
  type PersonId,
  type Shard,
  type ShardPlan,
  UNSETTLED,
  type UnsettledEntry,
} from '../../domain/ledger.ts';
import type { BatchWrite } from './batch-writer.ts';

/** Only what the comparison needs of each person. */
export function queryShard(table: string, shard: Shard): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': shardPartition(shard) },
    ProjectionExpression: ENTRY_ATTRIBUTES.join(', '),
    ConsistentRead: true,
  };
}

export function getPerson(table: string, id: PersonId): GetCommandInput {
  return { TableName: table, Key: personKey(id), ConsistentRead: true };
}

export function queryLookups(table: string, email: Email): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': lookupPartition(email) },
    ConsistentRead: true,
  };
}

/** Only of a person who is there: the update must not make an item of its own. */
export function unsettleEntry(table: string, { id, lookupEmails }: UnsettledEntry): UpdateCommandInput {
  return {
    TableName: table,
    Key: personKey(id),
    UpdateExpression: 'SET digest = :unsettled, lookup_emails = :lookup_emails',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':unsettled': UNSETTLED, ':lookup_emails': lookupEmails },
  };
}

export function lookupWrites(plan: ShardPlan): BatchWrite[] {
  return [
    ...plan.lookupPuts.map((lookup) => ({ PutRequest: { Item: lookupItemOf(lookup) } })),
    ...plan.lookupDeletes.map((lookup) => ({ DeleteRequest: { Key: lookupKey(lookup) } })),
  ];
}

export function peopleWrites(plan: ShardPlan): BatchWrite[] {
  return [
    ...plan.puts.map((person) => ({ PutRequest: { Item: personItemOf(person) } })),
    ...plan.deletes.map((id) => ({ DeleteRequest: { Key: personKey(id) } })),
  ];
}
