import type {
  LicenseFacts,
  LicenseRow,
  LicenseRowDetails,
  LicenseType,
  ServerAccountRef,
  VisualStudioSubscription,
} from '../../../domain/account.ts';
import { type Email, normalizeEmail } from '../../../domain/email.ts';
import { compactList } from '../../compact-list.ts';
import { securityProductsOf } from '../security-products.ts';
import type { ConsumedLicenseRow } from './consumed-license-row.ts';
import type { SharedStrings } from './shared-strings.ts';

const LICENSE_TYPES: ReadonlyMap<string, LicenseType> = new Map([
  ['enterprise', 'enterprise'],
  ['visual studio subscription', 'visual-studio-subscription'],
]);

const NONE: readonly never[] = [];

/** GitHub's row in the words of the domain. `strings` makes what many rows repeat one string. */
export function licenseRowOf(row: ConsumedLicenseRow, strings: SharedStrings): LicenseRow {
  const facts = licenseFactsOf(row);
  const serverAccounts = facts.serverAccounts.map((account) => sharingHostName(account, strings));
  return { ...facts, serverAccounts: compactList(serverAccounts), details: detailsOf(row, strings) };
}

function sharingHostName({ hostName, userId }: ServerAccountRef, strings: SharedStrings): ServerAccountRef {
  return { hostName: hostName === null ? null : strings.share(hostName), userId };
}

/** The same without what decides nothing. */
export function licenseFactsOf(row: ConsumedLicenseRow): LicenseFacts {
  return {
    login: textOf(row.github_com_login),
    serverAccounts: serverAccountsOf(row.enterprise_server_user_ids ?? NONE),
    serverPrimaryEmails: emailsOf(row.enterprise_server_emails, row.enterprise_server_primary_emails),
    verifiedEmails: emailsOf(row.github_com_verified_domain_emails),
    samlNameId: textOf(row.github_com_saml_name_id),
    licenseType: licenseTypeOf(row.license_type),
    visualStudio: visualStudioOf(row),
    totalUserAccounts: row.total_user_accounts ?? null,
  };
}

function detailsOf(row: ConsumedLicenseRow, strings: SharedStrings): LicenseRowDetails {
  const shared = (values: readonly string[] | null | undefined) =>
    strings.shareList((values ?? []).map((value) => value.trim()).filter((value) => value !== ''));
  return {
    name: textOf(row.github_com_name),
    profile: textOf(row.github_com_profile),
    memberRoles: shared(row.github_com_member_roles),
    enterpriseRoles: shared([
      ...(row.github_com_enterprise_roles ?? []),
      row.github_com_enterprise_role ?? '',
    ]),
    organizationsWithPendingInvites: shared(row.github_com_orgs_with_pending_invites),
    twoFactorAuth: row.github_com_two_factor_auth ?? null,
    twoFactorAuthRequiredBy: textOf(row.github_com_two_factor_auth_required_by_date),
    costCenter: textOf(row.github_com_cost_center),
    securityProducts: securityProductsOf({
      'advanced-security': row.github_com_advanced_security_license_user,
      'code-security': row.github_com_code_security_license_user,
      'secret-protection': row.github_com_secret_protection_license_user,
    }),
  };
}

export function licenseTypeOf(text: string | null | undefined): LicenseType | null {
  return LICENSE_TYPES.get(text?.trim().toLowerCase() ?? '') ?? null;
}

function textOf(value: string | null | undefined): string | null {
  return value?.trim() || null;
}

/**
 * Sorted, each once. What is no address is left out: the row stays, and one odd address must not keep the
 * file of a whole enterprise out.
 */
function emailsOf(...lists: (readonly string[] | null | undefined)[]): readonly Email[] {
  const emails: Email[] = [];
  for (const list of lists) {
    for (const address of list ?? []) {
      const email = normalizeEmail(address);
      if (email !== null) emails.push(email);
    }
  }
  return compactList(emails.length < 2 ? emails : [...new Set(emails)].sort());
}

/** Sorted by host name, then user id; each once. */
export function serverAccountsOf(accounts: readonly ServerAccountRef[]): readonly ServerAccountRef[] {
  // Mostly they are: it is told at a fraction of the cost.
  if (
    accounts.length < 2 ||
    accounts.every((account, index) => index === 0 || isBefore(accounts[index - 1], account))
  )
    return accounts;
  const byKey = new Map(accounts.map((account) => [`${account.hostName ?? ''}:${account.userId}`, account]));
  return [...byKey.values()].sort(byHostAndId);
}

function isBefore(one: ServerAccountRef | undefined, other: ServerAccountRef): boolean {
  return one !== undefined && byHostAndId(one, other) < 0;
}

function byHostAndId(one: ServerAccountRef, other: ServerAccountRef): number {
  const [host, otherHost] = [one.hostName ?? '', other.hostName ?? ''];
  if (host === otherHost) return one.userId - other.userId;
  return host < otherHost ? -1 : 1;
}

export function visualStudioOf(row: ConsumedLicenseRow): VisualStudioSubscription | null {
  if (row.visual_studio_subscription_user !== true) return null;
  return {
    email: normalizeEmail(row.visual_studio_subscription_email ?? ''),
    status: textOf(row.visual_studio_license_status),
  };
}
