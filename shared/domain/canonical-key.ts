import type { Email } from './email.ts';
import { NO_EMAIL } from './email-numbers.ts';
import type { IdentityHashes } from './identity-hashes.ts';
import type { AccountEmails } from './matching/account-emails.ts';
import { firstAccountOf, type PeopleColumns, type PersonNumber } from './people-columns.ts';
import type { CanonicalKey } from './person.ts';

export function canonicalKey(
  columns: PeopleColumns,
  addresses: AccountEmails,
  person: PersonNumber,
): CanonicalKey {
  const { accounts, accountNumbers } = columns;
  const first = firstAccountOf(columns, person);
  const login = accounts.loginOf(first);
  if (login !== null) return `login:${login.toLowerCase()}`;
  let smallest: Email | null = null;
  for (let place = accountNumbers.start(person); place < accountNumbers.end(person); place++) {
    const number = addresses.primary(accountNumbers.at(place));
    if (number === NO_EMAIL) continue;
    const email = addresses.emails.at(number);
    if (smallest === null || email < smallest) smallest = email;
  }
  return smallest === null ? `account:${accounts.keyOf(first)}` : `email:${smallest}`;
}

/** What the person's id is the hash of, of most without making the canonical key. */
export function addIdentityTo(
  hashes: IdentityHashes,
  columns: PeopleColumns,
  addresses: AccountEmails,
  person: PersonNumber,
): void {
  const login = columns.accounts.loginSpanOf(firstAccountOf(columns, person));
  const email = login === null ? onlyPrimaryEmail(columns, addresses, person) : NO_EMAIL;
  if (email !== NO_EMAIL) hashes.addEmail(email);
  else if (login === null || !hashes.addLogin(login)) hashes.addKey(canonicalKey(columns, addresses, person));
}

/** NO_EMAIL where the person has none, or several. */
function onlyPrimaryEmail(
  { accountNumbers }: PeopleColumns,
  addresses: AccountEmails,
  person: PersonNumber,
): number {
  let only = NO_EMAIL;
  for (let place = accountNumbers.start(person); place < accountNumbers.end(person); place++) {
    const number = addresses.primary(accountNumbers.at(place));
    if (number === NO_EMAIL || number === only) continue;
    if (only !== NO_EMAIL) return NO_EMAIL;
    only = number;
  }
  return only;
}
