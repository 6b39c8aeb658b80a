import { NO_EMAIL } from '../email-numbers.ts';
import type { AccountNumber } from './account-list.ts';
import type { Propose } from './candidate.ts';
import type { Roster } from './roster.ts';

/**
 * GitHub's own match: a row of its consumed licenses lists these accounts as one person's.
 * Policy: "Enterprise server user ids" of the consumed-licenses report (billing/reference/license-reports).
 * An account that our snapshot of its instance no longer has is not in the roster and matches nobody.
 */
export function githubMatches(roster: Roster, propose: Propose): void {
  let cloudAccount: AccountNumber = 0;
  for (let row = 0; row < roster.rows.length; row++) {
    const accounts = roster.listed.of(row);
    const anchor = roster.rows.hasLogin(row) ? cloudAccount++ : accounts[0];
    if (anchor === undefined) continue;
    for (const account of accounts) propose(account, anchor, NO_EMAIL);
  }
}
