import {
  type AttributeValue,
  QueryCommand,
  type QueryCommandInput as SentQuery,
} from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, paginateQuery, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';

/** All items that a query finds, over as many replies as it takes: DynamoDB ends each at 1 MB. */
export async function queryAll<Item>(
  client: DynamoDBDocumentClient,
  query: QueryCommandInput,
  parse: (item: unknown) => Item,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of paginateQuery({ client }, query)) {
    for (const item of page.Items ?? []) items.push(parse(item));
  }
  return items;
}

/** The same without making plain values of what DynamoDB sends, for queries that find thousands of items. */
export async function queryAllSent<Item>(
  client: DynamoDBDocumentClient,
  query: SentQuery,
  parse: (item: Record<string, AttributeValue>) => Item,
): Promise<Item[]> {
  const items: Item[] = [];
  let next: SentQuery['ExclusiveStartKey'];
  do {
    const page = await client.send(new QueryCommand({ ...query, ExclusiveStartKey: next }));
    for (const item of page.Items ?? []) items.push(parse(item));
    next = page.LastEvaluatedKey;
  } while (next !== undefined);
  return items;
}
