import type { HostName } from '../host-name.ts';
import type { LicenseRows } from '../license-rows.ts';
import { NO_LIST } from '../number-lists.ts';
import { type AccountList, type AccountNumber, NO_ACCOUNT } from './account-list.ts';

/** In place of the position of a row. */
export const NO_ROW = NO_LIST;

/** Which row of GitHub's names an account, by position. */
export class RowsOfAccounts {
  readonly #accounts: AccountList;
  /** By server account, the first one at 0; NO_ROW where none names it. Cloud accounts have rows of their own. */
  readonly ofServerAccounts: Int32Array;

  constructor(rows: LicenseRows, accounts: AccountList) {
    this.#accounts = accounts;
    const { cloudAccounts } = accounts;
    const ofServerAccounts = new Int32Array(accounts.size - cloudAccounts).fill(NO_ROW);
    let row = 0;
    const list = (hostName: HostName | null, userId: number): void => {
      const account = hostName === null ? NO_ACCOUNT : accounts.numberOf(hostName, userId);
      if (account !== NO_ACCOUNT) ofServerAccounts[account - cloudAccounts] = row;
    };
    for (; row < rows.length; row++) rows.forEachServerAccount(row, list);
    this.ofServerAccounts = ofServerAccounts;
  }

  /** NO_ROW where none names the account. */
  of(account: AccountNumber): number {
    const { cloudAccounts } = this.#accounts;
    return account < cloudAccounts
      ? this.#accounts.cloudRowOf(account)
      : (this.ofServerAccounts[account - cloudAccounts] ?? NO_ROW);
  }
}
