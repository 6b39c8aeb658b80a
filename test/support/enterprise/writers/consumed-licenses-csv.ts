import { stringify } from 'csv-stringify/sync';
import type { ConsumedLicense } from '../planted.ts';
import { inBatches } from './batches.ts';
import { profileOf, totalUserAccounts } from './consumed-licenses-json.ts';

type Column = readonly [header: string, value: (license: ConsumedLicense) => string | number];

const empty = () => '';
const list = (items: readonly string[]) => items.join(', ');
const flag = (value: boolean | null) => (value === null ? '' : String(value));

/** Headers and their order as in a file that was published in 2024. */
const COLUMNS_OF_2024: readonly Column[] = [
  ['github_com_login', (license) => license.login],
  ['github_com_name', (license) => license.name],
  ['enterprise_server_user_ids', (license) => list(license.serverUserIds.map(idFirst))],
  ['github_com_user', (license) => flag(license.login !== '')],
  ['enterprise_server_user', (license) => flag(license.serverUserIds.length > 0)],
  ['visual_studio_subscription_user', (license) => flag(license.subscriber)],
  ['license_type', (license) => license.licenseType],
  ['github_com_profile', profileOf],
  ['github_com_member_roles', (license) => list(license.memberRoles)],
  ['github_com_enterprise_roles', (license) => list(license.enterpriseRoles)],
  ['github_com_verified_domain_emails', (license) => list(license.verifiedEmails)],
  ['github_com_saml_name_id', (license) => license.samlNameId],
  ['github_com_orgs_with_pending_invites', (license) => list(license.pendingInvites)],
  ['github_com_two_factor_auth', (license) => flag(license.twoFactorAuth)],
  ['github_com_two_factor_auth_required_by_date', empty],
  ['github_com_advanced_security_license_user', () => 'false'],
  ['enterprise_server_primary_emails', (license) => list(license.serverEmails)],
  ['visual_studio_license_status', (license) => license.subscriptionStatus],
  ['visual_studio_subscription_email', (license) => license.subscriptionEmail],
  ['total_user_accounts', totalUserAccounts],
];

/** Headers and their order as in GitHub's newest documentation of the report. */
const COLUMNS_NOW: readonly Column[] = [
  ['GitHub com login', (license) => license.login],
  ['GitHub com name', (license) => license.name],
  ['Enterprise server user ids', (license) => list(license.serverUserIds)],
  ['GitHub com user', (license) => flag(license.login !== '')],
  ['Enterprise server user', (license) => flag(license.serverUserIds.length > 0)],
  ['Visual studio subscription user', (license) => flag(license.subscriber)],
  ['License type', (license) => license.licenseType],
  ['GitHub com profile', profileOf],
  ['GitHub com member roles', (license) => list(license.memberRoles)],
  ['GitHub com enterprise roles', (license) => list(license.enterpriseRoles)],
  ['GitHub com verified domain emails', (license) => list(license.verifiedEmails)],
  ['GitHub com saml name', (license) => license.samlNameId],
  ['GitHub com orgs with pending invites', (license) => list(license.pendingInvites)],
  ['GitHub com two factor auth', (license) => flag(license.twoFactorAuth)],
  ['GitHub com two factor auth required by date', empty],
  ['GitHub com cost center', empty],
  ['GitHub com code security license user', () => 'false'],
  ['GitHub com secret protection license user', () => 'false'],
  ['Ghe license active', () => 'false'],
  ['Ghe license start date', empty],
  ['Ghe license end date', empty],
  ['Enterprise server primary emails', (license) => list(license.serverEmails)],
  ['Enterprise server advanced security user ids', empty],
  ['Enterprise server code security user ids', empty],
  ['Enterprise server secret protection user ids', empty],
  ['Visual studio license status', (license) => license.subscriptionStatus],
  ['Visual studio subscription email', (license) => license.subscriptionEmail],
  ['Total user accounts', totalUserAccounts],
];

export type CsvHeaders = 'of-2024' | 'now';

/** The consumed-licenses report that an owner downloads from GitHub. */
export function* consumedLicensesCsv(
  licenses: Iterable<ConsumedLicense>,
  headers: CsvHeaders,
): Generator<string> {
  const columns = headers === 'now' ? COLUMNS_NOW : COLUMNS_OF_2024;
  yield stringify([columns.map(([header]) => header)]);
  yield* inBatches(licenses, (batch) =>
    stringify(batch.map((license) => columns.map(([, value]) => value(license)))),
  );
}

/** The published file wrote `71:octodemo.com:Member` where the API writes `octodemo.com:71`. */
function idFirst(serverUserId: string): string {
  const separator = serverUserId.lastIndexOf(':');
  return `${serverUserId.slice(separator + 1)}:${serverUserId.slice(0, separator)}:Member`;
}
