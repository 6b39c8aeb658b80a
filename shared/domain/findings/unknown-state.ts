import type { Found } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { foundAbout } from './finding-about.ts';

const UNKNOWN = 'server-account-of-unknown-state';

/**
 * A person who counts as consuming only because no channel tells whether the accounts are suspended. Policy:
 * suspended users do not consume a license (billing/reference/github-license-users), and neither an export nor
 * GitHub's GraphQL says who is; unknown counts as consuming. No seats: nobody knows whether there are any.
 */
export function unknownState(counted: CountedPerson): Found | null {
  if (counted.consumption.reason !== UNKNOWN) return null;
  return foundAbout('unknown-state', 0, () => ({
    accounts: counted.serverAccounts((reason) => reason === UNKNOWN),
    people: [counted.key],
  }));
}
