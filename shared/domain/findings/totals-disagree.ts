import { type AccountKey, cloudAccountKey, type LicenseFacts, serverAccountKey } from '../account.ts';
import type { Found } from '../finding.ts';
import type { LicenseRows } from '../license-rows.ts';
import type { CountedPerson } from './counted-person.ts';
import { findingAboutSource, foundAbout, foundAs } from './finding-about.ts';
import { countRows, type GithubLicenses } from './github-licenses.ts';

/**
 * A row whose `total_user_accounts` is not the number of accounts that it names. INFERRED: in GitHub's example it
 * is the cloud account, if there is one, and the server accounts. A check of GitHub's data and no more, so no seats.
 * A row of which no account can be named, for want of a host name, is left out.
 * @param whose row it is; null when it is nobody's.
 */
export function totalsDisagree(rows: LicenseRows, row: number, whose: CountedPerson | null): Found | null {
  const told = rows.totalUserAccountsAt(row);
  const counted = rows.countServerAccounts(row) + (rows.hasLogin(row) ? 1 : 0);
  if (told === null || told === counted) return null;
  const accounts = accountsOf(rows.at(row));
  if (accounts.length === 0) return null;
  return foundAbout('totals-disagree', 0, () => ({
    accounts,
    people: whose === null ? [] : [whose.key],
    numbers: { told, counted },
  }));
}

/**
 * GitHub's own total of consumed licenses is not the number of its rows that consume one. GitHub promises nowhere that
 * it is: pending invitations may consume a license (metered-license-measures), and the total may be of another day than
 * the rows, which a CSV gives without one. No seats, as above.
 */
export function totalDisagrees(licenses: GithubLicenses): Found[] {
  const counted = countRows(licenses);
  if (licenses.total === null || licenses.total === counted) return [];
  return [foundAs(findingAboutSource('totals-disagree', 'cloud', { told: licenses.total, counted }))];
}

function accountsOf({ login, serverAccounts }: LicenseFacts): AccountKey[] {
  return [
    ...(login === null ? [] : [cloudAccountKey(login)]),
    ...serverAccounts.flatMap(({ hostName, userId }) =>
      hostName === null ? [] : [serverAccountKey(hostName, userId)],
    ),
  ];
}
