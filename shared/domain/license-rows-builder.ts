import type { LicenseFacts } from './account.ts';
import { type Email, normalizeEmail } from './email.ts';
import { EmailNumbers, NO_EMAIL } from './email-numbers.ts';
import type { HostName } from './host-name.ts';
import { LICENSE_TYPES, type LicenseNames, LicenseRows, NAME_ID, SUBSCRIPTION } from './license-rows.ts';
import { NumberLists } from './number-lists.ts';
import { ListsBuilder, NumbersBuilder, WholeNumbersBuilder } from './numbers-builder.ts';
import { release } from './release.ts';
import { compareText, rowKey } from './row-key.ts';
import { NO_TEXT, TextList } from './text-list.ts';
import { TextNumbers } from './text-numbers.ts';
import { orderOfTexts } from './text-order.ts';
import { inOrder, narrow, type WideLicenseColumns } from './wide-license-columns.ts';

/** A row but for its lists, in numbers. */
export interface NumberedRow {
  /** Of `keys`. */
  readonly key: number;
  /** Of `texts`, or NO_TEXT. */
  readonly login: number;
  /** As in LicenseColumns; what `otherNameId` gives for one that is neither its address nor the login. */
  readonly samlNameId: number;
  /** Place in LICENSE_TYPES. */
  readonly type: number;
  /** What `addSubscription` gives, or 0. */
  readonly subscription: number;
  /** As in LicenseColumns. */
  readonly total: number;
}

/** Takes in what decides of license rows one by one, in any order. */
export class LicenseRowsBuilder {
  readonly emails: EmailNumbers;
  readonly texts = new TextList();
  /** Of rows: what `rowKey` gives. */
  readonly keys = new TextNumbers();
  readonly #hosts = new FewValues<HostName>();
  readonly #statuses = new FewValues<string>();
  readonly #keyNumbers = new NumbersBuilder(Int32Array);
  readonly #logins = new NumbersBuilder(Int32Array);
  readonly #samlNameIds = new NumbersBuilder(Int32Array);
  readonly #otherNameIds = new NumbersBuilder(Int32Array);
  readonly #otherNameIdEmails = new NumbersBuilder(Int32Array);
  readonly #verifiedEmails = new ListsBuilder();
  readonly #serverPrimaryEmails = new ListsBuilder();
  readonly #serverHosts = new ListsBuilder();
  readonly #serverUserIds = new WholeNumbersBuilder();
  readonly #types = new NumbersBuilder(Int32Array);
  readonly #subscriptionEmails = new NumbersBuilder(Int32Array);
  readonly #subscriptionStatuses = new NumbersBuilder(Int32Array);
  readonly #totals = new WholeNumbersBuilder();

  /** @param emails to which the addresses of the rows are added. */
  constructor(emails = new EmailNumbers()) {
    this.emails = emails;
  }

