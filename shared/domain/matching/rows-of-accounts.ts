import type { HostName } from '../host-name.ts';
import type { LicenseRows } from '../license-rows.ts';
import { NO_LIST } from '../number-lists.ts';
import { type AccountList, NO_ACCOUNT } from './account-list.ts';

/** In place of the position of a row. */
export const NO_ROW = NO_LIST;

/** By account: the position of the row of GitHub's that names it, NO_ROW when none does. */
export function rowsOfAccounts(rows: LicenseRows, accounts: AccountList): Int32Array {
  const rowOf = new Int32Array(accounts.size).fill(NO_ROW);
  for (let account = 0; account < accounts.cloudAccounts; account++)
    rowOf[account] = accounts.cloudRowOf(account);
  let row = 0;
  const list = (hostName: HostName | null, userId: number): void => {
    const account = hostName === null ? NO_ACCOUNT : accounts.numberOf(hostName, userId);
    if (account !== NO_ACCOUNT) rowOf[account] = row;
  };
  for (; row < rows.length; row++) rows.forEachServerAccount(row, list);
  return rowOf;
}
