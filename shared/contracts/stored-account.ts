import * as z from 'zod';
import type { ServerAccount } from '../domain/account.ts';
import type { HostName } from '../domain/host-name.ts';
import { compactList } from './compact-list.ts';
import { storedEmail, storedSecurityProduct } from './stored-values.ts';

/** A server account in snapshots and in the ledger, without its host. An absent field is an unknown one. */
export const storedAccount = z.object({
  user_id: z.int(),
  system_user: z.enum(['ghost', 'scim-admin']).optional(),
  primary_email: storedEmail.optional(),
  further_emails: z.array(storedEmail).optional(),
  suspended: z.boolean().optional(),
  dormant: z.boolean().optional(),
  site_admin: z.boolean().optional(),
  security_products: z.array(storedSecurityProduct).optional(),
});

export type StoredAccount = z.infer<typeof storedAccount>;

export function storeAccount(account: ServerAccount): StoredAccount {
  return {
    user_id: account.userId,
    system_user: account.systemUser ?? undefined,
    primary_email: account.primaryEmail ?? undefined,
    further_emails: account.furtherEmails?.slice(),
    suspended: account.suspended ?? undefined,
    dormant: account.dormant ?? undefined,
    site_admin: account.siteAdmin ?? undefined,
    security_products: account.securityProducts?.slice(),
  };
}

/** Throws ZodError for what is not of the stored shape. */
export function parseAccount(entry: unknown, hostName: HostName): ServerAccount {
  return restoreAccount(storedAccount.parse(entry), hostName);
}

export function restoreAccount(stored: StoredAccount, hostName: HostName): ServerAccount {
  return {
    hostName,
    userId: stored.user_id,
    systemUser: stored.system_user ?? null,
    primaryEmail: stored.primary_email ?? null,
    furtherEmails: restoreList(stored.further_emails),
    suspended: stored.suspended ?? null,
    dormant: stored.dormant ?? null,
    siteAdmin: stored.site_admin ?? null,
    securityProducts: restoreList(stored.security_products),
  };
}

function restoreList<Item>(items: readonly Item[] | undefined): readonly Item[] | null {
  return items === undefined ? null : compactList(items);
}
