import { type AccountKey, cloudAccountKey, type LicenseFacts } from '../account.ts';
import type { LicenseRows } from '../license-rows.ts';
import type { Person } from '../person.ts';
import type { CountedPerson } from './counted-person.ts';
import { keyOf } from './finding-about.ts';

/** GitHub counts a license for each row, but for a subscription that is linked to no account. */
export function consumesAtGithub(rows: LicenseRows, row: number): boolean {
  return rows.hasLogin(row) || rows.countServerAccounts(row) > 0;
}

/**
 * The license that GitHub counts for a person besides those of `counted-twice`: what there is to save on once the
 * person is counted once. Without GitHub's rows it is taken to count as the documented rule does.
 */
export function licenseAtGithub({ consumption, countedRows }: CountedPerson): 0 | 1 {
  const counts = countedRows === null ? consumption.consumes : countedRows > 0;
  return counts ? 1 : 0;
}

/** Of a person's accounts those that one of their rows has. */
export function accountsOfRows({ rows, person }: CountedPerson): AccountKey[] {
  return rows.flatMap((row) => accountsOfRow(row, person));
}

/** The account of a person's that a row has: the cloud account, else its server accounts but for those that are gone. */
function accountsOfRow(row: LicenseFacts, { serverAccounts }: Person): AccountKey[] {
  if (row.login !== null) return [cloudAccountKey(row.login)];
  return serverAccounts
    .filter(({ hostName, userId }) =>
      row.serverAccounts.some((ref) => ref.hostName === hostName && ref.userId === userId),
    )
    .map(keyOf);
}
