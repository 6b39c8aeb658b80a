import type { LicenseFacts, LicenseType, ServerAccountRef, VisualStudioSubscription } from './account.ts';
import type { ListColumn } from './columns.ts';
import type { ContentBytes } from './content-bytes.ts';
import type { Email } from './email.ts';
import { type EmailNumbers, NO_EMAIL } from './email-numbers.ts';
import type { HostName } from './host-name.ts';
import { NO_TEXT, type TextList } from './text-list.ts';

/** By position, one value for each row. Texts and addresses are numbers. */
export interface LicenseColumns {
  /** As GitHub spells it; NO_TEXT without one. */
  readonly logins: Int32Array<ArrayBuffer>;
  readonly samlNameIds: Int32Array<ArrayBuffer>;
  /** NameIDs that are addresses. */
  readonly samlEmails: Int32Array<ArrayBuffer>;
  readonly verifiedEmails: ListColumn;
  readonly serverPrimaryEmails: ListColumn;
  /** Both of the server accounts of a row: their hosts by place in a list, and their user ids. */
  readonly serverHosts: ListColumn;
  readonly serverUserIds: Float64Array<ArrayBuffer>;
  /** Place in LICENSE_TYPES; HAS_SUBSCRIPTION is added where there is one. */
  readonly types: Int32Array<ArrayBuffer>;
  readonly visualStudioEmails: Int32Array<ArrayBuffer>;
  /** Places in a list, the first of which is null. */
  readonly visualStudioStatuses: Int32Array<ArrayBuffer>;
  /** Below zero where it is not told. */
  readonly totals: Float64Array<ArrayBuffer>;
}

export const LICENSE_TYPES: readonly (LicenseType | null)[] = [
  null,
  'enterprise',
  'visual-studio-subscription',
];
export const HAS_SUBSCRIPTION = 4;

/** What the columns name by number. */
export interface LicenseNames {
  readonly emails: EmailNumbers;
  readonly texts: TextList;
  readonly hosts: readonly (HostName | null)[];
  readonly visualStudioStatuses: readonly (string | null)[];
}

/**
 * What decides of GitHub's license rows, sorted by row key. Kept in columns, at some 100 bytes a row; the object of a
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
    const samlNameId = this.#columns.samlNameIds[position] ?? NO_TEXT;
    return {
      login: this.loginAt(position),
      serverAccounts: this.serverAccountsAt(position),
      serverPrimaryEmails: this.#emailsAt(this.#columns.serverPrimaryEmails, position),
      verifiedEmails: this.#emailsAt(this.#columns.verifiedEmails, position),
      samlNameId: samlNameId === NO_TEXT ? null : this.#names.texts.at(samlNameId),
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

  licenseTypeAt(position: number): LicenseType | null {
    return LICENSE_TYPES[(this.#columns.types[position] ?? 0) % HAS_SUBSCRIPTION] ?? null;
  }

  totalUserAccountsAt(position: number): number | null {
    const total = this.#columns.totals[position] ?? -1;
    return total < 0 ? null : total;
  }

  countServerAccounts(position: number): number {
    const { starts } = this.#columns.serverHosts;
    return (starts[position + 1] ?? 0) - (starts[position] ?? 0);
  }

  serverAccountsAt(position: number): readonly ServerAccountRef[] {
    if (this.countServerAccounts(position) === 0) return NONE;
    const accounts: ServerAccountRef[] = [];
    this.forEachServerAccount(position, (hostName, userId) => accounts.push({ hostName, userId }));
    return accounts;
  }

  forEachServerAccount(position: number, take: (hostName: HostName | null, userId: number) => void): void {
    const { starts, values } = this.#columns.serverHosts;
    const end = starts[position + 1] ?? 0;
    for (let at = starts[position] ?? 0; at < end; at++) {
      take(this.#names.hosts[values[at] ?? 0] ?? null, this.#columns.serverUserIds[at] ?? 0);
    }
  }

  /** The numbers of addresses. */
  verifiedEmailsAt(position: number): Int32Array {
    const { starts, values } = this.#columns.verifiedEmails;
    return values.subarray(starts[position], starts[position + 1]);
  }

  /** The number of the address that the NameID is; NO_EMAIL when it is none. */
  samlEmailAt(position: number): number {
    return this.#columns.samlEmails[position] ?? NO_EMAIL;
  }

  /** The number of the address of a Visual Studio subscription; NO_EMAIL without one. */
  visualStudioEmailAt(position: number): number {
    return this.#columns.visualStudioEmails[position] ?? NO_EMAIL;
  }

  /** The instances that rows name accounts of. */
  get hosts(): readonly (HostName | null)[] {
    return this.#names.hosts;
  }

  /** What is known of the account of the row's login. */
  addAccountTo(content: ContentBytes, position: number): void {
    this.#addTextTo(content, this.#columns.logins[position] ?? NO_TEXT);
    this.#addTextTo(content, this.#columns.samlNameIds[position] ?? NO_TEXT);
    content.addNumber((this.#columns.types[position] ?? 0) % HAS_SUBSCRIPTION);
    const emails = this.verifiedEmailsAt(position);
    content.addNumber(emails.length);
    for (const email of emails) this.emails.addTo(content, email);
  }

  #addTextTo(content: ContentBytes, text: number): void {
    if (text === NO_TEXT) content.addNothing();
    else this.#names.texts.addTo(content, text);
  }

  /** The same with addresses numbered by `emails`. */
  numberedBy(emails: EmailNumbers): LicenseRows {
    if (emails === this.emails) return this;
    const numbers = emails.numbersOf(this.emails);
    const renumber = (email: number): number => numbers[email] ?? NO_EMAIL;
    const { verifiedEmails, serverPrimaryEmails } = this.#columns;
    const columns = {
      ...this.#columns,
      samlEmails: this.#columns.samlEmails.map(renumber),
      visualStudioEmails: this.#columns.visualStudioEmails.map(renumber),
      verifiedEmails: { ...verifiedEmails, values: verifiedEmails.values.map(renumber) },
      serverPrimaryEmails: { ...serverPrimaryEmails, values: serverPrimaryEmails.values.map(renumber) },
    };
    return new LicenseRows(columns, { ...this.#names, emails });
  }

  #visualStudioAt(position: number): VisualStudioSubscription | null {
    if ((this.#columns.types[position] ?? 0) < HAS_SUBSCRIPTION) return null;
    const email = this.visualStudioEmailAt(position);
    return {
      email: email === NO_EMAIL ? null : this.emails.at(email),
      status: this.#names.visualStudioStatuses[this.#columns.visualStudioStatuses[position] ?? 0] ?? null,
    };
  }

  #emailsAt({ starts, values }: ListColumn, position: number): readonly Email[] {
    const [start, end] = [starts[position] ?? 0, starts[position + 1] ?? 0];
    if (start === end) return NONE;
    return Array.from(values.subarray(start, end), (email) => this.emails.at(email));
  }
}

const NONE: readonly never[] = [];
