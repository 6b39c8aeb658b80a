import { NumberLists } from '../number-lists.ts';
import type { Propose } from './candidate.ts';
import type { Roster } from './roster.ts';

/**
 * GitHub's own match: a row of its consumed licenses lists these accounts as one person's.
 * Policy: "Enterprise server user ids" of the consumed-licenses report (billing/reference/license-reports).
 * An account that our snapshot of its instance no longer has is not in the roster and matches nobody.
 */
export function githubMatches({ rows, rowOf }: Roster, propose: Propose): void {
  const listed = new NumberLists(rows.length, rowOf);
  for (let row = 0; row < rows.length; row++) {
    const first = listed.start(row);
    for (let place = first + 1; place < listed.end(row); place++) propose(listed.at(place), listed.at(first));
  }
  listed.release();
}
