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
