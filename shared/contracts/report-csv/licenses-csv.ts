import type { ConsumedLicense } from '../../domain/consumed-license.ts';
import type { CsvHeaders } from '../../domain/download.ts';
import { type ConsumedLicenseBody, consumedLicenseBody } from '../http/consumed-licenses.ts';
import { type CsvColumn, type CsvOptions, csvText } from './csv-text.ts';

type LicenseKey = keyof ConsumedLicenseBody;

/** A column that GitHub has and we know nothing of: it is there, and empty. */
const UNKNOWN = null;

/** Of GitHub's newest files, in their order. That a name has no `id` at its end is GitHub's. */
const CURRENT_COLUMNS: readonly (readonly [name: string, key: LicenseKey | typeof UNKNOWN])[] = [
  ['GitHub com login', 'github_com_login'],
  ['GitHub com name', 'github_com_name'],
  ['Enterprise server user ids', 'enterprise_server_user_ids'],
  ['GitHub com user', 'github_com_user'],
  ['Enterprise server user', 'enterprise_server_user'],
  ['Visual studio subscription user', 'visual_studio_subscription_user'],
  ['License type', 'license_type'],
  ['GitHub com profile', 'github_com_profile'],
  ['GitHub com member roles', 'github_com_member_roles'],
  ['GitHub com enterprise roles', 'github_com_enterprise_roles'],
  ['GitHub com verified domain emails', 'github_com_verified_domain_emails'],
  ['GitHub com saml name', 'github_com_saml_name_id'],
  ['GitHub com orgs with pending invites', 'github_com_orgs_with_pending_invites'],
  ['GitHub com two factor auth', 'github_com_two_factor_auth'],
  ['GitHub com two factor auth required by date', 'github_com_two_factor_auth_required_by_date'],
  ['GitHub com cost center', 'github_com_cost_center'],
  ['GitHub com code security license user', 'github_com_code_security_license_user'],
  ['GitHub com secret protection license user', 'github_com_secret_protection_license_user'],
  ['Ghe license active', UNKNOWN],
  ['Ghe license start date', UNKNOWN],
  ['Ghe license end date', UNKNOWN],
  ['Enterprise server primary emails', 'enterprise_server_primary_emails'],
  ['Enterprise server advanced security user ids', UNKNOWN],
  ['Enterprise server code security user ids', UNKNOWN],
  ['Enterprise server secret protection user ids', UNKNOWN],
  ['Visual studio license status', 'visual_studio_license_status'],
  ['Visual studio subscription email', 'visual_studio_subscription_email'],
  ['Total user accounts', 'total_user_accounts'],
];

/** Of the files of 2024, in their order: named as in the API. */
const LEGACY_COLUMNS: readonly LicenseKey[] = [
  'github_com_login',
  'github_com_name',
  'enterprise_server_user_ids',
  'github_com_user',
  'enterprise_server_user',
  'visual_studio_subscription_user',
  'license_type',
  'github_com_profile',
  'github_com_member_roles',
  'github_com_enterprise_roles',
  'github_com_verified_domain_emails',
  'github_com_saml_name_id',
  'github_com_orgs_with_pending_invites',
  'github_com_two_factor_auth',
  'github_com_two_factor_auth_required_by_date',
  'github_com_advanced_security_license_user',
  'enterprise_server_primary_emails',
  'visual_studio_license_status',
  'visual_studio_subscription_email',
  'total_user_accounts',
];

const COLUMNS: Readonly<Record<CsvHeaders, readonly CsvColumn<ConsumedLicenseBody>[]>> = {
  current: CURRENT_COLUMNS.map(([name, key]) => [name, (row) => (key === UNKNOWN ? null : row[key])]),
  legacy: LEGACY_COLUMNS.map((key) => [key, (row) => row[key]]),
};

export interface LicensesCsvOptions extends CsvOptions {
  readonly headers: CsvHeaders;
}

/** Consumed licenses in the columns of GitHub's CSV, with the values of GitHub's API. A few rows at a time. */
export function licensesCsv(
  licenses: Iterable<ConsumedLicense> | AsyncIterable<ConsumedLicense>,
  { headers, byteOrderMark }: LicensesCsvOptions,
): AsyncGenerator<string> {
  return csvText(COLUMNS[headers], bodiesOf(licenses), { byteOrderMark });
}

async function* bodiesOf(
  licenses: Iterable<ConsumedLicense> | AsyncIterable<ConsumedLicense>,
): AsyncGenerator<ConsumedLicenseBody> {
  for await (const license of licenses) yield consumedLicenseBody(license);
}
