import type { VisualStudioSubscription } from '../../domain/account.ts';
import { NO_EMAIL } from '../../domain/email-numbers.ts';
import { LICENSE_TYPES } from '../../domain/license-rows.ts';
import type { LicenseRowsBuilder } from '../../domain/license-rows-builder.ts';
import { rowKey } from '../../domain/row-key.ts';
import { NO_TEXT } from '../../domain/text-list.ts';
import type {
  StoredLicenseFacts,
  StoredServerAccountRef,
  StoredVisualStudio,
} from '../stored-license-row.ts';
import { NamesOnTape } from '../usage-file/cloud/names-on-tape.ts';
import { NewLogins } from '../usage-file/cloud/new-logins.ts';
import { RowNames } from '../usage-file/cloud/row-names.ts';
import { EmailsOnTape } from '../usage-file/emails-on-tape.ts';
import { keyNumbers } from '../usage-file/json/key-numbers.ts';
import { RecordScanner } from '../usage-file/json/record-scanner.ts';
import { RecordsAhead } from '../usage-file/json/records-ahead.ts';
import { RepeatedTexts } from '../usage-file/json/repeated-texts.ts';
import { UNUSUAL_NAME } from '../usage-file/json/row-names-format.ts';
import { NOWHERE } from '../usage-file/json/tape-format.ts';
import { LINE_FEED, type PlainLines } from './read-lines.ts';
import { StoredOnTape } from './stored-on-tape.ts';
import { StoredServerAccounts } from './stored-server-accounts.ts';

type Key = keyof StoredLicenseFacts | keyof StoredServerAccountRef | keyof StoredVisualStudio;

const KEYS = [
  'login',
  'server_accounts',
  'host_name',
  'user_id',
  'server_primary_emails',
  'verified_emails',
  'saml_name_id',
  'license_type',
  'visual_studio',
  'email',
  'status',
  'total_user_accounts',
] as const satisfies readonly Key[];
const KEY = keyNumbers(KEYS);

/** A NameID may be one. */
const ADDRESSES = [
  'server_primary_emails',
  'verified_emails',
  'saml_name_id',
  'visual_studio',
  'email',
] as const satisfies readonly Key[];

/** They decide nothing, and are half of all there is. */
const UNUSED = new Map([['details', 'object']] as const);

const TYPE_NAMES: readonly (string | null)[] = LICENSE_TYPES;
const UNKNOWN_TYPE = LICENSE_TYPES.indexOf(null);
const NOT_FOUND = -1;

/** Of Visual Studio. */
interface Subscription {
  /** Its number, or NO_EMAIL. */
  readonly email: number;
  readonly status: string | null;
}

/**
 * What decides of the stored license rows that are plain and as `storeLicenseRow` makes them: `storedLicenseFacts`
 * would say the same of them, at many times the cost. It judges all others.
 */
export class PlainRowLines implements PlainLines {
  readonly #scanner = new RecordScanner({ read: KEYS, unused: UNUSED, addresses: ADDRESSES }, 'lines');
  readonly #tape = this.#scanner.tape;
  readonly #namesOnTape = new NamesOnTape(this.#scanner, KEY.login, KEY.saml_name_id);
  readonly #types = new RepeatedTexts((text) => TYPE_NAMES.indexOf(text));
  readonly #rows: LicenseRowsBuilder;
  readonly #newLogins: NewLogins;
  readonly #records: RecordsAhead;
  readonly #stored: StoredOnTape;
  readonly #names: RowNames;
  readonly #serverAccounts: StoredServerAccounts;
  readonly #addVerifiedEmail: (email: number) => void;
  readonly #addServerPrimaryEmail: (email: number) => void;

