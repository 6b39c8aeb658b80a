import { serverAccountReason } from '../consumption.ts';
import type { Finding } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { findingAbout, keyOf } from './finding-about.ts';

/**
 * A person who counts as consuming only because no channel tells whether the accounts are suspended. Policy:
 * suspended users do not consume a license (billing/reference/github-license-users), and neither an export nor
 * GitHub's GraphQL says who is; unknown counts as consuming. No seats: nobody knows whether there are any.
 */
export function unknownState(counted: CountedPerson): Finding[] {
  if (counted.consumption.reason !== 'server-account-of-unknown-state') return [];
  const { person } = counted;
  const accounts = person.serverAccounts.filter(
    (account) => serverAccountReason(account) === 'server-account-of-unknown-state',
  );
  return [findingAbout('unknown-state', { accounts: accounts.map(keyOf), people: [person.key], seats: 0 })];
}
