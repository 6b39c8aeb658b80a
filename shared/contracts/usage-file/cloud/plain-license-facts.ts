import type { ServerAccountRef } from '../../../domain/account.ts';
import { NO_EMAIL } from '../../../domain/email-numbers.ts';
import { HAS_SUBSCRIPTION, LICENSE_TYPES } from '../../../domain/license-rows.ts';
import type { LicenseRowsBuilder } from '../../../domain/license-rows-builder.ts';
import { lowerCase } from '../../../domain/lower-case.ts';
import { rowKey } from '../../../domain/row-key.ts';
import { NO_TEXT } from '../../../domain/text-numbers.ts';
import type { PlainUsers } from '../json/json-pages.ts';
import { areBytes } from '../json/plain-json.ts';
import { RecordScanner } from '../json/record-scanner.ts';
import { type RecordTape, TAPE } from '../json/record-tape.ts';
import { MAX_NAME_LENGTH } from '../limits.ts';
import { LICENSE_COLUMNS, type LicenseColumn } from './consumed-license-row.ts';
import type { KnownServerAccounts } from './known-server-accounts.ts';
import { licenseTypeOf, visualStudioOf } from './license-row-of.ts';
import { PlainLicenseEmails } from './plain-license-emails.ts';
import { RowValues } from './plain-license-rows.ts';
import { PlainServerAccounts } from './plain-server-accounts.ts';

const AT = 0x40;
const SPACE = 0x20;
const DELETE = 0x7f;

const UNTOLD = -1;
const NOWHERE = 0;
const NONE: readonly ServerAccountRef[] = [];

/** Columns that decide nothing: only the types of their values are checked. */
const UNUSED = {
  texts: [
    'github_com_name',
    'github_com_profile',
    'github_com_enterprise_role',
    'github_com_two_factor_auth_required_by_date',
    'github_com_cost_center',
  ],
  flags: [
    'github_com_two_factor_auth',
    'github_com_advanced_security_license_user',
    'github_com_code_security_license_user',
    'github_com_secret_protection_license_user',
  ],
  lists: ['github_com_member_roles', 'github_com_enterprise_roles', 'github_com_orgs_with_pending_invites'],
} as const satisfies Record<string, readonly LicenseColumn[]>;
const UNUSED_TEXTS = UNUSED.texts.map((column) => LICENSE_COLUMNS.indexOf(column));

const LOGIN = LICENSE_COLUMNS.indexOf('github_com_login');
const NAME_ID = LICENSE_COLUMNS.indexOf('github_com_saml_name_id');
const SERVER_ACCOUNTS = LICENSE_COLUMNS.indexOf('enterprise_server_user_ids');
const LICENSE_TYPE = LICENSE_COLUMNS.indexOf('license_type');
const SUBSCRIPTION_EMAIL = LICENSE_COLUMNS.indexOf('visual_studio_subscription_email');
const SUBSCRIPTION_STATUS = LICENSE_COLUMNS.indexOf('visual_studio_license_status');

const UNKNOWN_TYPE = LICENSE_TYPES.indexOf(null);

/**
 * The license rows that are plain, as `licenseFactsOf` gives them, straight into columns: of logins and addresses no
 * strings are made. What differs in anything is left to the careful reader.
 */
export class PlainLicenseFacts implements PlainUsers {
  readonly #scanner = new RecordScanner(LICENSE_COLUMNS);
  readonly #tape: RecordTape = this.#scanner.tape;
  readonly #values = new RowValues(this.#tape, LICENSE_COLUMNS);
  readonly #rows: LicenseRowsBuilder;
  readonly #earlier: KnownServerAccounts;
  readonly #serverAccounts = new PlainServerAccounts();
  #lastType = { bytes: Buffer.alloc(0), number: UNKNOWN_TYPE };
  readonly #emails: PlainLicenseEmails;

  /** @param earlier of the rows before. */
  constructor(rows: LicenseRowsBuilder, earlier: KnownServerAccounts) {
    this.#rows = rows;
    this.#emails = new PlainLicenseEmails(this.#tape, rows.emails);
    this.#earlier = earlier;
  }

  take(chunk: Buffer, start: number): number | null {
    const end = this.#scanner.read(chunk, start);
    return end !== null && this.#takeRow() ? end : null;
  }

