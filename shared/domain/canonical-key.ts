import { type ServerAccount, serverAccountKey } from './account.ts';
import type { Email } from './email.ts';
import type { CanonicalKey, CloudAccount } from './person.ts';

export function canonicalKey(
  cloudAccount: CloudAccount | null,
  serverAccounts: readonly ServerAccount[],
): CanonicalKey {
  if (cloudAccount !== null) return `login:${cloudAccount.login.toLowerCase()}`;
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
