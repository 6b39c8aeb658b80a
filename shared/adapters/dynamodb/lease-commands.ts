import type { GetCommandInput, UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { type ItemKey, SCHEMA_VERSION } from '../../contracts/ledger/item.ts';
import type { HeldLease } from '../../ports.ts';

/** Which lease, and where. */
export interface LeaseItem {
  readonly table: string;
  readonly key: ItemKey;
}

const NAMES = { '#owner': 'owner', '#fence': 'fence', '#expires_at_ms': 'expires_at_ms' };

const IS_HOLDER = '#owner = :owner AND #fence = :fence';

export function getLease({ table, key }: LeaseItem): GetCommandInput {
  return { TableName: table, Key: key, ConsistentRead: true };
}

/**
 * When nobody holds the lease. Its owner may take it again, with a new fence: the reply to the first attempt may
 * have been lost, and the SDK sends the request once more.
 */
export function acquireLease(
  { table, key }: LeaseItem,
  owner: string,
  times: { readonly nowMs: number; readonly expiresAtMs: number },
): UpdateCommandInput {
  return {
    TableName: table,
    Key: key,
    UpdateExpression:
      'SET #owner = :owner, #expires_at_ms = :expires_at_ms, schema_version = :schema_version ADD #fence :one',
    ConditionExpression: 'attribute_not_exists(pk) OR #expires_at_ms <= :now_ms OR #owner = :owner',
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: {
      ':owner': owner,
      ':expires_at_ms': times.expiresAtMs,
      ':now_ms': times.nowMs,
      ':one': 1,
      ':schema_version': SCHEMA_VERSION,
    },
    ReturnValues: 'ALL_NEW',
  };
}

/** When the lease is still its holder's. */
export function renewLease(
  { table, key }: LeaseItem,
  { owner, fence }: HeldLease,
  expiresAtMs: number,
): UpdateCommandInput {
  return {
    TableName: table,
    Key: key,
    UpdateExpression: 'SET #expires_at_ms = :expires_at_ms',
    ConditionExpression: IS_HOLDER,
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: { ':owner': owner, ':fence': fence, ':expires_at_ms': expiresAtMs },
    ReturnValues: 'ALL_NEW',
  };
}

/** When the lease is still its holder's. The item stays, so that the fence never falls. */
export function releaseLease({ table, key }: LeaseItem, { owner, fence }: HeldLease): UpdateCommandInput {
  return {
    TableName: table,
    Key: key,
    UpdateExpression: 'SET #expires_at_ms = :released REMOVE #owner',
    ConditionExpression: IS_HOLDER,
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: { ':owner': owner, ':fence': fence, ':released': 0 },
  };
}
