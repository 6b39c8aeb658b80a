import type { LicenseRows } from '../license-rows.ts';
import { NumbersBuilder } from '../numbers-builder.ts';
import { type AccountList, type AccountNumber, NO_ACCOUNT } from './account-list.ts';

/** In place of the number of a row. */
export const NO_ROW = -1;

/** The server accounts that each of GitHub's rows lists and that exist, one behind the other, and whose row is whose. */
export class ListedAccounts {
  readonly #accounts = new NumbersBuilder(Int32Array);
  /** Where the accounts of a row begin; those of the next one follow. */
  readonly #starts: Int32Array;
  readonly #rowOf: Int32Array;

  constructor(rows: LicenseRows, all: AccountList) {
    this.#starts = new Int32Array(rows.length + 1);
    this.#rowOf = new Int32Array(all.size).fill(NO_ROW);
    for (let account = 0; account < all.cloudAccounts; account++)
      this.#rowOf[account] = all.cloudRowOf(account);
    for (let row = 0; row < rows.length; row++) {
      if (rows.countServerAccounts(row) > 0) this.#addListed(row, rows, all);
      this.#starts[row + 1] = this.#accounts.length;
    }
  }

  #addListed(row: number, rows: LicenseRows, all: AccountList): void {
    const listed: AccountNumber[] = [];
    rows.forEachServerAccount(row, (hostName, userId) => {
      const account = hostName === null ? NO_ACCOUNT : all.numberOf(hostName, userId);
      if (account !== NO_ACCOUNT) listed.push(account);
    });
    for (const account of listed.sort((a, b) => a - b)) {
      this.#rowOf[account] = row;
      this.#accounts.add(account);
    }
  }

  /** Of a row, in canonical order. */
  of(row: number): readonly AccountNumber[] {
    const start = this.#starts[row] ?? 0;
    const end = this.#starts[row + 1] ?? 0;
    return start === end
      ? NONE
      : Array.from({ length: end - start }, (_, index) => this.#accounts.at(start + index));
  }

  /** The row that names an account, NO_ROW when none does. */
  rowOf(account: AccountNumber): number {
    return this.#rowOf[account] ?? NO_ROW;
  }
}

const NONE: readonly AccountNumber[] = [];
