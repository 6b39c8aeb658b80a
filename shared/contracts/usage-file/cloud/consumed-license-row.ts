import * as z from 'zod';
import { keyNumbers } from '../json/key-numbers.ts';
import { MAX_EMAILS, MAX_NAME_LENGTH, MAX_SERVER_ACCOUNTS } from '../limits.ts';
import { parseServerAccountRef } from './server-account-ref.ts';

/** GitHub declares null for an empty value and sends `""` in its place, even for a boolean or a list. */
function blankable<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === '' ? null : value), schema.nullish());
}

const text = z.string('a text').nullish();
export const LOGIN = /^\s*[^\s\p{Cc}\p{Cs}]*\s*$/u;
const login = z
  .string('a login')
  .max(MAX_NAME_LENGTH, `a login of at most ${MAX_NAME_LENGTH} characters`)
  .regex(LOGIN, 'a login without white space within')
  .nullish();
const nameId = z.string('a text').max(MAX_NAME_LENGTH, `at most ${MAX_NAME_LENGTH} characters`).nullish();
const flag = blankable(z.boolean('true or false'));
const list = blankable(z.array(z.string('a text'), 'a list of texts'));
const emails = blankable(
  z
    .array(z.string('an email address'), 'a list of email addresses')
    .max(MAX_EMAILS, `at most ${MAX_EMAILS} addresses`),
);
export const count = blankable(z.int('a whole number').nonnegative('a whole number, 0 or more'));

const ACCOUNT_REF = 'a server account as `host:id`, `id:host:role` or `id`';
const serverAccounts = blankable(
  z
    .array(
      z.string(ACCOUNT_REF).transform((value, context) => {
        const account = parseServerAccountRef(value.trim());
        if (account === null) context.addIssue(ACCOUNT_REF);
        return account ?? z.NEVER;
      }),
      'a list of server accounts',
    )
    .max(MAX_SERVER_ACCOUNTS, `at most ${MAX_SERVER_ACCOUNTS} server accounts`),
);

/**
 * One row of GitHub's consumed licenses, in the names of the REST API. Nothing is required: GitHub's schema
 * requires nothing, and the CSV has had other columns from year to year. Unknown keys are let pass.
 */
export const consumedLicenseRow = z.object(
  {
    github_com_login: login,
    github_com_name: text,
    github_com_profile: text,
    github_com_saml_name_id: nameId,
    github_com_verified_domain_emails: emails,
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
    enterprise_server_emails: emails,
    enterprise_server_primary_emails: emails,
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

/** The place of each among them. */
export const COLUMN_NUMBERS = keyNumbers(LICENSE_COLUMNS);

/** How the one cell that a CSV has for a value is to be read. */
export function cellKind(column: LicenseColumn): 'text' | 'flag' | 'list' | 'count' {
  const schema: z.ZodType = consumedLicenseRow.shape[column];
  if (schema === flag) return 'flag';
  if (schema === count) return 'count';
  return schema === list || schema === emails || schema === serverAccounts ? 'list' : 'text';
}
