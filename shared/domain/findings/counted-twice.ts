import type { Finding } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { findingAbout } from './finding-about.ts';
import { accountsOfRow } from './github-rows.ts';

/**
 * One person by the documented rule, and several of GitHub's rows that consume a license. Policy: a person
 * "consumes a single user license" (about license sync), but GitHub counts each account that it has not matched
 * (billing/how-tos/troubleshooting/enterprise-license-usage). Every row but one is a license to be got back.
 */
export function countedTwice(counted: CountedPerson): Finding[] {
  if ((counted.countedRows ?? 0) < 2) return [];
  const { person, rows } = counted;
  return [
    findingAbout('counted-twice', {
      accounts: rows.flatMap((row) => accountsOfRow(row, person)),
      people: [person.key],
      emails: person.matches.flatMap(({ email }) => email ?? []),
      seats: rows.length - 1,
    }),
  ];
}
