import type { LicenseFacts } from '../account.ts';
import type { LicenseRows } from '../license-rows.ts';
import { newestCloud, observedSeats } from '../observe.ts';
import type { UsageFacts } from '../usage-snapshot.ts';
import { consumesAtGithub } from './github-rows.ts';
import { KnownAccounts } from './known-accounts.ts';

/** The user licenses that GitHub counts: what people are compared with. */
export interface GithubLicenses {
  readonly rows: LicenseRows;
  /** How many of them consume a license and name an account. */
  readonly consumingRows: number;
  readonly known: KnownAccounts;
  /** How many rows name nothing at all. */
  readonly namelessRows: number;
  /** GitHub's own total, which may be of another observation than the rows; null where none tells it. */
  readonly total: number | null;
}

/** Null when there are no rows to compare with. */
export function githubLicensesOf(
  { rows }: { readonly rows: LicenseRows },
  snapshots: readonly UsageFacts[],
): GithubLicenses | null {
  const cloud = newestCloud(snapshots);
  if (cloud === null) return null;
  let consumingRows = 0;
  for (let row = 0; row < rows.length; row++) if (consumesAtGithub(rows, row)) consumingRows++;
  return {
    rows,
    consumingRows,
    known: new KnownAccounts(snapshots),
    namelessRows: cloud.unidentifiedRows,
    total: observedSeats(snapshots).seatsConsumed,
  };
}

/** Rows that consume a license and name server accounts alone. */
export function* rowsWithoutLogin({ rows }: Pick<GithubLicenses, 'rows'>): Generator<LicenseFacts> {
  for (const row of rowNumbersWithoutLogin(rows)) yield rows.at(row);
}

/** Their positions. */
export function* rowNumbersWithoutLogin(rows: LicenseRows): Generator<number> {
  for (let row = 0; row < rows.length; row++) {
    if (!rows.hasLogin(row) && rows.countServerAccounts(row) > 0) yield row;
  }
}

/** All rows that consume a license. */
export function countRows({ consumingRows, namelessRows }: GithubLicenses): number {
  return consumingRows + namelessRows;
}
