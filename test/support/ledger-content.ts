import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { paginateScan } from '@aws-sdk/lib-dynamodb';

/** What depends on when a merge ran and how often it was tried, and on nothing else. */
const OF_THE_MOMENT = new Set(['merge_id', 'merged_at', 'report_id', 'fence', 'accepted_at']);

/** Every item of the ledger but the lease, sorted by key, without what is of the moment. */
export async function ledgerContent(
  client: DynamoDBDocumentClient,
  table: string,
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for await (const page of paginateScan({ client }, { TableName: table, ConsistentRead: true })) {
    items.push(...(page.Items ?? []));
  }
  return items
    .filter(({ pk }) => pk !== 'lease')
    .map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => !OF_THE_MOMENT.has(name))))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf({ pk, sk }: Record<string, unknown>): string {
  return `${pk} ${sk}`;
}
