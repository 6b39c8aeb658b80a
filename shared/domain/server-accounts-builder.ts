import type { ServerAccount } from './account.ts';
import { type PackedState, packState } from './account-state.ts';
import { EmailNumbers, NO_EMAIL } from './email-numbers.ts';
import { grown } from './grown.ts';
import type { HostName } from './host-name.ts';
import { type AccountColumns, FURTHER_KNOWN, ServerAccounts } from './server-accounts.ts';

const FEWEST = 64;

/** Takes in accounts one by one, in any order, each user id once. */
export class ServerAccountsBuilder {
  readonly emails: EmailNumbers;
  #length = 0;
  #isSorted = true;
  #userIds = new Float64Array(FEWEST);
  #states = new Uint16Array(FEWEST);
  #primaryEmails = new Int32Array(FEWEST);
  #furtherStarts = new Uint32Array(FEWEST);
  #furtherEmails = new Int32Array(FEWEST);
  #furtherLength = 0;

  /** @param emails to which the addresses of the accounts are added. */
  constructor(emails = new EmailNumbers()) {
    this.emails = emails;
  }

  get length(): number {
    return this.#length;
  }

  /** Of those that were taken in, in the order in which they came. */
  userIdAt(position: number): number {
    return this.#userIds[position] ?? 0;
  }

  add(account: Omit<ServerAccount, 'hostName'>): void {
    const { userId, primaryEmail, furtherEmails } = account;
    for (const email of furtherEmails ?? []) this.addFurtherEmail(this.emails.add(email));
    const primary = primaryEmail === null ? NO_EMAIL : this.emails.add(primaryEmail);
    this.addRow(userId, packState(account), primary, furtherEmails !== null);
  }

  /** Of the account that `addRow` will add next. @param email its number; each once, and not the primary one. */
  addFurtherEmail(email: number): void {
    if (this.#furtherLength === this.#furtherEmails.length) this.#furtherEmails = grown(this.#furtherEmails);
    this.#furtherEmails[this.#furtherLength++] = email;
  }

  /**
   * @param primaryEmail its number, or NO_EMAIL.
   * @param areFurtherKnown false when it is not known whether the account has further addresses.
   */
  addRow(userId: number, state: PackedState, primaryEmail: number, areFurtherKnown: boolean): void {
    const position = this.#length++;
    if (this.#length === this.#userIds.length) this.#grow();
    if (position > 0 && userId <= (this.#userIds[position - 1] ?? 0)) this.#isSorted = false;
    this.#userIds[position] = userId;
    this.#states[position] = areFurtherKnown ? state | FURTHER_KNOWN : state;
    this.#primaryEmails[position] = primaryEmail;
    this.#furtherStarts[position + 1] = this.#furtherLength;
  }

  /** The accounts, which no longer change. Takes no further ones. */
  build(hostName: HostName): ServerAccounts {
    const columns = this.#columns();
    return new ServerAccounts(hostName, this.emails, this.#isSorted ? columns : sorted(columns));
  }

  #grow(): void {
    this.#userIds = grown(this.#userIds);
    this.#states = grown(this.#states);
    this.#primaryEmails = grown(this.#primaryEmails);
    this.#furtherStarts = grown(this.#furtherStarts);
  }

  #columns(): AccountColumns {
    const length = this.#length;
    return {
      userIds: this.#userIds.slice(0, length),
      states: this.#states.slice(0, length),
      primaryEmails: this.#primaryEmails.slice(0, length),
      furtherStarts: this.#furtherStarts.slice(0, length + 1),
      furtherEmails: this.#furtherEmails.slice(0, this.#furtherLength),
    };
  }
}

/** The accounts given, all of one instance. */
export function serverAccountsOf(
  hostName: HostName,
  accounts: Iterable<Omit<ServerAccount, 'hostName'>>,
  emails?: EmailNumbers,
): ServerAccounts {
  const builder = new ServerAccountsBuilder(emails);
  for (const account of accounts) builder.add(account);
  return builder.build(hostName);
}

function sorted(columns: AccountColumns): AccountColumns {
  const { userIds, states, primaryEmails, furtherStarts, furtherEmails } = columns;
  const order = new Uint32Array(userIds.length).map((_, position) => position);
  order.sort((one, other) => (userIds[one] ?? 0) - (userIds[other] ?? 0));
  const starts = new Uint32Array(furtherStarts.length);
  const further = new Int32Array(furtherEmails.length);
  let used = 0;
  for (const [position, from] of order.entries()) {
    const emails = furtherEmails.subarray(furtherStarts[from], furtherStarts[from + 1]);
    further.set(emails, used);
    used += emails.length;
    starts[position + 1] = used;
  }
  return {
    userIds: Float64Array.from(order, (from) => userIds[from] ?? 0),
    states: Uint16Array.from(order, (from) => states[from] ?? 0),
    primaryEmails: Int32Array.from(order, (from) => primaryEmails[from] ?? NO_EMAIL),
    furtherStarts: starts,
    furtherEmails: further,
  };
}
