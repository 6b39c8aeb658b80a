import type { ServerAccount } from './account.ts';
import { isSystemUser, type PackedState, unpackState } from './account-state.ts';
import type { ListColumn, NarrowColumn } from './columns.ts';
import type { ContentDigests } from './content-digests.ts';
import type { Email } from './email.ts';
import { type EmailNumbers, NO_EMAIL } from './email-numbers.ts';
import type { HostName } from './host-name.ts';
import type { Numbers } from './numbers-builder.ts';

/** By position, one value for each account. */
export interface AccountColumns {
  readonly userIds: Numbers;
  readonly states: NarrowColumn;
  /** Numbers of addresses. */
  readonly primaryEmails: Int32Array<ArrayBuffer>;
  readonly furtherEmails: ListColumn;
}

/** Added to a state where it is known which further addresses there are, be it none. */
export const FURTHER_KNOWN = 1 << 12;

/**
 * The accounts of one server instance, sorted by user id, each id once. They are kept in columns, at some 17 bytes an
 * account; the object of an account is made when it is asked for.
 */
export class ServerAccounts implements Iterable<ServerAccount> {
  readonly hostName: HostName;
  readonly length: number;
  /** The addresses that the accounts name by number. */
  readonly emails: EmailNumbers;
  readonly #columns: AccountColumns;

  /** @param columns sorted by user id. */
  constructor(hostName: HostName, emails: EmailNumbers, columns: AccountColumns) {
    this.hostName = hostName;
    this.length = columns.userIds.length;
    this.emails = emails;
    this.#columns = columns;
  }

  *[Symbol.iterator](): Generator<ServerAccount> {
    for (let position = 0; position < this.length; position++) yield this.#accountAt(position);
  }

  /** Undefined where there is none. */
  at(position: number): ServerAccount | undefined {
    return position >= 0 && position < this.length ? this.#accountAt(position) : undefined;
  }

  userIdAt(position: number): number {
    return this.#columns.userIds[position] ?? 0;
  }

  stateAt(position: number): PackedState {
    return (this.#columns.states[position] ?? 0) & ~FURTHER_KNOWN;
  }

  /** The number of an address; NO_EMAIL where it is not known. */
  primaryEmailAt(position: number): number {
    return this.#columns.primaryEmails[position] ?? NO_EMAIL;
  }

  /** The numbers of the addresses of somebody's account, the primary one first. Nobody is behind a system user. */
  forEachEmail(position: number, take: (email: number) => void): void {
    if (isSystemUser(this.stateAt(position))) return;
    const primary = this.primaryEmailAt(position);
    if (primary !== NO_EMAIL) take(primary);
    const { starts, values } = this.#columns.furtherEmails;
    const end = starts.at(position + 1);
    for (let at = starts.at(position); at < end; at++) take(values[at] ?? NO_EMAIL);
  }

  /** The position of the account with this user id, found by halves; -1 when there is none. */
  indexOf(userId: number): number {
    const { userIds } = this.#columns;
    let low = 0;
    let high = userIds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((userIds[middle] ?? userId) < userId) low = middle + 1;
      else high = middle;
    }
    return userIds[low] === userId ? low : -1;
  }

  /** The same with addresses numbered by `emails`. */
  numberedBy(emails: EmailNumbers): ServerAccounts {
    if (emails === this.emails) return this;
    const numbers = emails.numbersOf(this.emails);
    const renumber = (email: number): number => numbers[email] ?? NO_EMAIL;
    const { furtherEmails } = this.#columns;
    return new ServerAccounts(this.hostName, emails, {
      ...this.#columns,
      primaryEmails: this.#columns.primaryEmails.map(renumber),
      furtherEmails: { starts: furtherEmails.starts, values: furtherEmails.values.map(renumber) },
    });
  }

  /** All that is known of the account, but for its host. */
  addTo(content: ContentDigests, position: number): void {
    content.addAccount(
      this.userIdAt(position),
      this.#columns.states[position] ?? 0,
      this.primaryEmailAt(position),
    );
    const { starts, values } = this.#columns.furtherEmails;
    content.addSet(values, starts.at(position), starts.at(position + 1));
  }

  #accountAt(position: number): ServerAccount {
    const primary = this.primaryEmailAt(position);
    return {
      hostName: this.hostName,
      userId: this.userIdAt(position),
      primaryEmail: primary === NO_EMAIL ? null : this.emails.at(primary),
      furtherEmails: this.#furtherEmailsAt(position),
      ...unpackState(this.stateAt(position)),
    };
  }

  #furtherEmailsAt(position: number): readonly Email[] | null {
    const { states, furtherEmails } = this.#columns;
    if (((states[position] ?? 0) & FURTHER_KNOWN) === 0) return null;
    const start = furtherEmails.starts.at(position);
    const end = furtherEmails.starts.at(position + 1);
    if (start === end) return NO_EMAILS;
    return Array.from(furtherEmails.values.subarray(start, end), (email) => this.emails.at(email)).sort();
  }
}

const NO_EMAILS: readonly Email[] = [];
