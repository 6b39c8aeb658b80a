import * as z from 'zod';
import type { ServerAccount } from '../../domain/account.ts';
import { type Email, normalizeEmail } from '../../domain/email.ts';
import type { HostName } from '../../domain/host-name.ts';
import { compactList } from '../compact-list.ts';
import { MAX_ACCOUNTS_WITH_ONE_EMAIL, MAX_EMAILS } from '../usage-file/limits.ts';
import { systemUserOf } from '../usage-file/server/accounts-of-file.ts';
import { CONNECTION_FIELDS, connection, nodeAnswer } from './connection.ts';

const EMAILS = `${CONNECTION_FIELDS} nodes { email isPrimary }`;

export const SERVER_ACCOUNTS_QUERY = `query ($id: ID!, $after: String) {
  node(id: $id) {
    ... on EnterpriseServerInstallation {
      userAccounts(first: 100, after: $after) {
        ${CONNECTION_FIELDS}
        nodes { id remoteUserId login isSiteAdmin emails(first: 20) { ${EMAILS} } }
      }
    }
  }
}`;

export const ACCOUNT_EMAILS_QUERY = `query ($id: ID!, $after: String) {
  node(id: $id) {
    ... on EnterpriseServerUserAccount { emails(first: 100, after: $after) { ${EMAILS} } }
  }
}`;

const email = z.object({ email: z.string(), isPrimary: z.boolean() });
export type WireEmail = z.infer<typeof email>;

const userAccount = z.object({
  id: z.string(),
  remoteUserId: z.int().positive(),
  /** Read for one thing: whether this is a system user. */
  login: z.string(),
  isSiteAdmin: z.boolean(),
  emails: connection(email),
});
export type WireUserAccount = z.infer<typeof userAccount>;

export const serverAccountsAnswer = nodeAnswer(z.object({ userAccounts: connection(userAccount) }));
export const accountEmailsAnswer = nodeAnswer(z.object({ emails: connection(email) }));

/** All that is kept. GitHub's GraphQL tells neither suspended nor dormant nor the security products. */
export function serverAccountOf(
  { remoteUserId, login, isSiteAdmin }: WireUserAccount,
  emails: readonly WireEmail[],
  hostName: HostName,
): ServerAccount {
  const primaryEmail = primaryEmailOf(emails);
  const addresses = new Set(emails.map((entry) => normalizeEmail(entry.email)));
  return {
    hostName,
    userId: remoteUserId,
    systemUser: systemUserOf(login),
    primaryEmail,
    furtherEmails: compactList(
      [...addresses]
        .filter((address): address is Email => address !== null && address !== primaryEmail)
        .sort(),
    ),
    suspended: null,
    dormant: null,
    siteAdmin: isSiteAdmin,
    securityProducts: null,
  };
}

/** Null as well when several are marked: people are matched on it, so it is not guessed. One may come twice. */
function primaryEmailOf(emails: readonly WireEmail[]): Email | null {
  const marked = emails.filter(({ isPrimary }) => isPrimary).map((entry) => normalizeEmail(entry.email));
  const [primary = null, ...others] = new Set(marked);
  return others.length > 0 ? null : primary;
}

/** Whether an account or a person made of the accounts would outgrow what the ledger holds, as for a dropped file. */
export function areTooCrowded(accounts: Iterable<ServerAccount>): boolean {
  const withPrimaryEmail = new Map<Email, number>();
  for (const { primaryEmail, furtherEmails } of accounts) {
    if ((furtherEmails?.length ?? 0) > MAX_EMAILS) return true;
    if (primaryEmail === null) continue;
    const crowd = (withPrimaryEmail.get(primaryEmail) ?? 0) + 1;
    if (crowd > MAX_ACCOUNTS_WITH_ONE_EMAIL) return true;
    withPrimaryEmail.set(primaryEmail, crowd);
  }
  return false;
}