  constructor(rows: LicenseRowsBuilder) {
    const emails = new EmailsOnTape(rows.emails, this.#tape);
    this.#rows = rows;
    this.#newLogins = new NewLogins(rows.keys, this.#namesOnTape);
    this.#records = new RecordsAhead(this.#scanner, [emails, this.#namesOnTape, this.#newLogins]);
    this.#stored = new StoredOnTape(this.#tape, emails);
    this.#names = new RowNames(this.#tape, this.#namesOnTape, rows, emails);
    this.#serverAccounts = new StoredServerAccounts(this.#tape, this.#stored, KEY, rows);
    this.#addVerifiedEmail = (email) => rows.addVerifiedEmail(email);
    this.#addServerPrimaryEmail = (email) => rows.addServerPrimaryEmail(email);
  }

  take(lines: Buffer, start: number): number | null {
    const end = this.#records.read(lines, start);
    return end !== null && lines[end] === LINE_FEED && this.#takeRow(this.#records.record) ? end : null;
  }

  #takeRow(record: number): boolean {
    const stored = this.#stored;
    const { logins, nameIds } = this.#namesOnTape;
    stored.begin();
    this.#checkName(KEY.login, logins[record]);
    this.#checkName(KEY.saml_name_id, nameIds[record]);
    const [verified, serverPrimary] = [
      this.#emails(KEY.verified_emails),
      this.#emails(KEY.server_primary_emails),
    ];
    const type = this.#licenseType(this.#tape.memberAt(KEY.license_type));
    const total = stored.wholeNumber(this.#tape.memberAt(KEY.total_user_accounts));
    const subscription = this.#subscription(this.#tape.memberAt(KEY.visual_studio));
    this.#serverAccounts.read(this.#tape.memberAt(KEY.server_accounts));
    const key = stored.areFine ? this.#addKey(record, subscription) : NO_TEXT;
    if (key === NO_TEXT) return false;
    stored.forEachEmail(verified, this.#addVerifiedEmail);
    stored.forEachEmail(serverPrimary, this.#addServerPrimaryEmail);
    this.#serverAccounts.addToRow();
    this.#rows.addRow({
      key,
      login: this.#names.addLogin(record),
      samlNameId: this.#names.addNameId(record),
      type,
      subscription:
        subscription === null ? 0 : this.#rows.addSubscription(subscription.email, subscription.status),
      total,
    });
    return true;
  }

  /** A name is stored where there is one: what is there is not empty. @param place as NamesOnTape has it. */
  #checkName(key: number, place = UNUSUAL_NAME): void {
    if (place <= NOWHERE && this.#tape.memberAt(key) !== NOWHERE) this.#stored.fail();
  }

  /** The place of a list of addresses. */
  #emails(key: number): number {
    const list = this.#tape.memberAt(key);
    this.#stored.checkEmails(list);
    return list;
  }

  #licenseType(place: number): number {
    if (place === NOWHERE) return UNKNOWN_TYPE;
    const type = this.#tape.isText(place) ? this.#types.numberAt(this.#tape, place) : NOT_FOUND;
    if (type === NOT_FOUND) this.#stored.fail();
    return type;
  }

  #subscription(place: number): Subscription | null {
    if (place === NOWHERE) return null;
    const email = this.#stored.email(this.#stored.memberOf(place, KEY.email));
    const status = this.#stored.memberOf(place, KEY.status);
    if (status !== NOWHERE && !this.#tape.isText(status)) this.#stored.fail();
    return { email, status: this.#tape.isText(status) ? this.#tape.textAt(status) : null };
  }

  /** The number of what the row is known by; NO_TEXT where an earlier row has the login. */
  #addKey(record: number, subscription: Subscription | null): number {
    if (this.#namesOnTape.logins[record] !== NOWHERE) return this.#newLogins.add(this.#tape, record);
    const account = this.#serverAccounts.first();
    const key = rowKey({
      login: null,
      serverAccounts: account === null ? [] : [account],
      visualStudio: subscription === null ? null : this.#visualStudioOf(subscription),
    });
    return this.#rows.keys.add(key ?? '');
  }

  #visualStudioOf({ email, status }: Subscription): VisualStudioSubscription {
    return { email: email === NO_EMAIL ? null : this.#rows.emails.at(email), status };
  }
}
