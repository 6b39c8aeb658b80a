import { describe, expect, it } from 'vitest';
import {
  acquireLease,
  releaseLease,
  renewLease,
} from '../../../../shared/adapters/dynamodb/lease-commands.ts';

const LEASE = { table: 'ledger', key: { pk: 'lease', sk: 'sync' } };

describe('the lease', () => {
  const held = { owner: 'me', fence: 7, expiresAtMs: 1000 };

  it('is taken when it is free, has expired or is mine, and its fence rises by one', () => {
    expect(acquireLease(LEASE, 'me', { nowMs: 500, expiresAtMs: 1500 })).toEqual({
      TableName: 'ledger',
      Key: { pk: 'lease', sk: 'sync' },
      UpdateExpression:
        'SET #owner = :owner, #expires_at_ms = :expires_at_ms, schema_version = :schema_version ADD #fence :one',
      ConditionExpression: 'attribute_not_exists(pk) OR #expires_at_ms <= :now_ms OR #owner = :owner',
      ExpressionAttributeNames: { '#owner': 'owner', '#fence': 'fence', '#expires_at_ms': 'expires_at_ms' },
      ExpressionAttributeValues: {
        ':owner': 'me',
        ':now_ms': 500,
        ':expires_at_ms': 1500,
        ':one': 1,
        ':schema_version': 1,
      },
      ReturnValues: 'ALL_NEW',
    });
  });

  it.each([
    ['renewed', renewLease(LEASE, held, 2000), 'SET #expires_at_ms = :expires_at_ms'],
    ['released', releaseLease(LEASE, held), 'SET #expires_at_ms = :released REMOVE #owner'],
  ])('is %s by its holder only', (_, command, update) => {
    expect(command).toMatchObject({
      UpdateExpression: update,
      ConditionExpression: '#owner = :owner AND #fence = :fence',
      ExpressionAttributeValues: { ':owner': 'me', ':fence': 7 },
    });
  });
});
