import type { ServerAccountRef } from '../../../domain/account.ts';
import type { PlainUsers } from '../json/plain-users.ts';
import { RecordScanner } from '../json/record-scanner.ts';
import { RecordsAhead } from '../json/records-ahead.ts';
import { TapeValues } from '../json/tape-values.ts';
import { MAX_EMAILS, MAX_NAME_LENGTH, MAX_SERVER_ACCOUNTS } from '../limits.ts';
import { COLUMN_NUMBERS, type ConsumedLicenseRow, LICENSE_COLUMNS, LOGIN } from './consumed-license-row.ts';
import { parseServerAccountRef } from './server-account-ref.ts';

/**
 * The license rows that are plain and as `consumedLicenseRow` wants them: it would say the same of them, at several
 * times the cost. What differs in anything is left to it.
 */
export class PlainLicenseRows implements PlainUsers {
  readonly #scanner = new RecordScanner({ read: LICENSE_COLUMNS });
  readonly #records = new RecordsAhead(this.#scanner, []);
  readonly #values: RowValues;
  readonly #add: (row: ConsumedLicenseRow) => boolean;

  /** @param add returns false when the row is not to be had as things are. */
  constructor(add: (row: ConsumedLicenseRow) => boolean) {
    this.#values = new RowValues(this.#scanner.tape);
    this.#add = add;
  }

  take(chunk: Buffer, start: number): number | null {
    const end = this.#records.read(chunk, start);
    if (end === null) return null;
    const row = plainRow(this.#values);
    return row !== null && this.#add(row) ? end : null;
  }
}

function plainRow(values: RowValues): ConsumedLicenseRow | null {
  values.begin();
  const row: ConsumedLicenseRow = {
    github_com_login: values.login(COLUMN_NUMBERS.github_com_login),
    github_com_name: values.text(COLUMN_NUMBERS.github_com_name),
    github_com_profile: values.text(COLUMN_NUMBERS.github_com_profile),
    github_com_saml_name_id: values.name(COLUMN_NUMBERS.github_com_saml_name_id),
    github_com_verified_domain_emails: values.emails(COLUMN_NUMBERS.github_com_verified_domain_emails),
    github_com_member_roles: values.texts(COLUMN_NUMBERS.github_com_member_roles),
    github_com_enterprise_role: values.text(COLUMN_NUMBERS.github_com_enterprise_role),
    github_com_enterprise_roles: values.texts(COLUMN_NUMBERS.github_com_enterprise_roles),
    github_com_orgs_with_pending_invites: values.texts(COLUMN_NUMBERS.github_com_orgs_with_pending_invites),
    github_com_two_factor_auth: values.flag(COLUMN_NUMBERS.github_com_two_factor_auth),
    github_com_two_factor_auth_required_by_date: values.text(
      COLUMN_NUMBERS.github_com_two_factor_auth_required_by_date,
    ),
    github_com_cost_center: values.text(COLUMN_NUMBERS.github_com_cost_center),
    github_com_advanced_security_license_user: values.flag(
      COLUMN_NUMBERS.github_com_advanced_security_license_user,
    ),
    github_com_code_security_license_user: values.flag(COLUMN_NUMBERS.github_com_code_security_license_user),
    github_com_secret_protection_license_user: values.flag(
      COLUMN_NUMBERS.github_com_secret_protection_license_user,
    ),
    enterprise_server_user_ids: values.serverAccounts(COLUMN_NUMBERS.enterprise_server_user_ids),
    enterprise_server_emails: values.emails(COLUMN_NUMBERS.enterprise_server_emails),
    enterprise_server_primary_emails: values.emails(COLUMN_NUMBERS.enterprise_server_primary_emails),
    license_type: values.text(COLUMN_NUMBERS.license_type),
    visual_studio_subscription_user: values.flag(COLUMN_NUMBERS.visual_studio_subscription_user),
    visual_studio_subscription_email: values.text(COLUMN_NUMBERS.visual_studio_subscription_email),
    visual_studio_license_status: values.text(COLUMN_NUMBERS.visual_studio_license_status),
    total_user_accounts: values.number(COLUMN_NUMBERS.total_user_accounts),
  };
  return values.areFine ? row : null;
}

/** As in `consumedLicenseRow`; a blank in place of a flag or a list is left to it. */
export class RowValues extends TapeValues {
  login(column: number): string | null | undefined {
    const login = this.name(column);
    return typeof login !== 'string' || LOGIN.test(login) ? login : this.fail();
  }

  name(column: number): string | null | undefined {
    const name = this.text(column);
    return typeof name !== 'string' || name.length <= MAX_NAME_LENGTH ? name : this.fail();
  }

  emails(column: number): string[] | null | undefined {
    return this.texts(column, MAX_EMAILS);
  }

  serverAccounts(column: number): ServerAccountRef[] | null | undefined {
    return this.texts(column, MAX_SERVER_ACCOUNTS)?.map(
      (text) => parseServerAccountRef(text.trim()) ?? this.#unreadAccount(),
    );
  }

  #unreadAccount(): ServerAccountRef {
    this.fail();
    return { hostName: null, userId: 0 };
  }
}
