import { createHash } from 'node:crypto';
import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { shardPartition } from '../../../shared/contracts/ledger/person-item.ts';
import { SHARDS } from '../../../shared/domain/ledger.ts';

/** Attributes that tell when something was first seen or last written: they depend on the order of the drops. */
const DATED = new Set(['first_seen_at', 'consumes_since', 'added_in', 'changed_in']);

/** One hash of all people of the ledger, equal for equal people. */
export async function ledgerDigest(client: DynamoDBClient, table: string): Promise<string> {
  const hash = createHash('sha256');
  for (const shard of SHARDS) {
    const query = {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: shardPartition(shard) } },
    };
    for await (const { Items = [] } of paginateQuery({ client }, query)) {
      for (const item of Items) hash.update(JSON.stringify(item, undatedAndSorted));
    }
  }
  return hash.digest('hex');
}

function undatedAndSorted(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const fields = Object.entries(value).filter(([name]) => !DATED.has(name));
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}
