import { NumberLists } from '../number-lists.ts';
import { NO_ACCOUNT } from './account-list.ts';
import type { Propose } from './candidate.ts';
import type { Roster } from './roster.ts';

/**
 * GitHub's own match: a row of its consumed licenses lists these accounts as one person's.
 * Policy: "Enterprise server user ids" of the consumed-licenses report (billing/reference/license-reports).
 * An account that our snapshot of its instance no longer has is not in the roster and matches nobody.
 */
export function githubMatches({ accounts, rows, rowsOfAccounts }: Roster, propose: Propose): void {
  const listed = new NumberLists(rows.length, rowsOfAccounts.ofServerAccounts);
  for (let row = 0; row < rows.length; row++) {
    let first = accounts.cloudAccountOf(row);
    for (let place = listed.start(row); place < listed.end(row); place++) {
      const account = accounts.cloudAccounts + listed.at(place);
      if (first === NO_ACCOUNT) first = account;
      else propose(account, first);
    }
  }
  listed.release();
}
