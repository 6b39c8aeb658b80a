import { NO_ACCOUNT } from './account-list.ts';
import type { Propose } from './candidate.ts';
import type { Roster } from './roster.ts';

/**
 * The same primary email on another instance: one person, with or without a cloud account.
 * Policy: a person "consumes a single user license, no matter how many instances" (about license sync); GitHub
 * states no rule for two instances without a cloud account, and one row of its report carries several ids.
 */
export function samePrimaryEmailMatches(roster: Roster, propose: Propose): void {
  const { accounts, primaryEmails } = roster;
  for (let account = accounts.cloudAccounts; account < accounts.size; account++) {
    const next = primaryEmails.nextWithSame(account);
    if (next !== NO_ACCOUNT) propose(next, account);
  }
}
