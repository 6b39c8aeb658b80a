import { doesConsume } from '../consumption.ts';
import type { Found } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { foundAbout } from './finding-about.ts';

/**
 * A person who consumes a license and whom none of GitHub's rows names. Policy: "any active user who has ever
 * authenticated" on an instance consumes a license (billing/reference/github-license-users), so GitHub will count
 * the person once the instance is synced. Where it is not known whether the accounts are suspended, GitHub may be
 * right: that is `unknown-state`.
 */
export function missingFromGithub(counted: CountedPerson): Found | null {
  const { countedRows } = counted;
  const { consumes, reason } = counted.consumption;
  if (countedRows === null || countedRows > 0) return null;
  if (!consumes || reason === 'server-account-of-unknown-state') return null;
  return foundAbout('missing-from-github', 0, () => ({
    accounts: counted.serverAccounts(doesConsume),
    people: [counted.key],
  }));
}
