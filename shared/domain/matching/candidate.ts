import type { Email } from '../email.ts';
import { NO_EMAIL } from '../email-numbers.ts';
import type { MatchRule } from '../person.ts';
import type { AccountEmails } from './account-emails.ts';
import type { AccountNumber } from './account-list.ts';

/** Two accounts that a rule takes for one person's. */
export interface MatchCandidate {
  readonly rule: MatchRule;
  readonly account: AccountNumber;
  readonly with: AccountNumber;
  readonly email: Email | null;
}

/**
 * Takes two accounts that a rule takes for one person's. The address that both share is the primary one of the first,
 * a server account.
 */
export type Propose = (account: AccountNumber, other: AccountNumber) => void;

export function candidateOf(
  rule: MatchRule,
  account: AccountNumber,
  other: AccountNumber,
  addresses: AccountEmails,
): MatchCandidate {
  // GitHub's row alone is the evidence of its match.
  const email = rule === 'github-match' ? NO_EMAIL : addresses.primary(account);
  return { rule, account, with: other, email: email === NO_EMAIL ? null : addresses.emails.at(email) };
}
