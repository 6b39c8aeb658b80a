import type { Email } from './email.ts';
import { NO_EMAIL } from './email-numbers.ts';
import type { AccountEmails } from './matching/account-emails.ts';
import type { AccountNumber } from './matching/account-list.ts';
import { NONE } from './number-lists.ts';
import type { PeopleColumns } from './people-columns.ts';
import type { CanonicalKey } from './person.ts';

/** Of the person whose accounts are those of a group, by its root, the smallest of them. */
export function canonicalKey(
  { accounts, accountNumbers }: PeopleColumns,
  addresses: AccountEmails,
  root: AccountNumber,
): CanonicalKey {
  const login = accounts.loginOf(root);
  if (login !== null) return `login:${login.toLowerCase()}`;
  let smallest: Email | null = null;
  for (let account = accountNumbers.first(root); account !== NONE; account = accountNumbers.next(account)) {
    const number = addresses.primary(account);
    if (number === NO_EMAIL) continue;
    const email = addresses.emails.at(number);
    if (smallest === null || email < smallest) smallest = email;
  }
  return smallest === null ? `account:${accounts.keyOf(root)}` : `email:${smallest}`;
}
