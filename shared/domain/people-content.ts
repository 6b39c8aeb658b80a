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
import type { Person } from './person.ts';

/** What few people have, or what is worked out of all the rest. */
export type FurtherContent = Pick<Person, 'visualStudioSubscriptions' | 'ambiguities' | 'consumption'>;

/**
 * Adds what decides whether somebody is the same as before: all of a person, every part in its place, whichever the
 * numbers of this merge. Dates of observation are no part of a person, so seeing the same again changes nothing.
 */
export function addPersonTo(
  content: ContentDigests,
  columns: PeopleColumns,
  person: PersonNumber,
  further: FurtherContent,
): void {
  addAccounts(content, columns, person);
  addMatches(content, columns, person);
  const { visualStudioSubscriptions, ambiguities, consumption } = further;
  content.addNumber(visualStudioSubscriptions.length);
  for (const email of visualStudioSubscriptions) content.addText(email);
  content.addNumber(ambiguities.length);
  for (const { refused, cloudAccounts } of ambiguities) {
    const { rule, account, with: other, email } = refused;
    content.addText(JSON.stringify([rule, account, other, email, cloudAccounts]));
  }
  content.addRepeated(consumption.reason);
  content.addRepeated(consumption.licenseType ?? '');
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

function addMatches(content: ContentDigests, columns: PeopleColumns, person: PersonNumber): void {
  const { matches } = columns;
  for (let match = matchStart(columns, person); match < matchEnd(columns, person); match++) {
    matches.addEvidenceTo(content, match);
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
