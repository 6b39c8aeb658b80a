import { type ServerAccount, serverAccountKey } from './account.ts';
import type { Email } from './email.ts';
import type { CanonicalKey } from './person.ts';

/** @param login of the person's cloud account. */
export function canonicalKey(login: string | null, serverAccounts: readonly ServerAccount[]): CanonicalKey {
  if (login !== null) return `login:${login.toLowerCase()}`;
  let smallest: Email | null = null;
  for (const { primaryEmail, systemUser } of serverAccounts) {
    if (primaryEmail === null || systemUser !== null) continue;
    if (smallest === null || primaryEmail < smallest) smallest = primaryEmail;
  }
  if (smallest !== null) return `email:${smallest}`;
  const [first] = serverAccounts;
  if (first === undefined) throw new Error('a person has at least one account');
  return `account:${serverAccountKey(first.hostName, first.userId)}`;
}
