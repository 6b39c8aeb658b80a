import type { LicenseFacts, LicenseType, ServerAccountRef, VisualStudioSubscription } from './account.ts';
import type { ListColumn, NarrowColumn } from './columns.ts';
import type { ContentDigests } from './content-digests.ts';
import type { Email } from './email.ts';
import { type EmailNumbers, NO_EMAIL } from './email-numbers.ts';
import type { HostName } from './host-name.ts';
import type { Numbers } from './numbers-builder.ts';
import { NO_TEXT, type Span, type TextList } from './text-list.ts';

/** By position, one value for each row. Texts and addresses are numbers. */
export interface LicenseColumns {
  /** As GitHub spells it; NO_TEXT without one. */
  readonly logins: Int32Array<ArrayBuffer>;
  /** The address that the NameID is, as it is written there; else one of those in `NAME_ID`. */
  readonly samlNameIds: Int32Array<ArrayBuffer>;
  readonly verifiedEmails: ListColumn;
  readonly serverPrimaryEmails: ListColumn;
  /** Both of the server accounts of a row: their hosts by place in a list, and their user ids. */
  readonly serverHosts: ListColumn<NarrowColumn>;
  readonly serverUserIds: Numbers;
  /** Place in LICENSE_TYPES; SUBSCRIPTION times the number of the row's subscription is added, from 1 on. */
  readonly types: NarrowColumn;
  /** Below zero where it is not told. */
  readonly totals: NarrowColumn;
}

export const LICENSE_TYPES: readonly (LicenseType | null)[] = [
  null,
  'enterprise',
  'visual-studio-subscription',
];
export const SUBSCRIPTION = 4;

/** In place of the number of an address. What is below them all is `other` less the place among other NameIDs. */
export const NAME_ID = { none: -1, loginInLowerCase: -2, other: -3 } as const;

/** What the columns name by number. */
export interface LicenseNames {
  readonly emails: EmailNumbers;
  readonly texts: TextList;
  readonly hosts: readonly (HostName | null)[];
  readonly otherNameIds: OtherNameIds;
  readonly subscriptions: Subscriptions;
}

/** By place. Each a text and, where it is one once normalized, an address. */
export interface OtherNameIds {
  readonly texts: Int32Array<ArrayBuffer>;
  readonly emails: Int32Array<ArrayBuffer>;
}

/** Of Visual Studio, each at its number less 1. */
export interface Subscriptions {
  /** NO_EMAIL without one. */
  readonly emails: Int32Array<ArrayBuffer>;
  /** Places in `statusNames`. */
  readonly statuses: Int32Array<ArrayBuffer>;
  readonly statusNames: readonly (string | null)[];
}

/**
 * What decides of GitHub's license rows, sorted by row key. Kept in columns, at some 55 bytes a row; the object of a
 * row is made when it is asked for.
 */
export class LicenseRows implements Iterable<LicenseFacts> {
  readonly length: number;
  readonly emails: EmailNumbers;
  readonly #names: LicenseNames;
  readonly #columns: LicenseColumns;

  constructor(columns: LicenseColumns, names: LicenseNames) {
    this.length = columns.logins.length;
    this.emails = names.emails;
    this.#names = names;
    this.#columns = columns;
  }

  *[Symbol.iterator](): Generator<LicenseFacts> {
    for (let position = 0; position < this.length; position++) yield this.at(position);
  }

  at(position: number): LicenseFacts {
    return {
      login: this.loginAt(position),
      serverAccounts: this.serverAccountsAt(position),
      serverPrimaryEmails: this.#emailsAt(this.#columns.serverPrimaryEmails, position),
      verifiedEmails: this.#emailsAt(this.#columns.verifiedEmails, position),
      samlNameId: this.#samlNameIdAt(position),
      licenseType: this.licenseTypeAt(position),
      visualStudio: this.#visualStudioAt(position),
      totalUserAccounts: this.totalUserAccountsAt(position),
    };
  }

