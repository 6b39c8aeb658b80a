import type { ServerAccount } from './account.ts';
import { type PackedState, packState } from './account-state.ts';
import { narrowed, reordered, reorderedLists } from './columns.ts';
import { EmailNumbers, NO_EMAIL } from './email-numbers.ts';
import type { HostName } from './host-name.ts';
import { ListsBuilder, NumbersBuilder, WholeNumbersBuilder } from './numbers-builder.ts';
import { orderOf } from './order-of.ts';
import { release } from './release.ts';
import { type AccountColumns, FURTHER_KNOWN, ServerAccounts } from './server-accounts.ts';

/** Takes in accounts one by one, in any order, each user id once. */
export class ServerAccountsBuilder {
  readonly emails: EmailNumbers;
  readonly #userIds = new WholeNumbersBuilder();
  readonly #states = new NumbersBuilder(Int32Array);
  readonly #primaryEmails = new NumbersBuilder(Int32Array);
  readonly #furtherEmails = new ListsBuilder();

  /** @param emails to which the addresses of the accounts are added. */
  constructor(emails = new EmailNumbers()) {
    this.emails = emails;
  }

  get length(): number {
    return this.#userIds.length;
  }

  /** Of those that were taken in, in the order in which they came. */
  userIdAt(position: number): number {
    return this.#userIds.at(position);
  }

  add(account: Omit<ServerAccount, 'hostName'>): void {
    const { userId, primaryEmail, furtherEmails } = account;
    for (const email of furtherEmails ?? []) this.addFurtherEmail(this.emails.add(email));
    const primary = primaryEmail === null ? NO_EMAIL : this.emails.add(primaryEmail);
    this.addRow(userId, packState(account), primary, furtherEmails !== null);
  }

  /** Of the account that `addRow` will add next. @param email its number; each once, and not the primary one. */
  addFurtherEmail(email: number): void {
    this.#furtherEmails.add(email);
  }

  /**
   * @param primaryEmail its number, or NO_EMAIL.
   * @param areFurtherKnown false when it is not known whether the account has further addresses.
   */
  addRow(userId: number, state: PackedState, primaryEmail: number, areFurtherKnown: boolean): void {
    this.#userIds.add(userId);
    this.#states.add(areFurtherKnown ? state | FURTHER_KNOWN : state);
    this.#primaryEmails.add(primaryEmail);
    this.#furtherEmails.end();
  }

  /** The accounts, which no longer change. Takes no further ones. */
  build(hostName: HostName): ServerAccounts {
    const columns = {
      userIds: this.#userIds.numbers(),
      states: this.#states.numbers(),
      primaryEmails: this.#primaryEmails.numbers(),
      furtherEmails: this.#furtherEmails.lists(),
    };
    const order = orderOf(this.length, (one, other) => this.userIdAt(one) - this.userIdAt(other));
    const { states, ...others } = order === null ? columns : inOrder(columns, order);
    if (order !== null) release(order);
    return new ServerAccounts(hostName, this.emails, { ...others, states: narrowed(states) });
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

/** The columns before they are as narrow as can be. */
interface WideColumns extends Omit<AccountColumns, 'states'> {
  readonly states: Int32Array<ArrayBuffer>;
}

function inOrder(columns: WideColumns, order: Uint32Array): WideColumns {
  return {
    userIds: reordered(columns.userIds, order),
    states: reordered(columns.states, order),
    primaryEmails: reordered(columns.primaryEmails, order),
    furtherEmails: reorderedLists(columns.furtherEmails, order),
  };
}
