import { expect, test } from 'vitest';
import { decidesAccounts } from '../../../shared/domain/usage-snapshot.ts';

test.each([
  ['server:ghes-a', 'graphql', true],
  ['server:ghes-a', 'export', true],
  ['cloud', 'rest', true],
  ['cloud', 'export', true],
  // Linked identities: they name accounts of the license rows, and not all of them.
  ['cloud', 'graphql', false],
] as const)('which accounts %s has is told by %s: %s', (source, channel, decides) => {
  expect(decidesAccounts({ source, channel })).toBe(decides);
});
