import { expect, test } from 'vitest';
import { AccountGroups } from '../../../../shared/domain/matching/join.ts';

test('a group has at most one cloud account, whichever side brings it', () => {
  // 0 and 1 are cloud accounts.
  const groups = new AccountGroups(5, 2);
  expect(groups.join(2, 0)).toBe('joined');
  expect(groups.join(0, 2)).toBe('already-joined');
  expect(groups.join(2, 3)).toBe('joined');
  expect(groups.join(3, 1)).toBe('two-cloud-accounts');
  expect([0, 1, 2, 3, 4].map((account) => groups.cloudAccountOf(account))).toEqual([0, 1, 0, 0, undefined]);
});
