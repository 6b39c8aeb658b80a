import { describe, expect, test } from 'vitest';
import {
  licenseSyncStatusAnswer,
  licenseSyncStatusOf,
} from '../../../../shared/contracts/github/license-sync-status.ts';

const OBSERVED_AT = '2026-01-05T10:00:00.000Z';
const DATE = '2026-01-01T00:00:00Z';

function read(...instances: readonly object[]) {
  return licenseSyncStatusOf(licenseSyncStatusAnswer.parse({ server_instances: instances }), OBSERVED_AT);
}

const NEVER = { date: null, status: null, failed: false };

describe('the last sync', () => {
  test.each<[string, unknown, object]>([
    [
      'a success',
      { date: DATE, status: 'success', error: '' },
      { date: DATE, status: 'success', failed: false },
    ],
    [
      'a success in capitals',
      { date: DATE, status: 'SUCCESS' },
      { date: DATE, status: 'success', failed: false },
    ],
    ['one under way', { date: DATE, status: 'PENDING' }, { date: DATE, status: 'pending', failed: false }],
    ['a failure', { date: DATE, status: 'FAILURE' }, { date: DATE, status: 'failure', failed: true }],
    ['one that failed', { date: DATE, status: 'failed' }, { date: DATE, status: 'failed', failed: true }],
    ['an error', { date: DATE, status: 'error' }, { date: DATE, status: 'error', failed: true }],
    [
      'an error text',
      { date: DATE, status: 'success', error: 'oh' },
      { date: DATE, status: 'success', failed: true },
    ],
    ['nothing but nulls', { date: null, status: null, error: null }, NEVER],
    ['nothing but blanks', { date: ' ', status: ' ', error: ' ' }, NEVER],
    ['an empty object', {}, NEVER],
    ['an empty list', [], NEVER],
    ['an empty text', '', NEVER],
    ['null', null, NEVER],
    ['nothing', undefined, NEVER],
  ])('%s', (_, last_sync, expected) => {
    expect(read({ server_id: 'one', hostname: 'ghe.example.com', last_sync })).toEqual([
      {
        instance: { hostName: 'ghe.example.com', serverId: 'one', version: null },
        sync: { observedAt: OBSERVED_AT, ...expected },
      },
    ]);
  });

  test.each([['a text'], [7], [[{ date: DATE }]], [{ date: 7 }]])('cannot be %j', (last_sync) => {
    expect(() => read({ hostname: 'ghe.example.com', last_sync })).toThrow();
  });
});

test('host names become one form; an entry without one is left out', () => {
  const statuses = read(
    { server_id: 'two', hostname: 'https://GHE.example.com:8443/' },
    { server_id: 'none', hostname: '' },
    { server_id: 'nothing' },
    { hostname: 'a.example.com' },
  );
  expect(statuses.map(({ instance }) => instance)).toEqual([
    { hostName: 'a.example.com', serverId: null, version: null },
    { hostName: 'ghe.example.com', serverId: 'two', version: null },
  ]);
});

describe('an instance that was set up anew has two server ids', () => {
  const old = {
    server_id: 'old',
    hostname: 'ghe.example.com',
    last_sync: { date: '2025-01-01T00:00:00+01:00' },
  };
  const anew = { server_id: 'new', hostname: 'ghe.example.com', last_sync: { date: '2026-01-01T00:00:00Z' } };
  const idle = { server_id: 'idle', hostname: 'ghe.example.com' };

  test.each([
    [[old, anew], 'new'],
    [[anew, old, idle], 'new'],
    [[idle, old], 'old'],
  ])('the latest sync holds', (instances, expected) => {
    expect(read(...instances).map(({ instance }) => instance.serverId)).toEqual([expected]);
  });
});
