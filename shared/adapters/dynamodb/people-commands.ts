import type { QueryCommandInput as SentQuery } from '@aws-sdk/client-dynamodb';
import type { GetCommandInput, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import {
  ENTRY_ATTRIBUTES,
  lookupItemOf,
  lookupKey,
  lookupPartition,
  personItemOf,
  personKey,
  shardPartition,
} from '../../contracts/ledger/person-item.ts';
import { UNSETTLED_PARTITION, unsettledItemOf, unsettledKey } from '../../contracts/ledger/unsettled-item.ts';
import type { Email } from '../../domain/email.ts';
import type { PersonId, Shard, ShardPlan, UnsettledNote } from '../../domain/ledger.ts';
import type { BatchWrite } from './batch-writer.ts';

/** Only what the comparison needs of each person. */
export function queryShard(table: string, shard: Shard): SentQuery {
  return {
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: shardPartition(shard) } },
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

export function notePuts(notes: readonly UnsettledNote[]): BatchWrite[] {
  return notes.map((note) => ({ PutRequest: { Item: unsettledItemOf(note) } }));
}

export function noteDeletes(notes: readonly UnsettledNote[]): BatchWrite[] {
  return notes.map(({ id }) => ({ DeleteRequest: { Key: unsettledKey(id) } }));
}

export function queryNotes(table: string): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': UNSETTLED_PARTITION },
    ConsistentRead: true,
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
