import { type AccountKey, cloudAccountKey, type LicenseFacts, serverAccountKey } from '../account.ts';
import type { Finding } from '../finding.ts';
import type { CanonicalKey } from '../person.ts';
import { findingAbout } from './finding-about.ts';

/**
 * A row whose `total_user_accounts` is not the number of accounts that it names. INFERRED: in GitHub's example it
 * is the cloud account, if there is one, and the server accounts. A check of GitHub's data and no more, so no seats.
 * A row of which no account can be named, for want of a host name, is left out.
 */
export function totalsDisagree(row: LicenseFacts, people: readonly CanonicalKey[]): Finding[] {
  const counted = row.serverAccounts.length + (row.login === null ? 0 : 1);
  if (row.totalUserAccounts === null || row.totalUserAccounts === counted) return [];
  const accounts = accountsOf(row);
  if (accounts.length === 0) return [];
  const numbers = { told: row.totalUserAccounts, counted };
  return [findingAbout('totals-disagree', { accounts, people, numbers, seats: 0 })];
}

function accountsOf({ login, serverAccounts }: LicenseFacts): AccountKey[] {
  return [
    ...(login === null ? [] : [cloudAccountKey(login)]),
    ...serverAccounts.flatMap(({ hostName, userId }) =>
      hostName === null ? [] : [serverAccountKey(hostName, userId)],
    ),
  ];
}
