import type { Found } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { foundAbout } from './finding-about.ts';
import { accountsOfRows } from './github-rows.ts';

/**
 * One person by the documented rule, and several of GitHub's rows that consume a license. Policy: a person
 * "consumes a single user license" (about license sync), but GitHub counts each account that it has not matched
 * (billing/how-tos/troubleshooting/enterprise-license-usage). Every row but one is a license to be got back.
 */
export function countedTwice(counted: CountedPerson): Found | null {
  if ((counted.countedRows ?? 0) < 2) return null;
  return foundAbout('counted-twice', counted.rowNumbers.length - 1, () => ({
    accounts: accountsOfRows(counted),
    people: [counted.key],
    emails: counted.person.matches.flatMap(({ email }) => email ?? []),
  }));
}
