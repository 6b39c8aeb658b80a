import {
  FINE_SUBSCRIBER,
  LICENSE_TYPE,
  NOT_FINE,
  SERVER_ACCOUNTS,
  SERVER_EMAILS,
  SERVER_PRIMARY_EMAILS,
  SUBSCRIBER,
  SUBSCRIPTION_EMAIL,
  SUBSCRIPTION_STATUS,
  TOTAL,
  VERIFIED_EMAILS,
} from '../json/license-row-format.ts';
import type { RecordScanner } from '../json/record-scanner.ts';
import type { RecordTape } from '../json/record-tape.ts';
import type { Prepared } from '../json/records-ahead.ts';
import { PLACES, RECORDS } from '../json/tape-format.ts';
import { COLUMN_NUMBERS } from './consumed-license-row.ts';

const COLUMNS_BY_FIELD: ReadonlyMap<number, readonly number[]> = new Map([
  [SERVER_ACCOUNTS, [COLUMN_NUMBERS.enterprise_server_user_ids]],
  [VERIFIED_EMAILS, [COLUMN_NUMBERS.github_com_verified_domain_emails]],
  [SERVER_EMAILS, [COLUMN_NUMBERS.enterprise_server_emails]],
  [SERVER_PRIMARY_EMAILS, [COLUMN_NUMBERS.enterprise_server_primary_emails]],
  [LICENSE_TYPE, [COLUMN_NUMBERS.license_type]],
  [TOTAL, [COLUMN_NUMBERS.total_user_accounts]],
  [SUBSCRIBER, [COLUMN_NUMBERS.visual_studio_subscription_user]],
  [SUBSCRIPTION_EMAIL, [COLUMN_NUMBERS.visual_studio_subscription_email]],
  [SUBSCRIPTION_STATUS, [COLUMN_NUMBERS.visual_studio_license_status]],
]);

/**
 * What license rows are that were read ahead, by record, but for the names of people. WebAssembly takes them from the
 * tape (wasm/license-rows.ts).
 */
export class LicenseRowsOnTape implements Prepared {
  /** The numbers of addresses: of the first row the verified ones, then those of server accounts, then of the next row. */
  readonly emails: Int32Array;
  /** Where these begin, two for each row; and where the last ones end. */
  readonly emailStarts: Int32Array;
  /** UNTOLD where there is none. */
  readonly totals: Float64Array;
  /** By the place of a server account on the tape; of use where `prefixes` has one. */
  readonly userIds: Float64Array;
  /** By the same place what `addPrefix` gave for what is in front of the user id, or NO_PREFIX. */
  readonly prefixes: Int16Array;
  readonly #module: RecordScanner['module'];
  readonly #kinds: Uint8Array;

  /** @param scanner reads LICENSE_COLUMNS. */
  constructor(scanner: RecordScanner) {
    const { module } = scanner;
    const { buffer } = module.memory;
    scanner.lookFor(COLUMNS_BY_FIELD);
    this.totals = new Float64Array(buffer, module.totals.value, RECORDS);
    this.userIds = new Float64Array(buffer, module.accountUserIds.value, PLACES);
    this.prefixes = new Int16Array(buffer, module.accountPrefixes.value, PLACES);
    this.#module = module;
    this.#kinds = new Uint8Array(buffer, module.rowKinds.value, RECORDS);
    this.emails = new Int32Array(buffer, module.rowEmails.value, PLACES);
    this.emailStarts = new Int32Array(buffer, module.rowEmailStarts.value, 2 * RECORDS + 1);
  }

  prepare({ records }: RecordTape): void {
    this.#module.takeRows(records);
  }

  /** False for a row that is not plain, or not as it should be. */
  isFineAt(record: number): boolean {
    return this.#kinds[record] !== NOT_FINE;
  }

  isOfSubscriberAt(record: number): boolean {
    return this.#kinds[record] === FINE_SUBSCRIBER;
  }

  /** The prefix of the server account at a place is known from the next rows on that are read. NO_PREFIX where it is not. */
  addPrefix(place: number): number {
    return this.#module.addPrefix(place);
  }
}
