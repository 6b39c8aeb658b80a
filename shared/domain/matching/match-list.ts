import type { ContentBytes } from '../content-bytes.ts';
import { NO_EMAIL } from '../email-numbers.ts';
import { NumbersBuilder } from '../numbers-builder.ts';
import { MATCH_RULES, type MatchRule } from '../person.ts';
import type { AccountEmails } from './account-emails.ts';
import type { AccountNumber } from './account-list.ts';
import type { MatchCandidate } from './candidate.ts';

/** Rule, account, other account, address. */
const FIELDS = 4;

/** Matches, by number from 0: all numbers in one array, since as many objects take several times the memory. */
export class MatchList {
  readonly #numbers = new NumbersBuilder(Int32Array);
  readonly #emails: AccountEmails['emails'];

  /** @param emails whose numbers the matches have. */
  constructor(emails: AccountEmails['emails']) {
    this.#emails = emails;
  }

  get size(): number {
    return this.#numbers.length / FIELDS;
  }

  add(rule: MatchRule, account: AccountNumber, other: AccountNumber, email: number): void {
    this.#numbers.add(MATCH_RULES.indexOf(rule));
    this.#numbers.add(account);
    this.#numbers.add(other);
    this.#numbers.add(email);
  }

  accountOf(match: number): AccountNumber {
    return this.#number(match, 1);
  }

  /** @throws {RangeError} for a number that no match has. */
  ruleOf(match: number): MatchRule {
    const rule = MATCH_RULES[this.#number(match, 0)];
    if (rule === undefined) throw new RangeError(`no match has the number ${match}`);
    return rule;
  }

  at(match: number): MatchCandidate {
    const email = this.#number(match, 3);
    return {
      rule: this.ruleOf(match),
      account: this.accountOf(match),
      with: this.otherOf(match),
      email: email === NO_EMAIL ? null : this.#emails.at(email),
    };
  }

  /** Which rule made it, and by which address. */
  addEvidenceTo(content: ContentBytes, match: number): void {
    content.addText(this.ruleOf(match));
    this.#emails.addTo(content, this.#number(match, 3));
  }

  otherOf(match: number): AccountNumber {
    return this.#number(match, 2);
  }

  #number(match: number, field: number): number {
    return this.#numbers.at(FIELDS * match + field);
  }
}
