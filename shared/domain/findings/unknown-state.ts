import type { Finding } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { findingAbout } from './finding-about.ts';

const UNKNOWN = 'server-account-of-unknown-state';

/**
 * A person who counts as consuming only because no channel tells whether the accounts are suspended. Policy:
 * suspended users do not consume a license (billing/reference/github-license-users), and neither an export nor
 * GitHub's GraphQL says who is; unknown counts as consuming. No seats: nobody knows whether there are any.
 */
export function unknownState(counted: CountedPerson): Finding[] {
  if (counted.consumption.reason !== UNKNOWN) return [];
  const accounts = counted.serverAccounts((reason) => reason === UNKNOWN);
  return [findingAbout('unknown-state', { accounts, people: [counted.key], seats: 0 })];
}
