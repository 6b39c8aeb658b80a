import type { UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import { SCHEMA_VERSION } from '../../contracts/ledger/item.ts';
import { LEASE_KEY } from '../../contracts/ledger/lease-item.ts';
import type { HeldLease } from '../../ports.ts';

const NAMES = { '#owner': 'owner', '#fence': 'fence', '#expires_at_ms': 'expires_at_ms' };

const IS_HOLDER = '#owner = :owner AND #fence = :fence';

/**
 * When nobody holds the lease. Its owner may take it again, with a new fence: the reply to the first attempt may
 * have been lost, and the SDK sends the request once more.
 */
export function acquireLease(
  table: string,
  owner: string,
  times: { readonly nowMs: number; readonly expiresAtMs: number },
): UpdateCommandInput {
  return {
    TableName: table,
    Key: LEASE_KEY,
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
  table: string,
  { owner, fence }: HeldLease,
  expiresAtMs: number,
): UpdateCommandInput {
  return {
    TableName: table,
    Key: LEASE_KEY,
    UpdateExpression: 'SET #expires_at_ms = :expires_at_ms',
    ConditionExpression: IS_HOLDER,
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: { ':owner': owner, ':fence': fence, ':expires_at_ms': expiresAtMs },
    ReturnValues: 'ALL_NEW',
  };
}

/** When the lease is still its holder's. The item stays, so that the fence never falls. */
export function releaseLease(table: string, { owner, fence }: HeldLease): UpdateCommandInput {
  return {
    TableName: table,
    Key: LEASE_KEY,
    UpdateExpression: 'SET #expires_at_ms = :released REMOVE #owner',
    ConditionExpression: IS_HOLDER,
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: { ':owner': owner, ':fence': fence, ':released': 0 },
  };
}
