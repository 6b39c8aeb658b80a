import { NO_EMAIL } from '../email-numbers.ts';
import type { LicenseRows } from '../license-rows.ts';
import type { ObservedUsage } from '../observe.ts';
import { release } from '../release.ts';
import { AccountEmails } from './account-emails.ts';
import { AccountList, type AccountNumber, NO_ACCOUNT } from './account-list.ts';
import { rowsOfAccounts } from './rows-of-accounts.ts';

/** All that the matching looks at. It is not needed once people are matched; accounts and addresses are. */
export class Roster {
  readonly accounts: AccountList;
  readonly addresses: AccountEmails;
  readonly rows: LicenseRows;
  /** By account: the row that names it. */
  readonly rowOf: Int32Array;
  /** By address the first account with it as primary one; behind each server account the next one with the same. */
  readonly #firstWithPrimaryEmail: Int32Array<ArrayBuffer>;
  readonly #nextWithPrimaryEmail: Int32Array<ArrayBuffer>;

  constructor(observed: ObservedUsage) {
    const { rows, instances } = observed;
    this.rows = rows;
    this.accounts = new AccountList(rows, instances);
    this.addresses = new AccountEmails(this.accounts, observed);
    // No further address is to come.
    this.addresses.emails.rest();
    this.rowOf = rowsOfAccounts(rows, this.accounts);
    this.#firstWithPrimaryEmail = new Int32Array(this.addresses.emails.size).fill(NO_ACCOUNT);
    this.#nextWithPrimaryEmail = new Int32Array(this.accounts.size - this.accounts.cloudAccounts).fill(
      NO_ACCOUNT,
    );
    for (let account = this.accounts.size - 1; account >= this.accounts.cloudAccounts; account--) {
      this.#enter(account);
    }
  }

  /** Gives back what the matching alone needs; accounts, addresses and rows stay. */
  release(): void {
    release(this.#firstWithPrimaryEmail);
    release(this.#nextWithPrimaryEmail);
  }

  #enter(account: AccountNumber): void {
    const email = this.addresses.primary(account);
    if (email === NO_EMAIL) return;
    this.#nextWithPrimaryEmail[account - this.accounts.cloudAccounts] = this.firstWithPrimaryEmail(email);
    this.#firstWithPrimaryEmail[email] = account;
  }

  /** The first server account with this primary address, in canonical order; NO_ACCOUNT when there is none. */
  firstWithPrimaryEmail(email: number): AccountNumber {
    return this.#firstWithPrimaryEmail[email] ?? NO_ACCOUNT;
  }

  /** Every server account with this primary address, in canonical order. */
  forEachWithPrimaryEmail(email: number, take: (account: AccountNumber) => void): void {
    let account = this.firstWithPrimaryEmail(email);
    for (; account !== NO_ACCOUNT; account = this.nextWithSamePrimaryEmail(account)) take(account);
  }

  /** The next server account with the same primary address, in canonical order; NO_ACCOUNT after the last. */
  nextWithSamePrimaryEmail(account: AccountNumber): AccountNumber {
    return this.#nextWithPrimaryEmail[account - this.accounts.cloudAccounts] ?? NO_ACCOUNT;
  }
}
