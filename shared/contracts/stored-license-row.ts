import * as z from 'zod';
import type {
  LicenseFacts,
  LicenseRow,
  LicenseRowDetails,
  ServerAccountRef,
  VisualStudioSubscription,
} from '../domain/account.ts';
import { compactList } from './compact-list.ts';
import { isPlainLicenseRow } from './plain-license-row.ts';
import { storedEmail, storedHostName, storedLicenseType, storedSecurityProduct } from './stored-values.ts';

const storedServerAccountRef = z.object({ host_name: storedHostName.optional(), user_id: z.int() });

export const storedDetails = z.object({
  name: z.string().optional(),
  profile: z.string().optional(),
  member_roles: z.array(z.string()),
  enterprise_roles: z.array(z.string()),
  organizations_with_pending_invites: z.array(z.string()),
  two_factor_auth: z.boolean().optional(),
  two_factor_auth_required_by: z.string().optional(),
  cost_center: z.string().optional(),
  security_products: z.array(storedSecurityProduct).optional(),
});

export const storedVisualStudio = z.object({
  email: storedEmail.optional(),
  status: z.string().optional(),
});

/** What decides of a license row in a snapshot. An absent field is an unknown one. */
export const storedLicenseFacts = z.object({
  login: z.string().optional(),
  server_accounts: z.array(storedServerAccountRef),
  server_primary_emails: z.array(storedEmail),
  verified_emails: z.array(storedEmail),
  saml_name_id: z.string().optional(),
  license_type: storedLicenseType.optional(),
  visual_studio: storedVisualStudio.optional(),
  total_user_accounts: z.int().optional(),
});

export const storedLicenseRow = storedLicenseFacts.extend({ details: storedDetails });

export type StoredLicenseFacts = z.infer<typeof storedLicenseFacts>;
export type StoredLicenseRow = z.infer<typeof storedLicenseRow>;
export type StoredDetails = z.infer<typeof storedDetails>;
export type StoredVisualStudio = z.infer<typeof storedVisualStudio>;
export type StoredServerAccountRef = z.infer<typeof storedServerAccountRef>;

export function storeLicenseRow(row: LicenseRow): StoredLicenseRow {
  return {
    login: row.login ?? undefined,
    server_accounts: row.serverAccounts.map(storeServerAccountRef),
    server_primary_emails: row.serverPrimaryEmails.slice(),
    verified_emails: row.verifiedEmails.slice(),
    saml_name_id: row.samlNameId ?? undefined,
    license_type: row.licenseType ?? undefined,
    visual_studio: row.visualStudio ? storeVisualStudio(row.visualStudio) : undefined,
    total_user_accounts: row.totalUserAccounts ?? undefined,
    details: storeDetails(row.details),
  };
}

/** Throws ZodError for what is not of the stored shape. */
export function parseLicenseRow(entry: unknown): LicenseRow {
  const stored = isPlainLicenseRow(entry) ? entry : storedLicenseRow.parse(entry);
  return { ...restoreLicenseFacts(stored), details: restoreDetails(stored.details) };
}

/** The same without a look at the details. */
export function parseLicenseFacts(entry: unknown): LicenseFacts {
  return restoreLicenseFacts(storedLicenseFacts.parse(entry));
}

function restoreLicenseFacts(stored: StoredLicenseFacts): LicenseFacts {
  return {
    login: stored.login ?? null,
    serverAccounts: compactList(stored.server_accounts.map(restoreServerAccountRef)),
    serverPrimaryEmails: compactList(stored.server_primary_emails),
    verifiedEmails: compactList(stored.verified_emails),
    samlNameId: stored.saml_name_id ?? null,
    licenseType: stored.license_type ?? null,
    visualStudio: stored.visual_studio ? restoreVisualStudio(stored.visual_studio) : null,
    totalUserAccounts: stored.total_user_accounts ?? null,
  };
}

function storeServerAccountRef({ hostName, userId }: ServerAccountRef): StoredServerAccountRef {
  return { host_name: hostName ?? undefined, user_id: userId };
}

function restoreServerAccountRef(stored: StoredServerAccountRef): ServerAccountRef {
  return { hostName: stored.host_name ?? null, userId: stored.user_id };
}

export function storeVisualStudio({ email, status }: VisualStudioSubscription): StoredVisualStudio {
  return { email: email ?? undefined, status: status ?? undefined };
}

export function restoreVisualStudio(stored: StoredVisualStudio): VisualStudioSubscription {
  return { email: stored.email ?? null, status: stored.status ?? null };
}

export function storeDetails(details: LicenseRowDetails): StoredDetails {
  return {
    name: details.name ?? undefined,
    profile: details.profile ?? undefined,
    member_roles: details.memberRoles.slice(),
    enterprise_roles: details.enterpriseRoles.slice(),
    organizations_with_pending_invites: details.organizationsWithPendingInvites.slice(),
    two_factor_auth: details.twoFactorAuth ?? undefined,
    two_factor_auth_required_by: details.twoFactorAuthRequiredBy ?? undefined,
    cost_center: details.costCenter ?? undefined,
    security_products: details.securityProducts?.slice(),
  };
}

export function restoreDetails(stored: StoredDetails): LicenseRowDetails {
  return {
    name: stored.name ?? null,
    profile: stored.profile ?? null,
    memberRoles: stored.member_roles,
    enterpriseRoles: stored.enterprise_roles,
    organizationsWithPendingInvites: stored.organizations_with_pending_invites,
    twoFactorAuth: stored.two_factor_auth ?? null,
    twoFactorAuthRequiredBy: stored.two_factor_auth_required_by ?? null,
    costCenter: stored.cost_center ?? null,
    securityProducts: stored.security_products ?? null,
  };
}
