import type { MatchCandidate } from './candidate.ts';
import type { Roster } from './roster.ts';

/**
 * The same primary email on another instance: one person, with or without a cloud account.
 * Policy: a person "consumes a single user license, no matter how many instances" (about license sync); GitHub
 * states no rule for two instances without a cloud account, and one row of its report carries several ids.
 */
export function* samePrimaryEmailMatches(roster: Roster): Generator<MatchCandidate> {
  for (let account = roster.cloudRows.length; account < roster.accounts.size; account++) {
    const next = roster.nextWithSamePrimaryEmail(account);
    const email = roster.accounts.serverAccount(account)?.primaryEmail ?? null;
    if (next !== undefined) yield { rule: 'same-primary-email', account: next, with: account, email };
  }
}
