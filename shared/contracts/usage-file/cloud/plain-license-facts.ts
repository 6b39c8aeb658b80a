import type { VisualStudioSubscription } from '../../../domain/account.ts';
import { NO_EMAIL } from '../../../domain/email-numbers.ts';
import { LICENSE_TYPES } from '../../../domain/license-rows.ts';
import type { LicenseRowsBuilder } from '../../../domain/license-rows-builder.ts';
import { rowKey } from '../../../domain/row-key.ts';
import { NO_TEXT } from '../../../domain/text-list.ts';
import { EmailsOnTape } from '../emails-on-tape.ts';
import type { PlainUsers } from '../json/plain-users.ts';
import { RecordScanner, type UnusedKind } from '../json/record-scanner.ts';
import { type RecordTape, TAPE } from '../json/record-tape.ts';
import { RecordsAhead } from '../json/records-ahead.ts';
import { RepeatedTexts } from '../json/repeated-texts.ts';
import { NOWHERE } from '../json/tape-format.ts';
import { TapeValues } from '../json/tape-values.ts';
import { COLUMN_NUMBERS, LICENSE_COLUMNS, type LicenseColumn } from './consumed-license-row.ts';
import type { KnownServerAccounts } from './known-server-accounts.ts';
import { licenseTypeOf, visualStudioOf } from './license-row-of.ts';
import { NewLogins } from './new-logins.ts';
import { PlainLicenseEmails } from './plain-license-emails.ts';
import { PlainServerAccounts } from './plain-server-accounts.ts';
import { RowNames } from './row-names.ts';

const UNTOLD = -1;

/** Columns that decide nothing: only what their values are is checked. */
const UNUSED: ReadonlyMap<LicenseColumn, UnusedKind> = new Map([
  ['github_com_name', 'text'],
  ['github_com_profile', 'text'],
  ['github_com_member_roles', 'texts'],
  ['github_com_enterprise_role', 'text'],
  ['github_com_enterprise_roles', 'texts'],
  ['github_com_orgs_with_pending_invites', 'texts'],
  ['github_com_two_factor_auth', 'flag'],
  ['github_com_two_factor_auth_required_by_date', 'text'],
  ['github_com_cost_center', 'text'],
  ['github_com_advanced_security_license_user', 'flag'],
  ['github_com_code_security_license_user', 'flag'],
  ['github_com_secret_protection_license_user', 'flag'],
]);

/** Columns in which addresses are; a NameID may be one. */
const ADDRESSES: readonly LicenseColumn[] = [
  'github_com_verified_domain_emails',
  'github_com_saml_name_id',
  'enterprise_server_emails',
  'enterprise_server_primary_emails',
];

const UNKNOWN_TYPE = LICENSE_TYPES.indexOf(null);

/**
 * The license rows that are plain, as `licenseFactsOf` gives them, straight into columns: of logins and addresses no
 * strings are made. What differs in anything is left to the careful reader.
 */
export class PlainLicenseFacts implements PlainUsers {
  readonly #scanner = new RecordScanner({ read: LICENSE_COLUMNS, unused: UNUSED, addresses: ADDRESSES });
  readonly #tape: RecordTape = this.#scanner.tape;
  readonly #values = new TapeValues(this.#tape);
  readonly #rows: LicenseRowsBuilder;
  readonly #types = new RepeatedTexts((text) => LICENSE_TYPES.indexOf(licenseTypeOf(text)));
  readonly #newLogins: NewLogins;
  readonly #records: RecordsAhead;
  readonly #emails: PlainLicenseEmails;
  readonly #serverAccounts: PlainServerAccounts;
  readonly #names: RowNames;

