import { NO_EMAIL } from '../email-numbers.ts';
import { release } from '../release.ts';
import type { AccountEmails } from './account-emails.ts';
import { type AccountList, type AccountNumber, NO_ACCOUNT } from './account-list.ts';

/** Which server accounts have an address as their primary one, in canonical order. */
export class PrimaryEmails {
  readonly #cloudAccounts: number;
  /** By address the first account with it; behind each server account the next one with the same. */
  readonly #first: Int32Array<ArrayBuffer>;
  readonly #next: Int32Array<ArrayBuffer>;

  constructor(accounts: AccountList, addresses: AccountEmails) {
    const { cloudAccounts } = accounts;
    const first = new Int32Array(addresses.emails.size).fill(NO_ACCOUNT);
    const next = new Int32Array(accounts.size - cloudAccounts).fill(NO_ACCOUNT);
    for (let account = accounts.size - 1; account >= cloudAccounts; account--) {
      const email = addresses.primary(account);
      if (email === NO_EMAIL) continue;
      next[account - cloudAccounts] = first[email] ?? NO_ACCOUNT;
      first[email] = account;
    }
    this.#cloudAccounts = cloudAccounts;
    this.#first = first;
    this.#next = next;
  }

  /** Gives back the memory. No account is to be had any more. */
  release(): void {
    release(this.#first);
    release(this.#next);
  }

  /** The first server account with this primary address; NO_ACCOUNT when there is none. */
  firstWith(email: number): AccountNumber {
    return this.#first[email] ?? NO_ACCOUNT;
  }

  /** Every server account with this primary address. */
  forEachWith(email: number, take: (account: AccountNumber) => void): void {
    let account = this.firstWith(email);
    for (; account !== NO_ACCOUNT; account = this.nextWithSame(account)) take(account);
  }

  /** The next server account with the same primary address; NO_ACCOUNT after the last. */
  nextWithSame(account: AccountNumber): AccountNumber {
    return this.#next[account - this.#cloudAccounts] ?? NO_ACCOUNT;
  }
}
