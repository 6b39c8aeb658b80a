import * as z from 'zod';
import { parseServerAccountRef } from './server-account-ref.ts';

/** GitHub declares null for an empty value and sends `""` in its place, even for a boolean or a list. */
function blankable<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? null : value), schema.nullish());
}

const text = z.string('a text').nullish();
const flag = blankable(z.boolean('true or false'));
const list = blankable(z.array(z.string('a text'), 'a list of texts'));
export const count = blankable(z.int('a whole number').nonnegative('a whole number, 0 or more'));

const ACCOUNT_REF = 'a server account as `host:id`, `id:host:role` or `id`';
const serverAccounts = blankable(
  z.array(
    z.string(ACCOUNT_REF).transform((value, context) => {
      const account = parseServerAccountRef(value.trim());
      if (account === null) context.addIssue(ACCOUNT_REF);
      return account ?? z.NEVER;
    }),
    'a list of server accounts',
  ),
);

/**
 * One row of GitHub's consumed licenses, in the names of the REST API. Nothing is required: GitHub's schema
 * requires nothing, and the CSV has had other columns from year to year. Unknown keys are let pass.
 */
export const consumedLicenseRow = z.object(
  {
    github_com_login: text,
    github_com_name: text,
    github_com_profile: text,
    github_com_saml_name_id: text,
    github_com_verified_domain_emails: list,
    github_com_member_roles: list,
    /** Of older documentation, and still in GitHub's example. */
    github_com_enterprise_role: text,
    github_com_enterprise_roles: list,
    github_com_orgs_with_pending_invites: list,
    github_com_two_factor_auth: flag,
    github_com_two_factor_auth_required_by_date: text,
    github_com_cost_center: text,
    github_com_advanced_security_license_user: flag,
    github_com_code_security_license_user: flag,
    github_com_secret_protection_license_user: flag,
    enterprise_server_user_ids: serverAccounts,
    /** GitHub's schema has this name, its documentation and CSV the next: both are read. */
    enterprise_server_emails: list,
    enterprise_server_primary_emails: list,
    license_type: text,
    visual_studio_subscription_user: flag,
    visual_studio_subscription_email: text,
    visual_studio_license_status: text,
    total_user_accounts: count,
  },
  'a license row: an object',
);
export type ConsumedLicenseRow = z.infer<typeof consumedLicenseRow>;
export type LicenseColumn = keyof ConsumedLicenseRow;
export const LICENSE_COLUMNS = consumedLicenseRow.keyof().options;

/** How the one cell that a CSV has for a value is to be read. */
export function cellKind(column: LicenseColumn): 'text' | 'flag' | 'list' | 'count' {
  const schema: z.ZodType = consumedLicenseRow.shape[column];
  if (schema === flag) return 'flag';
  if (schema === count) return 'count';
  return schema === list || schema === serverAccounts ? 'list' : 'text';
}