  /** @param earlier of the rows before. */
  constructor(rows: LicenseRowsBuilder, earlier: KnownServerAccounts) {
    this.#rows = rows;
    const numbers = new EmailsOnTape(rows.emails, this.#tape);
    this.#newLogins = new NewLogins(rows.keys, COLUMN_NUMBERS.github_com_login);
    this.#records = new RecordsAhead(this.#scanner, [numbers, this.#newLogins]);
    this.#emails = new PlainLicenseEmails(this.#tape, numbers, rows.emails);
    this.#serverAccounts = new PlainServerAccounts(this.#tape, rows, earlier);
    this.#names = new RowNames(this.#tape, rows, numbers);
  }

  take(chunk: Buffer, start: number): number | null {
    const end = this.#records.read(chunk, start);
    return end !== null && this.#takeRow() ? end : null;
  }

  #takeRow(): boolean {
    const values = this.#values;
    values.begin();
    const visualStudio = this.#visualStudio();
    const type = this.#licenseType();
    const total = values.number(COLUMN_NUMBERS.total_user_accounts) ?? UNTOLD;
    const serverAccounts = this.#tape.memberAt(COLUMN_NUMBERS.enterprise_server_user_ids);
    if (!this.#serverAccounts.read(serverAccounts) || !this.#emails.read()) values.fail();
    const login = this.#name(COLUMN_NUMBERS.github_com_login);
    const nameId = this.#name(COLUMN_NUMBERS.github_com_saml_name_id);
    if (!values.areFine || this.#serverAccounts.hasAnyOfEarlierRow()) return false;
    const key = login === NOWHERE ? this.#newRowKey(visualStudio) : this.#newLogins.add(this.#tape, login);
    if (key === NO_TEXT) return false;
    this.#addLists();
    this.#rows.addRow({
      key,
      login: this.#names.addLogin(login),
      samlNameId: this.#names.addNameId(nameId, login),
      type,
      subscription: visualStudio === null ? 0 : this.#addSubscription(visualStudio),
      total,
    });
    return true;
  }

  #visualStudio() {
    const [email, status] = [
      this.#placeOfText(COLUMN_NUMBERS.visual_studio_subscription_email),
      this.#placeOfText(COLUMN_NUMBERS.visual_studio_license_status),
    ];
    if (this.#values.flag(COLUMN_NUMBERS.visual_studio_subscription_user) !== true) return null;
    return visualStudioOf({
      visual_studio_subscription_user: true,
      visual_studio_subscription_email: email === NOWHERE ? null : this.#tape.textAt(email),
      visual_studio_license_status: status === NOWHERE ? null : this.#tape.textAt(status),
    });
  }

  #licenseType(): number {
    const place = this.#placeOfText(COLUMN_NUMBERS.license_type);
    return place === NOWHERE ? UNKNOWN_TYPE : this.#types.numberAt(this.#tape, place);
  }

  /** NOWHERE for null and nothing. */
  #placeOfText(column: number): number {
    const place = this.#tape.memberAt(column);
    if (this.#tape.isText(place)) return place;
    if (this.#tape.kindAt(place) > TAPE.null) this.#values.fail();
    return NOWHERE;
  }

  /** NO_TEXT where nobody can be made of the row. */
  #newRowKey(visualStudio: VisualStudioSubscription | null): number {
    const first = this.#serverAccounts.first();
    const key = rowKey({ login: null, serverAccounts: first === null ? [] : [first], visualStudio });
    return key === null ? NO_TEXT : this.#rows.keys.add(key);
  }

  /** Where a name is; NOWHERE when there is none. One that is not ASCII, or has white space about it, is not plain. */
  #name(column: number): number {
    const place = this.#tape.memberAt(column);
    if (this.#tape.kindAt(place) <= TAPE.null) return NOWHERE;
    if (!this.#names.isPlain(place)) this.#values.fail();
    return this.#tape.startAt(place) === this.#tape.endAt(place) ? NOWHERE : place;
  }

  #addSubscription({ email, status }: VisualStudioSubscription): number {
    return this.#rows.addSubscription(email === null ? NO_EMAIL : this.#rows.emails.add(email), status);
  }

  #addLists(): void {
    const rows = this.#rows;
    const { verified, serverPrimary } = this.#emails;
    for (let index = 0; index < verified.length; index++) rows.addVerifiedEmail(verified.at(index));
    for (let index = 0; index < serverPrimary.length; index++)
      rows.addServerPrimaryEmail(serverPrimary.at(index));
    this.#serverAccounts.addToRow();
  }
}
