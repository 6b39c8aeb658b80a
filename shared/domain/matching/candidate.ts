import type { Email } from '../email.ts';
import type { MatchRule } from '../person.ts';
import type { AccountNumber } from './account-list.ts';

/** Two accounts that a rule takes for one person's. */
export interface MatchCandidate {
  readonly rule: MatchRule;
  readonly account: AccountNumber;
  readonly with: AccountNumber;
  readonly email: Email | null;
}

/** Takes two accounts that a rule takes for one person's, with the number of the address both share, or NO_EMAIL. */
export type Propose = (account: AccountNumber, other: AccountNumber, email: number) => void;
