import { type AccountKey, cloudAccountKey, type LicenseFacts, serverAccountKey } from '../account.ts';
import type { Finding } from '../finding.ts';
import type { Person } from '../person.ts';
import { findingAbout } from './finding-about.ts';
import type { CountedPerson } from './github-rows.ts';

/**
 * One person by the documented rule, and several of GitHub's rows that consume a license. Policy: a person
 * "consumes a single user license" (about license sync), but GitHub counts each account that it has not matched
 * (billing/how-tos/troubleshooting/enterprise-license-usage). Every row but one is a license to be got back.
 */
export function countedTwice({ person, rows }: CountedPerson): Finding[] {
  if (rows === null || rows.length < 2) return [];
  return [
    findingAbout('counted-twice', {
      accounts: rows.flatMap((row) => accountsThatStandFor(row, person)),
      people: [person.key],
      emails: person.matches.flatMap(({ email }) => email ?? []),
      seats: rows.length - 1,
    }),
  ];
}

/** A row's cloud account; where it has none, its server accounts, those that are gone left out. */
function accountsThatStandFor(row: LicenseFacts, { serverAccounts }: Person): AccountKey[] {
  if (row.login !== null) return [cloudAccountKey(row.login)];
  return serverAccounts
    .filter(({ hostName, userId }) =>
      row.serverAccounts.some((ref) => ref.hostName === hostName && ref.userId === userId),
    )
    .map(({ hostName, userId }) => serverAccountKey(hostName, userId));
}
