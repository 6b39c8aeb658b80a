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
import type { CanonicalKey, Person } from './person.ts';

/** What few people have. */
export type FurtherContent = Pick<Person, 'visualStudioSubscriptions' | 'ambiguities'>;
export const NOTHING_FURTHER: FurtherContent = { visualStudioSubscriptions: [], ambiguities: [] };

/**
 * A part of everybody's content. To be raised when who consumes is decided otherwise, or what a content has by number
 * has other numbers (rules of matches, license types, states): so everybody is written anew.
 */
export const CONTENT_VERSION = 1;

/**
 * Adds what decides whether somebody is the same as before: all of a person that is not worked out of the rest, every
 * part in its place, whichever the numbers of this merge. Dates of observation are no part of a person, so seeing the
 * same again changes nothing.
 * @param further null for who has none of it.
 */
export function addPersonTo(
  content: ContentDigests,
  columns: PeopleColumns,
  person: PersonNumber,
  further: FurtherContent | null,
): void {
  content.addNumber(CONTENT_VERSION);
  addAccounts(content, columns, person);
  addMatches(content, columns, person);
  if (further !== null) addFurther(content, further);
}

/** Of who is nothing but a key. */
export function addKeyTo(content: ContentDigests, key: CanonicalKey): void {
  content.addNumber(CONTENT_VERSION);
  content.addText(key);
}

function addFurther(
  content: ContentDigests,
  { visualStudioSubscriptions, ambiguities }: FurtherContent,
): void {
  content.addNumber(visualStudioSubscriptions.length);
  for (const email of visualStudioSubscriptions) content.addText(email);
  content.addNumber(ambiguities.length);
  for (const { refused, cloudAccounts } of ambiguities) {
    const { rule, account, with: other, email } = refused;
    content.addText(JSON.stringify([rule, account, other, email, cloudAccounts]));
  }
}

function addAccounts(content: ContentDigests, columns: PeopleColumns, person: PersonNumber): void {
  const { accounts, accountNumbers, rows } = columns;
  const row = accounts.cloudRowOf(firstAccountOf(columns, person));
  if (row === NO_ROW) content.addNothing();
  else rows.addAccountTo(content, row);
  for (let place = accountNumbers.start(person); place < accountNumbers.end(person); place++) {
    const account = accountNumbers.at(place);
    const instance = accounts.instanceOf(account);
    if (instance === undefined) continue;
    content.addRepeated(instance.accounts.hostName);
    instance.accounts.addTo(content, account - instance.start);
  }
  content.addNothing();
}

/** The address that is the evidence of a match is told by its rule and the account. */
function addMatches(content: ContentDigests, columns: PeopleColumns, person: PersonNumber): void {
  const { matches } = columns;
  for (let match = matchStart(columns, person); match < matchEnd(columns, person); match++) {
    content.addNumber(matches.ruleNumberOf(match));
    addPlace(content, columns, person, matches.accountOf(match));
    addPlace(content, columns, person, matches.otherOf(match));
  }
  content.addNothing();
}

/** Which of the person's accounts it is. */
function addPlace(
  content: ContentDigests,
  { accountNumbers }: PeopleColumns,
  person: PersonNumber,
  account: AccountNumber,
): void {
  const first = accountNumbers.start(person);
  let place = first;
  while (accountNumbers.at(place) !== account) place++;
  content.addNumber(place - first);
}
