import type { DynamoDBDocumentClient, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { parseSortKey } from '../../contracts/ledger/item.ts';
import type { Page, PageRequest } from '../../ports.ts';
import { queryAll } from './query.ts';

/** Items of one partition whose sort keys are ULIDs: their order is that of time. */
export interface TimeOrderedLog {
  readonly table: string;
  readonly partition: string;
}

/** The ids of all items, newest first. */
export function queryIds({ table, partition }: TimeOrderedLog): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': partition },
    ProjectionExpression: 'sk',
    ScanIndexForward: false,
  };
}

/** The items from one id to another, both included, newest first. */
export function queryBetween(
  { table, partition }: TimeOrderedLog,
  newest: string,
  oldest: string,
): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :oldest AND :newest',
    ExpressionAttributeValues: { ':pk': partition, ':oldest': oldest, ':newest': newest },
    ScanIndexForward: false,
  };
}

/**
 * Reads the ids of all items for one page of them, since DynamoDB counts no pages. Items are a few kilobytes at
 * most and come a few times a week: ten years of them are a few replies.
 */
export async function listNewestFirst<Item>(
  client: DynamoDBDocumentClient,
  log: TimeOrderedLog & { readonly parse: (item: unknown) => Item },
  { page, perPage }: PageRequest,
): Promise<Page<Item>> {
  const ids = await queryAll(client, queryIds(log), (item) => parseSortKey(log.partition, item));
  const listed = ids.slice((page - 1) * perPage, page * perPage);
  const [newest, oldest] = [listed[0], listed.at(-1)];
  if (newest === undefined || oldest === undefined) return { items: [], total: ids.length };
  const items = await queryAll(client, queryBetween(log, newest, oldest), log.parse);
  return { items, total: ids.length };
}
