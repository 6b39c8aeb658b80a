import { isSystemUser } from '../account-state.ts';
import type { Email } from '../email.ts';
import { type EmailNumbers, NO_EMAIL } from '../email-numbers.ts';
import { grown } from '../grown.ts';
import type { ObservedUsage } from '../observe.ts';
import type { AccountList, AccountNumber } from './account-list.ts';
import { linkedIdentityEmails } from './linked-identity.ts';
import type { CloudRow } from './roster.ts';

/** Positions from `start` to before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The addresses of every account, by number. Nobody is behind a system user, so it has none. */
export class AccountEmails {
  readonly emails: EmailNumbers;
  readonly #accounts: AccountList;
  /** Of cloud accounts one behind the other: the verified ones, then the linked ones. */
  #numbers = new Int32Array(64);
  #used = 0;
  /** Where the addresses of a cloud account begin; those of the next one follow. */
  readonly #starts: Int32Array;
  /** Where the linked ones begin. */
  readonly #linkedStarts: Int32Array;

  constructor(accounts: AccountList, cloudRows: readonly CloudRow[], observed: ObservedUsage) {
    this.emails = observed.emails;
    this.#accounts = accounts;
    this.#starts = new Int32Array(cloudRows.length + 1);
    this.#linkedStarts = new Int32Array(cloudRows.length);
    for (const [account, row] of cloudRows.entries()) {
      for (const email of row.verifiedEmails) this.#add(email);
      this.#linkedStarts[account] = this.#used;
      for (const email of linkedIdentityEmails(row, observed)) this.#add(email);
      this.#starts[account + 1] = this.#used;
    }
  }

  #add(email: Email): void {
    if (this.#used === this.#numbers.length) this.#numbers = grown(this.#numbers);
    this.#numbers[this.#used++] = this.emails.add(email);
  }

  /** All of an account: of a server account the primary one, if it is known, first. Some may come twice. */
  forEach(account: AccountNumber, take: (email: number) => void): void {
    const instance = this.#accounts.instanceOf(account);
    instance?.accounts.forEachEmail(account - instance.start, take);
    if (instance !== undefined) return;
    const end = this.#starts[account + 1] ?? 0;
    for (let position = this.#starts[account] ?? 0; position < end; position++) take(this.at(position));
  }

  /** Of a cloud account. */
  verified(account: AccountNumber): Range {
    return { start: this.#starts[account] ?? 0, end: this.#linkedStarts[account] ?? 0 };
  }

  /** Of a cloud account: those of its SAML and SCIM identities, sorted. */
  linked(account: AccountNumber): Range {
    return { start: this.#linkedStarts[account] ?? 0, end: this.#starts[account + 1] ?? 0 };
  }

  /** How many addresses a cloud account has; none for a server account. */
  cloudEmails(account: AccountNumber): number {
    if (account >= this.#linkedStarts.length) return 0;
    return (this.#starts[account + 1] ?? 0) - (this.#starts[account] ?? 0);
  }

  /** The number of the address at a position of these ranges. */
  at(position: number): number {
    return this.#numbers[position] ?? NO_EMAIL;
  }

  /** NO_EMAIL for a cloud account, and where it is not known. */
  primary(account: AccountNumber): number {
    const instance = this.#accounts.instanceOf(account);
    if (instance === undefined) return NO_EMAIL;
    const position = account - instance.start;
    return isSystemUser(instance.accounts.stateAt(position))
      ? NO_EMAIL
      : instance.accounts.primaryEmailAt(position);
  }
}