  #takeRow(): boolean {
    const values = this.#values;
    values.begin();
    this.#checkUnused();
    const serverAccounts = this.#readServerAccounts();
    const visualStudio = this.#visualStudio();
    const type = this.#licenseType();
    const total = values.number('total_user_accounts') ?? UNTOLD;
    if (!this.#emails.read()) values.fail();
    const login = this.#name(LOGIN);
    const nameId = this.#name(NAME_ID);
    if (!values.areFine || this.#earlier.hasAny(serverAccounts)) return false;
    const key = this.#newKey(login, { login: null, serverAccounts, visualStudio });
    if (key === NO_TEXT) return false;
    this.#addLists(serverAccounts);
    const { emails } = this.#rows;
    this.#rows.addRow({
      key,
      login: this.#addText(login),
      samlNameId: this.#addText(nameId),
      samlEmail: nameId === NOWHERE ? NO_EMAIL : this.#addEmail(nameId),
      type: type + (visualStudio === null ? 0 : HAS_SUBSCRIPTION),
      visualStudioEmail: visualStudio?.email == null ? NO_EMAIL : emails.add(visualStudio.email),
      visualStudioStatus: this.#rows.statusNumber(visualStudio?.status ?? null),
      total,
    });
    return true;
  }

  #checkUnused(): void {
    for (const column of UNUSED_TEXTS) this.#placeOfText(column);
    for (const column of UNUSED.flags) this.#values.flag(column);
    for (const column of UNUSED.lists) this.#values.checkTexts(column);
  }

  #visualStudio() {
    const [email, status] = [this.#placeOfText(SUBSCRIPTION_EMAIL), this.#placeOfText(SUBSCRIPTION_STATUS)];
    if (this.#values.flag('visual_studio_subscription_user') !== true) return null;
    return visualStudioOf({
      visual_studio_subscription_user: true,
      visual_studio_subscription_email: email === NOWHERE ? null : this.#tape.textAt(email),
      visual_studio_license_status: status === NOWHERE ? null : this.#tape.textAt(status),
    });
  }

  /** The number of its type; nearly all rows have the one of the row before. */
  #licenseType(): number {
    const place = this.#placeOfText(LICENSE_TYPE);
    if (place === NOWHERE) return UNKNOWN_TYPE;
    const { bytes } = this.#tape;
    const [start, end] = [this.#tape.startAt(place), this.#tape.endAt(place)];
    if (!areBytes(bytes, start, end, this.#lastType.bytes)) {
      const number = LICENSE_TYPES.indexOf(licenseTypeOf(this.#tape.textAt(place)));
      this.#lastType = { bytes: Buffer.from(bytes.subarray(start, end)), number };
    }
    return this.#lastType.number;
  }

  /** NOWHERE for null and nothing. */
  #placeOfText(column: number): number {
    const place = this.#tape.members[column] ?? NOWHERE;
    if (this.#tape.isText(place)) return place;
    if (this.#tape.kindAt(place) > TAPE.null) this.#values.fail();
    return NOWHERE;
  }

  #readServerAccounts(): readonly ServerAccountRef[] {
    const list = this.#tape.members[SERVER_ACCOUNTS] ?? NOWHERE;
    if (this.#tape.kindAt(list) <= TAPE.null) return NONE;
    const accounts =
      this.#tape.kindAt(list) === TAPE.list ? this.#serverAccounts.read(this.#tape, list) : null;
    if (accounts === null) this.#values.fail();
    return accounts ?? NONE;
  }

  /** NO_TEXT where an earlier row has the login, or where nobody can be made of the row. */
  #newKey(login: number, row: Parameters<typeof rowKey>[0]): number {
    const { keys } = this.#rows;
    if (login !== NOWHERE) return this.#newLoginKey(login);
    const key = rowKey(row);
    return key === null ? NO_TEXT : keys.add(key);
  }

  /** As `cloudAccountKey`. */
  #newLoginKey(login: number): number {
    const { keys } = this.#rows;
    const block = keys.room();
    const { place } = keys;
    const start = this.#tape.startAt(login);
    const length = this.#tape.endAt(login) - start;
    block[place] = AT;
    for (let index = 0; index < length; index++) {
      block[place + 1 + index] = lowerCase(this.#tape.bytes[start + index] ?? 0);
    }
    return keys.addNewWritten(length + 1);
  }

  /** Where a name is; NOWHERE when there is none. One that is not ASCII, or has white space about it, is not plain. */
  #name(column: number): number {
    const place = this.#tape.members[column] ?? NOWHERE;
    const kind = this.#tape.kindAt(place);
    if (kind <= TAPE.null) return NOWHERE;
    const [start, end] = [this.#tape.startAt(place), this.#tape.endAt(place)];
    if (kind !== TAPE.text || end - start > MAX_NAME_LENGTH) {
      this.#values.fail();
      return NOWHERE;
    }
    for (let at = start; at < end; at++) {
      const byte = this.#tape.bytes[at] ?? 0;
      if (byte <= SPACE || byte >= DELETE) this.#values.fail();
    }
    return start === end ? NOWHERE : place;
  }

  #addEmail(place: number): number {
    return this.#rows.emails.addBytes(this.#tape.bytes, this.#tape.startAt(place), this.#tape.endAt(place));
  }

  #addText(place: number): number {
    if (place === NOWHERE) return NO_TEXT;
    return this.#rows.texts.append(this.#tape.bytes, this.#tape.startAt(place), this.#tape.endAt(place));
  }

  #addLists(serverAccounts: readonly ServerAccountRef[]): void {
    const rows = this.#rows;
    for (const email of this.#emails.verified) rows.addVerifiedEmail(email);
    for (const email of this.#emails.serverPrimary) rows.addServerPrimaryEmail(email);
    for (const { hostName, userId } of serverAccounts)
      rows.addServerAccount(rows.hostNumber(hostName), userId);
    this.#earlier.add(serverAccounts);
  }
}
