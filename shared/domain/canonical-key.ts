import type { Email } from './email.ts';
import { NO_EMAIL } from './email-numbers.ts';
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