  hasLogin(position: number): boolean {
    return (this.#columns.logins[position] ?? NO_TEXT) !== NO_TEXT;
  }

  loginAt(position: number): string | null {
    const login = this.#columns.logins[position] ?? NO_TEXT;
    return login === NO_TEXT ? null : this.#names.texts.at(login);
  }

  /** The same without a string. */
  loginSpanAt(position: number): Span | null {
    const login = this.#columns.logins[position] ?? NO_TEXT;
    return login === NO_TEXT ? null : this.#names.texts.span(login);
  }

  licenseTypeAt(position: number): LicenseType | null {
    return LICENSE_TYPES[(this.#columns.types[position] ?? 0) % SUBSCRIPTION] ?? null;
  }

  totalUserAccountsAt(position: number): number | null {
    const total = this.#columns.totals[position] ?? -1;
    return total < 0 ? null : total;
  }

  countServerAccounts(position: number): number {
    return this.#columns.serverHosts.starts.lengthOf(position);
  }

  serverAccountsAt(position: number): readonly ServerAccountRef[] {
    if (this.countServerAccounts(position) === 0) return NONE;
    const accounts: ServerAccountRef[] = [];
    this.forEachServerAccount(position, (hostName, userId) => accounts.push({ hostName, userId }));
    return accounts;
  }

  forEachServerAccount(position: number, take: (hostName: HostName | null, userId: number) => void): void {
    const { starts, values } = this.#columns.serverHosts;
    const end = starts.at(position + 1);
    for (let at = starts.at(position); at < end; at++)
      take(this.#names.hosts[values[at] ?? 0] ?? null, this.#columns.serverUserIds[at] ?? 0);
  }

  /** The numbers of addresses. */
  verifiedEmailsAt(position: number): Int32Array {
    const { starts, values } = this.#columns.verifiedEmails;
    return values.subarray(starts.at(position), starts.at(position + 1));
  }

  forEachVerifiedEmail(position: number, take: (email: number) => void): void {
    const { starts, values } = this.#columns.verifiedEmails;
    const end = starts.at(position + 1);
    for (let at = starts.at(position); at < end; at++) take(values[at] ?? NO_EMAIL);
  }

  countVerifiedEmails(position: number): number {
    return this.#columns.verifiedEmails.starts.lengthOf(position);
  }

  /** The number of the address that the NameID is; NO_EMAIL when it is none. */
  samlEmailAt(position: number): number {
    const nameId = this.#columns.samlNameIds[position] ?? NAME_ID.none;
    if (nameId > NAME_ID.other) return nameId >= 0 ? nameId : NO_EMAIL;
    return this.#names.otherNameIds.emails[NAME_ID.other - nameId] ?? NO_EMAIL;
  }

  /** The number of the address of a Visual Studio subscription; NO_EMAIL without one. */
  visualStudioEmailAt(position: number): number {
    const subscription = this.#subscriptionAt(position);
    return subscription < 0 ? NO_EMAIL : (this.#names.subscriptions.emails[subscription] ?? NO_EMAIL);
  }

  /** The instances that rows name accounts of. */
  get hosts(): readonly (HostName | null)[] {
    return this.#names.hosts;
  }

  /** What is known of the account of the row's login. */
  addAccountTo(content: ContentDigests, position: number): void {
    content.addSpan(this.loginSpanAt(position));
    this.#addNameIdTo(content, position);
    content.addNumber((this.#columns.types[position] ?? 0) % SUBSCRIPTION);
    const { starts, values } = this.#columns.verifiedEmails;
    content.addAddresses(values, starts.at(position), starts.at(position + 1));
  }

  #addNameIdTo(content: ContentDigests, position: number): void {
    const nameId = this.#columns.samlNameIds[position] ?? NAME_ID.none;
    if (nameId === NAME_ID.loginInLowerCase) content.addNumber(nameId);
    else if (nameId > NAME_ID.other) content.addAddress(nameId);
    else content.addText(this.#samlNameIdAt(position) ?? '');
  }

  /** The same with addresses numbered by `emails`. */
  numberedBy(emails: EmailNumbers): LicenseRows {
    if (emails === this.emails) return this;
    const numbers = emails.numbersOf(this.emails);
    const renumber = (email: number): number => numbers[email] ?? NO_EMAIL;
    const { samlNameIds, verifiedEmails, serverPrimaryEmails } = this.#columns;
    const { otherNameIds, subscriptions } = this.#names;
    const columns = {
      ...this.#columns,
      samlNameIds: samlNameIds.map((nameId) => (nameId < 0 ? nameId : renumber(nameId))),
      verifiedEmails: { ...verifiedEmails, values: verifiedEmails.values.map(renumber) },
      serverPrimaryEmails: { ...serverPrimaryEmails, values: serverPrimaryEmails.values.map(renumber) },
    };
    return new LicenseRows(columns, {
      ...this.#names,
      emails,
      otherNameIds: { ...otherNameIds, emails: otherNameIds.emails.map(renumber) },
      subscriptions: { ...subscriptions, emails: subscriptions.emails.map(renumber) },
    });
  }

  #samlNameIdAt(position: number): string | null {
    const nameId = this.#columns.samlNameIds[position] ?? NAME_ID.none;
    if (nameId >= 0) return this.emails.at(nameId);
    if (nameId === NAME_ID.none) return null;
    if (nameId === NAME_ID.loginInLowerCase) return this.loginAt(position)?.toLowerCase() ?? null;
    return this.#names.texts.at(this.#names.otherNameIds.texts[NAME_ID.other - nameId] ?? NO_TEXT);
  }

  /** Below zero for none. */
  #subscriptionAt(position: number): number {
    return Math.floor((this.#columns.types[position] ?? 0) / SUBSCRIPTION) - 1;
  }

  #visualStudioAt(position: number): VisualStudioSubscription | null {
    const subscription = this.#subscriptionAt(position);
    if (subscription < 0) return null;
    const { statuses, statusNames } = this.#names.subscriptions;
    const email = this.visualStudioEmailAt(position);
    return {
      email: email === NO_EMAIL ? null : this.emails.at(email),
      status: statusNames[statuses[subscription] ?? 0] ?? null,
    };
  }

  #emailsAt({ starts, values }: ListColumn, position: number): readonly Email[] {
    const [start, end] = [starts.at(position), starts.at(position + 1)];
    if (start === end) return NONE;
    return Array.from(values.subarray(start, end), (email) => this.emails.at(email));
  }
}

const NONE: readonly never[] = [];
