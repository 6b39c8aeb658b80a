import type { ServerAccountRef } from '../../../domain/account.ts';
import type { PlainUsers } from '../json/json-pages.ts';
import type { Column } from '../json/key-table.ts';
import { RecordScanner } from '../json/record-scanner.ts';
import { ValueChecks } from '../json/value-checks.ts';
import { MAX_EMAILS, MAX_NAME_LENGTH, MAX_SERVER_ACCOUNTS } from '../limits.ts';
import {
  type ConsumedLicenseRow,
  LICENSE_COLUMNS,
  type LicenseColumn,
  LOGIN,
} from './consumed-license-row.ts';
import { parseServerAccountRef } from './server-account-ref.ts';

/**
 * The license rows that are plain and as `consumedLicenseRow` wants them: it would say the same of them, at several
 * times the cost. What differs in anything is left to it.
 */
export class PlainLicenseRows implements PlainUsers {
  readonly #scanner: RecordScanner<LicenseColumn>;
  readonly #add: (row: ConsumedLicenseRow) => boolean;

  /**
   * @param unused columns whose texts need not be made.
   * @param add returns false when the row is not to be had as things are.
   */
  constructor(unused: readonly LicenseColumn[], add: (row: ConsumedLicenseRow) => boolean) {
    this.#scanner = new RecordScanner(LICENSE_COLUMNS, unused);
    this.#add = add;
  }

  take(chunk: Buffer, start: number): number | null {
    const end = this.#scanner.read(chunk, start);
    if (end === null) return null;
    const row = plainRow(this.#scanner.columns);
    return row !== null && this.#add(row) ? end : null;
  }
}

function plainRow(columns: Readonly<Record<LicenseColumn, Readonly<Column>>>): ConsumedLicenseRow | null {
  const checks = new RowChecks();
  const row: ConsumedLicenseRow = {
    github_com_login: checks.login(columns.github_com_login.value),
    github_com_name: checks.text(columns.github_com_name.value),
    github_com_profile: checks.text(columns.github_com_profile.value),
    github_com_saml_name_id: checks.name(columns.github_com_saml_name_id.value),
    github_com_verified_domain_emails: checks.emails(columns.github_com_verified_domain_emails.value),
    github_com_member_roles: checks.list(columns.github_com_member_roles.value),
    github_com_enterprise_role: checks.text(columns.github_com_enterprise_role.value),
    github_com_enterprise_roles: checks.list(columns.github_com_enterprise_roles.value),
    github_com_orgs_with_pending_invites: checks.list(columns.github_com_orgs_with_pending_invites.value),
    github_com_two_factor_auth: checks.flag(columns.github_com_two_factor_auth.value),
    github_com_two_factor_auth_required_by_date: checks.text(
      columns.github_com_two_factor_auth_required_by_date.value,
    ),
    github_com_cost_center: checks.text(columns.github_com_cost_center.value),
    github_com_advanced_security_license_user: checks.flag(
      columns.github_com_advanced_security_license_user.value,
    ),
    github_com_code_security_license_user: checks.flag(columns.github_com_code_security_license_user.value),
    github_com_secret_protection_license_user: checks.flag(
      columns.github_com_secret_protection_license_user.value,
    ),
    enterprise_server_user_ids: checks.serverAccounts(columns.enterprise_server_user_ids.value),
    enterprise_server_emails: checks.emails(columns.enterprise_server_emails.value),
    enterprise_server_primary_emails: checks.emails(columns.enterprise_server_primary_emails.value),
    license_type: checks.text(columns.license_type.value),
    visual_studio_subscription_user: checks.flag(columns.visual_studio_subscription_user.value),
    visual_studio_subscription_email: checks.text(columns.visual_studio_subscription_email.value),
    visual_studio_license_status: checks.text(columns.visual_studio_license_status.value),
    total_user_accounts: checks.count(columns.total_user_accounts.value),
  };
  return checks.areMet ? row : null;
}

/** As in `consumedLicenseRow`; a blank in place of a flag or a list is left to it. */
class RowChecks extends ValueChecks {
  login(value: unknown): string | null | undefined {
    const login = this.name(value);
    return typeof login !== 'string' || LOGIN.test(login) ? login : this.fail();
  }

  name(value: unknown): string | null | undefined {
    const name = this.text(value);
    return typeof name !== 'string' || name.length <= MAX_NAME_LENGTH ? name : this.fail();
  }

  list(value: unknown): string[] | null | undefined {
    return this.texts(value, Number.POSITIVE_INFINITY);
  }

  emails(value: unknown): string[] | null | undefined {
    return this.texts(value, MAX_EMAILS);
  }

  count(value: unknown): number | null | undefined {
    return typeof value === 'number' || value === null || value === undefined ? value : this.fail();
  }

  serverAccounts(value: unknown): ServerAccountRef[] | null | undefined {
    return this.texts(value, MAX_SERVER_ACCOUNTS)?.map(
      (text) => parseServerAccountRef(text.trim()) ?? this.#unreadAccount(),
    );
  }

  #unreadAccount(): ServerAccountRef {
    this.fail();
    return { hostName: null, userId: 0 };
  }
}
