import type { Finding } from '../finding.ts';
import type { CountedPerson } from './counted-person.ts';
import { findingAbout } from './finding-about.ts';
import { accountsOfRow } from './github-rows.ts';

/**
 * A person who consumes nothing by our sources and whom GitHub counts: each account is suspended, or a user that the
 * instance made for itself. Policy: neither consumes a license (billing/reference/github-license-users), and GitHub
 * shows what the instance's last sync told it. One license; whatever GitHub counts beyond it is `counted-twice`.
 */
export function countedWithoutConsuming(counted: CountedPerson): Finding[] {
  if (counted.consumption.consumes || !counted.countedRows) return [];
  const { person, rows } = counted;
  return [
    findingAbout('counted-without-consuming', {
      accounts: rows.flatMap((row) => accountsOfRow(row, person)),
      people: [person.key],
      seats: 1,
    }),
  ];
}
