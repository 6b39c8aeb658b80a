import * as z from 'zod';
import type { LicenseType, SecurityProduct } from '../../domain/account.ts';
import type { ConsumedLicense } from '../../domain/consumed-license.ts';
import type { LicensePage, PageRequest } from '../../ports.ts';
import { DEFAULT_PER_PAGE, MAX_PAGE, MAX_PER_PAGE } from './paging.ts';

/** A report is named by the merge that wrote it. */
const REPORT_ID = /^[\w-]{1,64}$/;

/** Null: that of the last merge. */
export const reportIdQuery = z
  .string()
  .regex(REPORT_ID, 'must be the id of a report')
  .nullable()
  .default(null);

export interface ConsumedLicensesQuery {
  /** Null: that of the last merge. */
  readonly reportId: string | null;
  readonly page: PageRequest;
}

/**
 * GitHub lowers a `per_page` that is too large without a word. That it takes anything else that is no page for the
 * default as well is inferred: no source tells, and a client that GitHub answers must not be refused here.
 */
function lenientNumber(fallback: number, max: number) {
  return z
    .string()
    .default('')
    .transform((text) => (/^0*[1-9]\d*$/.test(text) ? Math.min(Number(text), max) : fallback));
}

/**
 * `page` and `per_page` are GitHub's. `report_id` is ours: links carry it, so that a client who follows them stays
 * with what one merge has found while the next one commits.
 */
export const consumedLicensesQuerySchema = z
  .object({
    page: lenientNumber(1, MAX_PAGE),
    per_page: lenientNumber(DEFAULT_PER_PAGE, MAX_PER_PAGE),
    report_id: reportIdQuery,
  })
  .transform(
    ({ page, per_page: perPage, report_id: reportId }): ConsumedLicensesQuery => ({
      reportId,
      page: { page, perPage },
    }),
  );

const texts = z.array(z.string());

/**
 * One person who consumes a user license: whoever has accounts in the cloud and on several instances is one row.
 * Null where GitHub's schema allows it; `""` for the one text that it declares never to be null. Behind GitHub's
 * own keys come those that its documentation of the CSV adds, and which clients are known to read.
 */
export const consumedLicenseSchema = z.strictObject({
  github_com_login: z.string(),
  github_com_name: z.string().nullable(),
  /** `host:id` */
  enterprise_server_user_ids: texts,
  github_com_user: z.boolean(),
  enterprise_server_user: z.boolean(),
  visual_studio_subscription_user: z.boolean(),
  license_type: z.string(),
  github_com_profile: z.string().nullable(),
  github_com_member_roles: texts,
  github_com_enterprise_roles: texts,
  github_com_verified_domain_emails: texts,
  github_com_saml_name_id: z.string().nullable(),
  github_com_orgs_with_pending_invites: texts,
  github_com_two_factor_auth: z.boolean().nullable(),
  enterprise_server_emails: texts,
  visual_studio_license_status: z.string().nullable(),
  visual_studio_subscription_email: z.string().nullable(),
  total_user_accounts: z.int().min(1),
  enterprise_server_primary_emails: texts,
  github_com_two_factor_auth_required_by_date: z.string().nullable(),
  github_com_cost_center: z.string().nullable(),
  github_com_advanced_security_license_user: z.boolean().nullable(),
  github_com_code_security_license_user: z.boolean().nullable(),
  github_com_secret_protection_license_user: z.boolean().nullable(),
});

export type ConsumedLicenseBody = z.output<typeof consumedLicenseSchema>;

/**
 * `GET /enterprises/{enterprise}/consumed-licenses`, one page, as GitHub answers it. `total_seats_consumed` is the
 * number of users on all pages. `total_seats_purchased` is GitHub's, and left out when it is not known.
 */
export const consumedLicensesSchema = z.strictObject({
  total_seats_consumed: z.int().min(0),
  total_seats_purchased: z.int().min(0).optional(),
  users: z.array(consumedLicenseSchema),
});

export function consumedLicensesBody({
  items,
  total,
  seatsPurchased,
}: LicensePage): z.input<typeof consumedLicensesSchema> {
  return {
    total_seats_consumed: total,
    ...(seatsPurchased === null ? {} : { total_seats_purchased: seatsPurchased }),
    users: items.map(consumedLicenseBody),
  };
}

/** The REST API's example has the first in lower case; the second is known from the CSV only. */
const LICENSE_TYPES: Readonly<Record<LicenseType, string>> = {
  enterprise: 'enterprise',
  'visual-studio-subscription': 'Visual Studio subscription',
};

export function consumedLicenseBody(license: ConsumedLicense): ConsumedLicenseBody {
  const { login, serverAccounts, visualStudio, details } = license;
  return {
    github_com_login: login ?? '',
    github_com_name: details.name,
    enterprise_server_user_ids: [...serverAccounts],
    github_com_user: login !== null,
    enterprise_server_user: serverAccounts.length > 0,
    visual_studio_subscription_user: visualStudio !== null,
    license_type: LICENSE_TYPES[license.licenseType],
    github_com_profile: details.profile,
    github_com_member_roles: [...details.memberRoles],
    github_com_enterprise_roles: [...details.enterpriseRoles],
    github_com_verified_domain_emails: [...license.verifiedEmails],
    github_com_saml_name_id: license.samlNameId,
    github_com_orgs_with_pending_invites: [...details.organizationsWithPendingInvites],
    github_com_two_factor_auth: details.twoFactorAuth,
    enterprise_server_emails: [...license.serverPrimaryEmails],
    visual_studio_license_status: visualStudio?.status ?? null,
    visual_studio_subscription_email: visualStudio?.email ?? null,
    total_user_accounts: serverAccounts.length + (login === null ? 0 : 1),
    enterprise_server_primary_emails: [...license.serverPrimaryEmails],
    github_com_two_factor_auth_required_by_date: details.twoFactorAuthRequiredBy,
    github_com_cost_center: details.costCenter,
    github_com_advanced_security_license_user: uses(license, 'advanced-security'),
    github_com_code_security_license_user: uses(license, 'code-security'),
    github_com_secret_protection_license_user: uses(license, 'secret-protection'),
  };
}

/** Null: GitHub does not tell. */
function uses({ details }: ConsumedLicense, product: SecurityProduct): boolean | null {
  return details.securityProducts?.includes(product) ?? null;
}
