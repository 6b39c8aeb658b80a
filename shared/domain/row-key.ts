import { cloudAccountKey, type LicenseFacts, type LicenseRow } from './account.ts';

interface KeyedRow {
  readonly key: string;
  readonly row: LicenseRow;
}

/**
 * What a license row is sorted by and known by: the login, else its first server account, else the address of
 * its Visual Studio subscription. Null for a row that names none of them, and of which nobody can be made.
 */
export function rowKey(row: Pick<LicenseFacts, 'login' | 'serverAccounts' | 'visualStudio'>): string | null {
  if (row.login !== null) return cloudAccountKey(row.login);
  const [account] = row.serverAccounts;
  if (account !== undefined) return `${account.hostName ?? ''}:${account.userId}`;
  const email = row.visualStudio?.email ?? null;
  return email === null ? null : `visual-studio:${email}`;
}

/** Rows of one key (bare ids, subscriptions of one address) are ordered by content, not by where they came. */
export function byRowKey(one: KeyedRow, other: KeyedRow): number {
  return compareText(one.key, other.key) || compareText(JSON.stringify(one.row), JSON.stringify(other.row));
}

/** By UTF-16 code units, whatever the machine's language. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

export function sortedByKey(rows: readonly LicenseRow[]): LicenseRow[] {
  return rows
    .map((row) => ({ key: rowKey(row) ?? '', row }))
    .sort(byRowKey)
    .map(({ row }) => row);
}
