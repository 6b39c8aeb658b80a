import type { ContentBytes } from './content-bytes.ts';
import type { AccountNumber } from './matching/account-list.ts';
import { NO_ROW } from './matching/listed-accounts.ts';
import { NONE } from './number-lists.ts';
import type { PeopleColumns } from './people-columns.ts';
import type { Person } from './person.ts';

/** What few people have, or what is worked out of all the rest. */
export type FurtherContent = Pick<Person, 'visualStudioSubscriptions' | 'ambiguities' | 'consumption'>;

/**
 * Adds what decides whether somebody is the same as before: all of a person, every part in its place, whichever the
 * numbers of this merge. Dates of observation are no part of a person, so seeing the same again changes nothing.
 */
export function addPersonTo(
  content: ContentBytes,
  columns: PeopleColumns,
  root: AccountNumber,
  further: FurtherContent,
): void {
  addAccounts(content, columns, root);
  addMatches(content, columns, root);
  const { visualStudioSubscriptions, ambiguities, consumption } = further;
  content.addNumber(visualStudioSubscriptions.length);
  for (const email of visualStudioSubscriptions) content.addText(email);
  content.addNumber(ambiguities.length);
  for (const { refused, cloudAccounts } of ambiguities) {
    const { rule, account, with: other, email } = refused;
    content.addText(JSON.stringify([rule, account, other, email, cloudAccounts]));
  }
  content.addText(consumption.reason);
  content.addText(consumption.licenseType ?? '');
}

function addAccounts(content: ContentBytes, columns: PeopleColumns, root: AccountNumber): void {
  const { accounts, accountNumbers, rows } = columns;
  // The root is the smallest account, and cloud accounts come first.
  const row = accounts.cloudRowOf(root);
  if (row === NO_ROW) content.addNothing();
  else rows.addAccountTo(content, row);
  for (let account = accountNumbers.first(root); account !== NONE; account = accountNumbers.next(account)) {
    const instance = accounts.instanceOf(account);
    if (instance === undefined) continue;
    content.addText(instance.accounts.hostName);
    instance.accounts.addTo(content, account - instance.start);
  }
  content.addNothing();
}

function addMatches(content: ContentBytes, columns: PeopleColumns, root: AccountNumber): void {
  const { matches, matchNumbers } = columns;
  for (let match = matchNumbers.first(root); match !== NONE; match = matchNumbers.next(match)) {
    matches.addEvidenceTo(content, match);
    addPlace(content, columns, root, matches.accountOf(match));
    addPlace(content, columns, root, matches.otherOf(match));
  }
  content.addNothing();
}

/** Which of the person's accounts it is. */
function addPlace(
  content: ContentBytes,
  { accountNumbers }: PeopleColumns,
  root: AccountNumber,
  account: AccountNumber,
): void {
  let place = 0;
  for (let other = accountNumbers.first(root); other !== account; other = accountNumbers.next(other)) place++;
  content.addNumber(place);
}