  add(row: LicenseFacts): void {
    const { login, visualStudio } = row;
    for (const email of row.verifiedEmails) this.addVerifiedEmail(this.emails.add(email));
    for (const email of row.serverPrimaryEmails) this.addServerPrimaryEmail(this.emails.add(email));
    for (const { hostName, userId } of row.serverAccounts)
      this.addServerAccount(this.hostNumber(hostName), userId);
    this.addRow({
      key: this.keys.add(rowKey(row) ?? ''),
      login: login === null ? NO_TEXT : this.texts.add(login),
      samlNameId: this.#nameId(row),
      type: LICENSE_TYPES.indexOf(row.licenseType),
      subscription:
        visualStudio === null
          ? 0
          : this.addSubscription(this.#email(visualStudio.email), visualStudio.status),
      total: row.totalUserAccounts ?? -1,
    });
  }

  // Of the row that `addRow` will add next, each in its order and once: the numbers of addresses, server accounts.

  addVerifiedEmail(email: number): void {
    this.#verifiedEmails.add(email);
  }

  addServerPrimaryEmail(email: number): void {
    this.#serverPrimaryEmails.add(email);
  }

  addServerAccount(host: number, userId: number): void {
    this.#serverHosts.add(host);
    this.#serverUserIds.add(userId);
  }

  addRow(row: NumberedRow): void {
    this.#keyNumbers.add(row.key);
    this.#logins.add(row.login);
    this.#samlNameIds.add(row.samlNameId);
    this.#verifiedEmails.end();
    this.#serverPrimaryEmails.end();
    this.#serverHosts.end();
    this.#types.add(row.type + SUBSCRIPTION * row.subscription);
    this.#totals.add(row.total);
  }

  hostNumber(hostName: HostName | null): number {
    return this.#hosts.add(hostName);
  }

  /** @param email its number, or NO_EMAIL. */
  addSubscription(email: number, status: string | null): number {
    this.#subscriptionEmails.add(email);
    this.#subscriptionStatuses.add(this.#statuses.add(status));
    return this.#subscriptionEmails.length;
  }

  /** @param text its number. @param email of the address that it is once normalized, or NO_EMAIL. */
  otherNameId(text: number, email: number): number {
    this.#otherNameIds.add(text);
    this.#otherNameIdEmails.add(email);
    return NAME_ID.other - this.#otherNameIds.length + 1;
  }

  /** The rows, which no longer change. Takes no further ones. */
  build(): LicenseRows {
    const columns: WideLicenseColumns = {
      logins: this.#logins.numbers(),
      samlNameIds: this.#samlNameIds.numbers(),
      verifiedEmails: this.#verifiedEmails.lists(),
      serverPrimaryEmails: this.#serverPrimaryEmails.lists(),
      serverHosts: this.#serverHosts.lists(),
      serverUserIds: this.#serverUserIds.numbers(),
      types: this.#types.numbers(),
      totals: this.#totals.numbers(),
    };
    const names: LicenseNames = {
      emails: this.emails,
      texts: this.texts,
      hosts: this.#hosts.values,
      otherNameIds: { texts: this.#otherNameIds.numbers(), emails: this.#otherNameIdEmails.numbers() },
      subscriptions: {
        emails: this.#subscriptionEmails.numbers(),
        statuses: this.#subscriptionStatuses.numbers(),
        statusNames: this.#statuses.values,
      },
    };
    const order = this.#order(new LicenseRows(columns, names));
    const areInOrder = order.every((row, position) => row === position);
    const sorted = areInOrder ? columns : inOrder(columns, order);
    release(order);
    return new LicenseRows(narrow(sorted), names);
  }

  /** By row key. Rows of one key (bare ids, subscriptions of one address) are ordered by content. */
  #order(rows: LicenseRows): Uint32Array<ArrayBuffer> {
    const { size } = this.keys;
    const keyNumbers = this.#keyNumbers.numbers();
    const rowsOfKey = new NumberLists(size, keyNumbers);
    release(keyNumbers);
    this.keys.end();
    const keys = orderOfTexts(this.keys.texts);
    this.keys.release();
    const order = new Uint32Array(rows.length);
    let used = 0;
    for (let index = 0; index < size; index++) {
      const key = keys?.[index] ?? index;
      const start = rowsOfKey.start(key);
      if (rowsOfKey.end(key) === start + 1) order[used++] = rowsOfKey.at(start);
      else for (const each of byContent(rowsOfKey.of(key), rows)) order[used++] = each;
    }
    rowsOfKey.release();
    if (keys !== null) release(keys);
    return order;
  }

  #nameId({ login, samlNameId }: LicenseFacts): number {
    if (samlNameId === null) return NAME_ID.none;
    const address = normalizeEmail(samlNameId);
    if (address === null && samlNameId === login?.toLowerCase()) return NAME_ID.loginInLowerCase;
    const email = this.#email(address);
    return address === samlNameId ? email : this.otherNameId(this.texts.add(samlNameId), email);
  }

  #email(email: Email | null): number {
    return email === null ? NO_EMAIL : this.emails.add(email);
  }
}

/** Values that many rows repeat, numbered as they come; null is the first. */
class FewValues<Value> {
  readonly values: (Value | null)[] = [null];
  readonly #numbers = new Map<Value | null, number>([[null, 0]]);

  add(value: Value | null): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    const number = this.values.push(value) - 1;
    this.#numbers.set(value, number);
    return number;
  }
}

/** Those given, be they in columns already or not. */
export function licenseRowsOf(rows: Iterable<LicenseFacts>, emails?: EmailNumbers): LicenseRows {
  if (rows instanceof LicenseRows) return emails === undefined ? rows : rows.numberedBy(emails);
  const builder = new LicenseRowsBuilder(emails);
  for (const row of rows) builder.add(row);
  return builder.build();
}

function byContent(numbers: readonly number[], rows: LicenseRows): number[] {
  return numbers
    .map((row) => ({ row, content: JSON.stringify(rows.at(row)) }))
    .sort((one, other) => compareText(one.content, other.content))
    .map(({ row }) => row);
}
