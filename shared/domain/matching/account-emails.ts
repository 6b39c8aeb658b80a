import type { Email } from '../email.ts';
import { EmailNumbers, NO_EMAIL } from '../email-numbers.ts';
import type { ObservedUsage } from '../observe.ts';
import type { AccountNumber } from './account-list.ts';
import { linkedIdentityEmails } from './linked-identity.ts';
import type { CloudRow } from './roster.ts';

/** Positions from `start` to before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The addresses of every account, by number and one behind the other: of a cloud account the verified ones, then
 * the linked ones; of a server account the primary one, if it is known, then the others. Nobody is behind a system
 * user, so it has none.
 */
export class AccountEmails {
  readonly emails = new EmailNumbers();
  #numbers = new Int32Array(1024);
  #used = 0;
  /** Where the addresses of an account begin; those of the next one follow. */
  readonly #starts: Int32Array;
  /** Of cloud accounts: where the linked ones begin. */
  readonly #linkedStarts: Int32Array;
  /** Of server accounts, in their order. */
  readonly #primary: Int32Array;

  constructor(cloudRows: readonly CloudRow[], observed: ObservedUsage) {
    this.#starts = new Int32Array(cloudRows.length + observed.serverAccounts.length + 1);
    this.#linkedStarts = new Int32Array(cloudRows.length);
    this.#primary = new Int32Array(observed.serverAccounts.length).fill(NO_EMAIL);
    this.#addCloudAccounts(cloudRows, observed);
    this.#addServerAccounts(observed);
  }

  #addCloudAccounts(cloudRows: readonly CloudRow[], observed: ObservedUsage): void {
    let account: AccountNumber = 0;
    for (const row of cloudRows) {
      for (const email of row.verifiedEmails) this.#add(email);
      this.#linkedStarts[account] = this.#used;
      for (const email of linkedIdentityEmails(row, observed)) this.#add(email);
      account += 1;
      this.#starts[account] = this.#used;
    }
  }

  #addServerAccounts({ serverAccounts }: ObservedUsage): void {
    let position = 0;
    for (const { systemUser, primaryEmail, furtherEmails } of serverAccounts) {
      if (systemUser === null) {
        if (primaryEmail !== null) this.#primary[position] = this.#add(primaryEmail);
        if (furtherEmails !== null) for (const email of furtherEmails) this.#add(email);
      }
      position += 1;
      this.#starts[this.#linkedStarts.length + position] = this.#used;
    }
  }

  #add(email: Email): number {
    if (this.#used === this.#numbers.length) {
      const numbers = this.#numbers;
      this.#numbers = new Int32Array(2 * numbers.length);
      this.#numbers.set(numbers);
    }
    const number = this.emails.add(email);
    this.#numbers[this.#used++] = number;
    return number;
  }

  /** The number of the address at a position. */
  at(position: number): number {
    return this.#numbers[position] ?? NO_EMAIL;
  }

  /** All of an account. Some may be there twice. */
  of(account: AccountNumber): Range {
    return { start: this.#starts[account] ?? 0, end: this.#starts[account + 1] ?? 0 };
  }

  /** Of a cloud account. */
  verified(account: AccountNumber): Range {
    return { start: this.#starts[account] ?? 0, end: this.#linkedStarts[account] ?? 0 };
  }

  /** Of a cloud account: those of its SAML and SCIM identities, sorted. */
  linked(account: AccountNumber): Range {
    return { start: this.#linkedStarts[account] ?? 0, end: this.#starts[account + 1] ?? 0 };
  }

  /** NO_EMAIL for a cloud account, and where it is not known. */
  primary(account: AccountNumber): number {
    return this.#primary[account - this.#linkedStarts.length] ?? NO_EMAIL;
  }
}
