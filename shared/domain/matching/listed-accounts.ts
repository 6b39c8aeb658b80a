import type { LicenseFacts } from '../account.ts';
import { type AccountList, type AccountNumber, NO_ACCOUNT } from './account-list.ts';

/** In place of the number of a row. */
const NO_ROW = -1;

/** The server accounts that each of GitHub's rows lists and that exist, one behind the other, and whose row is whose. */
export class ListedAccounts {
  readonly #accounts: number[] = [];
  /** Where the accounts of a row begin; those of the next one follow. */
  readonly #starts: Int32Array;
  readonly #rowOf: Int32Array;

  constructor(rows: readonly LicenseFacts[], all: AccountList) {
    this.#starts = new Int32Array(rows.length + 1);
    this.#rowOf = new Int32Array(all.size).fill(NO_ROW);
    let cloudAccount: AccountNumber = 0;
    for (const [number, row] of rows.entries()) {
      if (row.login !== null) this.#rowOf[cloudAccount++] = number;
      for (const account of listedAccounts(row, all)) {
        this.#rowOf[account] = number;
        this.#accounts.push(account);
      }
      this.#starts[number + 1] = this.#accounts.length;
    }
  }

  /** Of a row, in canonical order. */
  of(row: number): readonly AccountNumber[] {
    const start = this.#starts[row] ?? 0;
    const end = this.#starts[row + 1] ?? 0;
    return start === end ? NONE : this.#accounts.slice(start, end);
  }

  /** The row that names an account, NO_ROW when none does. */
  rowOf(account: AccountNumber): number {
    return this.#rowOf[account] ?? NO_ROW;
  }
}

const NONE: readonly AccountNumber[] = [];

function listedAccounts({ serverAccounts }: LicenseFacts, all: AccountList): readonly AccountNumber[] {
  if (serverAccounts.length === 0) return NONE;
  const accounts: AccountNumber[] = [];
  for (const { hostName, userId } of serverAccounts) {
    const account = hostName === null ? NO_ACCOUNT : all.numberOf(hostName, userId);
    if (account !== NO_ACCOUNT) accounts.push(account);
  }
  return accounts.sort((a, b) => a - b);
}
