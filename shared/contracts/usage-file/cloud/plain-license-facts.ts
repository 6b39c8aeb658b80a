import type { VisualStudioSubscription } from '../../../domain/account.ts';
import { NO_EMAIL } from '../../../domain/email-numbers.ts';
import { LICENSE_TYPES } from '../../../domain/license-rows.ts';
import type { LicenseRowsBuilder } from '../../../domain/license-rows-builder.ts';
import { compareText, rowKey } from '../../../domain/row-key.ts';
import { NO_TEXT } from '../../../domain/text-list.ts';
import { EmailsOnTape } from '../emails-on-tape.ts';
import { UNTOLD } from '../json/license-row-format.ts';
import type { PlainUsers } from '../json/plain-users.ts';
import { RecordScanner, type UnusedKind } from '../json/record-scanner.ts';
import type { RecordTape } from '../json/record-tape.ts';
import { RecordsAhead } from '../json/records-ahead.ts';
import { RepeatedTexts } from '../json/repeated-texts.ts';
import { UNUSUAL_NAME } from '../json/row-names-format.ts';
import { NOWHERE } from '../json/tape-format.ts';
import { COLUMN_NUMBERS, LICENSE_COLUMNS, type LicenseColumn } from './consumed-license-row.ts';
import type { KnownServerAccounts } from './known-server-accounts.ts';
import { licenseTypeOf, visualStudioOf } from './license-row-of.ts';
import { LicenseRowsOnTape } from './license-rows-on-tape.ts';
import { NamesOnTape } from './names-on-tape.ts';
import { NewLogins } from './new-logins.ts';
import { PlainServerAccounts } from './plain-server-accounts.ts';
import { RowNames } from './row-names.ts';

const LOGIN = COLUMN_NUMBERS.github_com_login;
const NAME_ID = COLUMN_NUMBERS.github_com_saml_name_id;
const SERVER_ACCOUNTS = COLUMN_NUMBERS.enterprise_server_user_ids;

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
  readonly #rows: LicenseRowsBuilder;
  readonly #types = new RepeatedTexts((text) => LICENSE_TYPES.indexOf(licenseTypeOf(text)));
  readonly #newLogins: NewLogins;
  readonly #records: RecordsAhead;
  readonly #rowsOnTape = new LicenseRowsOnTape(this.#scanner);
  readonly #namesOnTape = new NamesOnTape(this.#scanner, LOGIN, NAME_ID);
  readonly #serverAccounts: PlainServerAccounts;
  readonly #names: RowNames;
  readonly #byText = (one: number, other: number): number =>
    compareText(this.#rows.emails.at(one), this.#rows.emails.at(other));

  /** @param earlier of the rows before. */
  constructor(rows: LicenseRowsBuilder, earlier: KnownServerAccounts) {
    this.#rows = rows;
    const numbers = new EmailsOnTape(rows.emails, this.#tape);
    this.#newLogins = new NewLogins(rows.keys, this.#namesOnTape);
    this.#records = new RecordsAhead(this.#scanner, [
      numbers,
      this.#rowsOnTape,
      this.#namesOnTape,
      this.#newLogins,
    ]);
    this.#serverAccounts = new PlainServerAccounts(this.#tape, this.#rowsOnTape, rows, earlier);
    this.#names = new RowNames(this.#tape, this.#namesOnTape, rows, numbers);
  }

  take(chunk: Buffer, start: number): number | null {
    const end = this.#records.read(chunk, start);
    return end !== null && this.#takeRow(this.#records.record) ? end : null;
  }

  #takeRow(record: number): boolean {
    const { logins, nameIds } = this.#namesOnTape;
    const login = logins[record] ?? UNUSUAL_NAME;
    if (!this.#rowsOnTape.isFineAt(record) || login === UNUSUAL_NAME || nameIds[record] === UNUSUAL_NAME)
      return false;
    if (!this.#serverAccounts.read(this.#tape.memberAt(SERVER_ACCOUNTS))) return false;
    if (this.#serverAccounts.hasAnyOfEarlierRow()) return false;
    const visualStudio = this.#rowsOnTape.isOfSubscriberAt(record) ? this.#visualStudio() : null;
    const key = login === NOWHERE ? this.#newRowKey(visualStudio) : this.#newLogins.add(this.#tape, record);
    if (key === NO_TEXT) return false;
    this.#addEmails(record);
    this.#serverAccounts.addToRow();
    this.#rows.addRow({
      key,
      login: this.#names.addLogin(record),
      samlNameId: this.#names.addNameId(record),
      type: this.#licenseType(),
      subscription: visualStudio === null ? 0 : this.#addSubscription(visualStudio),
      total: this.#rowsOnTape.totals[record] ?? UNTOLD,
    });
    return true;
  }

  #visualStudio() {
    return visualStudioOf({
      visual_studio_subscription_user: true,
      visual_studio_subscription_email: this.#textIn(COLUMN_NUMBERS.visual_studio_subscription_email),
      visual_studio_license_status: this.#textIn(COLUMN_NUMBERS.visual_studio_license_status),
    });
  }

  #textIn(column: number): string | null {
    const place = this.#tape.memberAt(column);
    return this.#tape.isText(place) ? this.#tape.textAt(place) : null;
  }

  #licenseType(): number {
    const place = this.#tape.memberAt(COLUMN_NUMBERS.license_type);
    return this.#tape.isText(place) ? this.#types.numberAt(this.#tape, place) : UNKNOWN_TYPE;
  }

  /** NO_TEXT where nobody can be made of the row. */
  #newRowKey(visualStudio: VisualStudioSubscription | null): number {
    const first = this.#serverAccounts.first();
    const key = rowKey({ login: null, serverAccounts: first === null ? [] : [first], visualStudio });
    return key === null ? NO_TEXT : this.#rows.keys.add(key);
  }

  #addSubscription({ email, status }: VisualStudioSubscription): number {
    return this.#rows.addSubscription(email === null ? NO_EMAIL : this.#rows.emails.add(email), status);
  }

  #addEmails(record: number): void {
    const { emails, emailStarts } = this.#rowsOnTape;
    const start = emailStarts[2 * record] ?? 0;
    const middle = emailStarts[2 * record + 1] ?? 0;
    const end = emailStarts[2 * record + 2] ?? 0;
    this.#sortEmails(start, middle);
    this.#sortEmails(middle, end);
    for (let at = start; at < middle; at++) this.#rows.addVerifiedEmail(emails[at] ?? 0);
    for (let at = middle; at < end; at++) this.#rows.addServerPrimaryEmail(emails[at] ?? 0);
  }

  #sortEmails(start: number, end: number): void {
    if (end - start > 1) this.#rowsOnTape.emails.subarray(start, end).sort(this.#byText);
  }
}
