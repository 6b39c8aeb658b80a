import type { ContentBytes } from '../content-bytes.ts';
import { NumbersBuilder } from '../numbers-builder.ts';
import { MATCH_RULES, type MatchRule } from '../person.ts';
import type { AccountEmails } from './account-emails.ts';
import type { AccountNumber } from './account-list.ts';
import { candidateOf, evidenceOf, type MatchCandidate } from './candidate.ts';

/** The account and the rule as one number, and the other account. */
const FIELDS = 2;
const RULES = MATCH_RULES.length;

/** Matches, by number from 0: all numbers in one array, since as many objects take several times the memory. */
export class MatchList {
  readonly #numbers = new NumbersBuilder(Int32Array);
  readonly #addresses: AccountEmails;

  /** @param addresses of the accounts. */
  constructor(addresses: AccountEmails) {
    this.#addresses = addresses;
  }

  get size(): number {
    return this.#numbers.length / FIELDS;
  }

  add(rule: MatchRule, account: AccountNumber, other: AccountNumber): void {
    this.#numbers.add(RULES * account + MATCH_RULES.indexOf(rule));
    this.#numbers.add(other);
  }

  accountOf(match: number): AccountNumber {
    return Math.floor(this.#numbers.at(FIELDS * match) / RULES);
  }

  /** @throws {RangeError} for a number that no match has. */
  ruleOf(match: number): MatchRule {
    const rule = MATCH_RULES[this.#numbers.at(FIELDS * match) % RULES];
    if (rule === undefined || match >= this.size) throw new RangeError(`no match has the number ${match}`);
    return rule;
  }

  otherOf(match: number): AccountNumber {
    return this.#numbers.at(FIELDS * match + 1);
  }

  at(match: number): MatchCandidate {
    return candidateOf(this.ruleOf(match), this.accountOf(match), this.otherOf(match), this.#addresses);
  }

  /** Which rule made it, and by which address. */
  addEvidenceTo(content: ContentBytes, match: number): void {
    const rule = this.ruleOf(match);
    content.addText(rule);
    this.#addresses.emails.addTo(content, evidenceOf(rule, this.accountOf(match), this.#addresses));
  }
}
