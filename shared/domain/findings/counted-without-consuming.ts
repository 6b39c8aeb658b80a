import type { Found } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { foundAbout } from './finding-about.ts';
import { accountsOfRows } from './github-rows.ts';

/**
 * A person who consumes nothing by our sources and whom GitHub counts: each account is suspended, or a user that the
 * instance made for itself. Policy: neither consumes a license (billing/reference/github-license-users), and GitHub
 * shows what the instance's last sync told it. One license; whatever GitHub counts beyond it is `counted-twice`.
 */
export function countedWithoutConsuming(counted: CountedPerson): Found | null {
  if (counted.consumption.consumes || !counted.countedRows) return null;
  return foundAbout('counted-without-consuming', 1, () => ({
    accounts: accountsOfRows(counted),
    people: [counted.key],
  }));
}
