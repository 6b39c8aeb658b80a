import type { ConsumedLicense } from '../planted.ts';
import { inBatches } from './batches.ts';

/** GitHub's greatest `per_page`. */
const LICENSES_PER_PAGE = 100;

export interface Seats {
  readonly consumed: number;
  readonly purchased: number;
}

/** GitHub's REST answer in one page that has all. */
export function* consumedLicensesPage(licenses: Iterable<ConsumedLicense>, seats: Seats): Generator<string> {
  yield `${pageStart(seats)}`;
  yield* inBatches(licenses, (batch, first) => (first ? '' : ',') + usersJson(batch));
  yield ']}\n';
}

/** All pages of GitHub's REST answer in an array, as a script that follows `Link` stores them. */
export function* consumedLicensesPages(licenses: Iterable<ConsumedLicense>, seats: Seats): Generator<string> {
  yield '[';
  yield* inBatches(
    licenses,
    (batch, first) => `${first ? '' : ','}${pageStart(seats)}${usersJson(batch)}]}`,
    LICENSES_PER_PAGE,
  );
  yield ']\n';
}

function pageStart({ consumed, purchased }: Seats): string {
  return `{"total_seats_consumed":${consumed},"total_seats_purchased":${purchased},"users":[`;
}

function usersJson(licenses: readonly ConsumedLicense[]): string {
  return licenses.map((license) => JSON.stringify(licenseJson(license))).join();
}

/** GitHub's example says `""` for no text, and even for an unknown boolean. */
export function licenseJson(license: ConsumedLicense) {
  return {
    github_com_login: license.login,
    github_com_name: license.name,
    enterprise_server_user_ids: license.serverUserIds,
    github_com_user: license.login !== '',
    enterprise_server_user: license.serverUserIds.length > 0,
    visual_studio_subscription_user: license.subscriber,
    license_type: license.licenseType,
    github_com_profile: profileOf(license),
    github_com_member_roles: license.memberRoles,
    github_com_enterprise_roles: license.enterpriseRoles,
    github_com_verified_domain_emails: license.verifiedEmails,
    github_com_saml_name_id: license.samlNameId,
    github_com_orgs_with_pending_invites: license.pendingInvites,
    github_com_two_factor_auth: license.twoFactorAuth ?? '',
    enterprise_server_emails: license.serverEmails,
    visual_studio_license_status: license.subscriptionStatus,
    visual_studio_subscription_email: license.subscriptionEmail,
    total_user_accounts: totalUserAccounts(license),
  };
}

export function profileOf({ login }: ConsumedLicense): string {
  return login === '' ? '' : `https://github.com/${login}`;
}

export function totalUserAccounts({ login, serverUserIds }: ConsumedLicense): number {
  return (login === '' ? 0 : 1) + serverUserIds.length;
}
