import { describe, expect, test } from 'vitest';
import {
  countAccounts,
  DEFAULT_HOLD_POLICY,
  isSettled,
  mustHold,
  removedAccounts,
} from '../../../shared/domain/hold.ts';
import { cloudSnapshot, licenseRow, ref, serverAccount, serverSnapshot } from '../../support/accounts.ts';

describe('a snapshot that removes accounts is held', () => {
  test.each([
    ['30 % of them are not too many', 100, 30, false],
    ['more than 30 % are', 100, 31, true],
    ['20 accounts are never too many', 20, 20, false],
    ['21 of 30 are', 30, 21, true],
    ['nothing removed', 100, 0, false],
    ['all of a large instance', 1000, 1000, true],
  ])('%s', (_, accounts, removed, held) => {
    expect(mustHold(accounts, removed, DEFAULT_HOLD_POLICY)).toBe(held);
  });
});

test.each([
  ['by usage that was observed later', '2026-03-03T00:00:00.000Z', true],
  ['by usage that was observed then as well', '2026-03-02T00:00:00.000Z', true],
  ['not by usage that was there before', '2026-03-01T00:00:00.000Z', false],
  ['not where there is none', null, false],
])('a held snapshot is settled %s', (_, newestObservedAt, settled) => {
  expect(isSettled('2026-03-02T00:00:00.000Z', newestObservedAt)).toBe(settled);
});

describe('the accounts that a snapshot removes', () => {
  const ofInstance = (...accounts: string[]) =>
    serverSnapshot(
      'ghes-a',
      accounts.map((key) => serverAccount(key)),
    );
  const ofCloud = (...logins: string[]) =>
    cloudSnapshot([
      ...logins.map((login) => licenseRow({ login })),
      licenseRow({ serverAccounts: [ref('ghes-a:1')] }),
    ]);

  test.each([
    [
      'of an instance: by user id',
      ofInstance('ghes-a:1', 'ghes-a:2'),
      ofInstance('ghes-a:2', 'ghes-a:3'),
      2,
      1,
    ],
    ['of the cloud: by login, whatever its case', ofCloud('Mona', 'lisa'), ofCloud('mona'), 2, 1],
    ['of the cloud: not those of instances in its rows', ofCloud(), ofCloud(), 0, 0],
  ])('%s', (_, before, after, accounts, removed) => {
    expect([countAccounts(before), removedAccounts(before, after)]).toEqual([accounts, removed]);
  });
});
