import { NO_LIST, NumberLists } from '../number-lists.ts';
import { NumbersBuilder } from '../numbers-builder.ts';
import { MATCH_RULES, type MatchRule } from '../person.ts';
import { release } from '../release.ts';
import type { AccountEmails } from './account-emails.ts';
import type { AccountNumber } from './account-list.ts';
import { candidateOf, type MatchCandidate } from './candidate.ts';

/** The account and the rule as one number, and the other account. */
const FIELDS = 2;
const RULES = MATCH_RULES.length;

/** Matches, by number from 0: all numbers in one array, since as many objects take several times the memory. */
export class MatchList {
  #numbers: NumbersBuilder<Int32Array<ArrayBuffer>>;
  readonly #addresses: AccountEmails;

  /** @param addresses of the accounts. @param most that are to be expected. */
  constructor(addresses: AccountEmails, most = 0) {
    this.#addresses = addresses;
    this.#numbers = new NumbersBuilder(Int32Array, FIELDS * most);
  }

  get size(): number {
    return this.#numbers.length / FIELDS;
  }

  add(rule: MatchRule, account: AccountNumber, other: AccountNumber): void {
    this.#numbers.add(RULES * account + MATCH_RULES.indexOf(rule));
    this.#numbers.add(other);
  }

  /**
   * Numbers them anew: those of the first group, then those of the next one, each in the order in which they came.
   * @param groupOf by account
   */
  sortByGroup(groupOf: Int32Array, groups: number): void {
    const groupOfMatch = this.#groupsOfMatches(groupOf);
    const lists = new NumberLists(groups, groupOfMatch);
    release(groupOfMatch);
    const sorted = this.#sortedBy(lists);
    lists.release();
    this.#numbers.release();
    this.#numbers = sorted;
  }

  #groupsOfMatches(groupOf: Int32Array): Int32Array<ArrayBuffer> {
    const groupOfMatch = new Int32Array(this.size);
    for (let match = 0; match < groupOfMatch.length; match++)
      groupOfMatch[match] = groupOf[this.accountOf(match)] ?? NO_LIST;
    return groupOfMatch;
  }

  #sortedBy(lists: NumberLists): NumbersBuilder<Int32Array<ArrayBuffer>> {
    const { size } = this;
    const sorted = new NumbersBuilder(Int32Array, FIELDS * size);
    for (let place = 0; place < size; place++) {
      const match = FIELDS * lists.at(place);
      sorted.add(this.#numbers.at(match));
      sorted.add(this.#numbers.at(match + 1));
    }
    return sorted;
  }

  accountOf(match: number): AccountNumber {
    return (this.#numbers.at(FIELDS * match) / RULES) | 0;
  }

  /** @throws {RangeError} for a number that no match has. */
  ruleOf(match: number): MatchRule {
    const rule = MATCH_RULES[this.ruleNumberOf(match)];
    if (rule === undefined || match >= this.size) throw new RangeError(`no match has the number ${match}`);
    return rule;
  }

  /** The place of its rule among all rules. */
  ruleNumberOf(match: number): number {
    return this.#numbers.at(FIELDS * match) % RULES;
  }

  otherOf(match: number): AccountNumber {
    return this.#numbers.at(FIELDS * match + 1);
  }

  at(match: number): MatchCandidate {
    return candidateOf(this.ruleOf(match), this.accountOf(match), this.otherOf(match), this.#addresses);
  }
}
