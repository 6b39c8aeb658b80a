import type { LicenseFacts } from '../account.ts';
import type { AccountNumber } from './account-list.ts';
import type { MatchCandidate } from './candidate.ts';
import type { Roster } from './roster.ts';

/**
 * GitHub's own match: a row of its consumed licenses lists these accounts as one person's.
 * Policy: "Enterprise server user ids" of the consumed-licenses report (billing/reference/license-reports).
 * An account that our snapshot of its instance no longer has is not in the roster and matches nobody.
 */
export function* githubMatches(roster: Roster): Generator<MatchCandidate> {
  let cloudAccount: AccountNumber = 0;
  for (const row of roster.rows) {
    const accounts = listedAccounts(row, roster);
    const anchor = row.login === null ? accounts.shift() : cloudAccount++;
    if (anchor === undefined) continue;
    for (const account of accounts) yield { rule: 'github-match', account, with: anchor, email: null };
  }
}

/** The server accounts of a row that exist, in canonical order. */
export function listedAccounts(row: LicenseFacts, roster: Roster): AccountNumber[] {
  const accounts: AccountNumber[] = [];
  for (const { hostName, userId } of row.serverAccounts) {
    const account = hostName === null ? undefined : roster.numberOf(hostName, userId);
    if (account !== undefined) accounts.push(account);
  }
  return accounts.sort((a, b) => a - b);
}
