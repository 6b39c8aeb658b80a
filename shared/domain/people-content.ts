import type { ContentDigests } from './content-digests.ts';
import type { AccountNumber } from './matching/account-list.ts';
import { NO_ROW } from './matching/rows-of-accounts.ts';
import {
  firstAccountOf,
  matchEnd,
  matchStart,
  type PeopleColumns,
  type PersonNumber,
} from './people-columns.ts';
import { type CanonicalKey, MATCH_RULES, type Person } from './person.ts';
import { release } from './release.ts';

/** What few people have. */
export type FurtherContent = Pick<Person, 'visualStudioSubscriptions' | 'ambiguities'>;
export const NOTHING_FURTHER: FurtherContent = { visualStudioSubscriptions: [], ambiguities: [] };

/**
 * In the contents of everybody. To be raised when who consumes is decided otherwise, or what a content has by number
 * has other numbers (rules of matches, license types, states): so everybody is written anew.
 */
export const CONTENT_VERSION = 2;

/**
 * Adds what decides whether people are the same as before: all of a person that is not worked out of the rest, whichever
 * the numbers of this merge. Of a person that is a content for each server account, and one for all the rest. Dates of
 * observation are no part of it, so seeing the same again changes nothing.
 * @param furtherOf null for who has none of it.
 */
export function addContentsTo(
  contents: ContentDigests,
  columns: PeopleColumns,
  furtherOf: (person: PersonNumber) => FurtherContent | null,
): void {
  contents.beginEachWith(beginningOf('the rest'));
  const people = columns.accounts.size - columns.matches.size;
  for (let person = 0; person < people; person++) addRest(contents, columns, person, furtherOf(person));
  addServerAccounts(contents, columns);
}

/** Of who is nothing but a key. */
export function addKeyTo(contents: ContentDigests, position: number, key: CanonicalKey): void {
  contents.beginEachWith(beginningOf('a key'));
  contents.addText(key);
  contents.end(position);
}

/** @param what has a space, if it is no name of a host. */
function beginningOf(what: string): string {
  return `${CONTENT_VERSION} ${what}`;
}

/** In the order of accounts, whose columns are gone through once then. */
function addServerAccounts(
  contents: ContentDigests,
  { accounts: { instances, size }, accountNumbers }: PeopleColumns,
): void {
  const personOf = accountNumbers.keys(size);
  for (const { accounts, start, end } of instances) {
    contents.beginEachWith(beginningOf(accounts.hostName));
    for (let account = start; account < end; account++) {
      accounts.addTo(contents, account - start);
      contents.end(personOf[account] ?? 0);
    }
  }
  release(personOf);
}

/** Nothing where server accounts are all that there is. */
function addRest(
  contents: ContentDigests,
  columns: PeopleColumns,
  person: PersonNumber,
  further: FurtherContent | null,
): void {
  const row = columns.accounts.cloudRowOf(firstAccountOf(columns, person));
  const [start, end] = [matchStart(columns, person), matchEnd(columns, person)];
  if (row === NO_ROW && start === end && further === null) return;
  if (row === NO_ROW) contents.addNothing();
  else columns.rows.addAccountTo(contents, row);
  for (let match = start; match < end; match++) addMatch(contents, columns, person, match);
  if (further !== null) addFurther(contents, further);
  contents.end(person);
}

function addFurther(
  content: ContentDigests,
  { visualStudioSubscriptions, ambiguities }: FurtherContent,
): void {
  // Behind the matches, of which there are more or fewer.
  content.addNothing();
  content.addNumber(visualStudioSubscriptions.length);
  for (const email of visualStudioSubscriptions) content.addText(email);
  content.addNumber(ambiguities.length);
  for (const { refused, cloudAccounts } of ambiguities) {
    const { rule, account, with: other, email } = refused;
    content.addText(JSON.stringify([rule, account, other, email, cloudAccounts]));
  }
}

/** Nobody has as many. */
const MOST_ACCOUNTS = 2 ** 24;
const RULES = MATCH_RULES.length;

/** The address that is the evidence of a match is told by its rule and the account. */
function addMatch(
  content: ContentDigests,
  columns: PeopleColumns,
  person: PersonNumber,
  match: number,
): void {
  const { matches } = columns;
  const account = placeOf(columns, person, matches.accountOf(match));
  const other = placeOf(columns, person, matches.otherOf(match));
  content.addNumber((other * MOST_ACCOUNTS + account) * RULES + matches.ruleNumberOf(match));
}

/** Which of the person's accounts it is. */
function placeOf({ accountNumbers }: PeopleColumns, person: PersonNumber, account: AccountNumber): number {
  const first = accountNumbers.start(person);
  let place = first;
  while (accountNumbers.at(place) !== account) place++;
  return place - first;
}
