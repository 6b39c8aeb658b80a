import type { LicenseFacts } from '../account.ts';
import { newestCloud, observedSeats } from '../observe.ts';
import type { UsageFacts } from '../usage-snapshot.ts';
import { consumesAtGithub } from './github-rows.ts';
import { KnownAccounts } from './known-accounts.ts';

/** The user licenses that GitHub counts: what people are compared with. */
export interface GithubLicenses {
  /** Those that consume a license and name an account. */
  readonly rows: readonly LicenseFacts[];
  readonly known: KnownAccounts;
  /** How many rows name nothing at all. */
  readonly namelessRows: number;
  /** GitHub's own total, which may be of another observation than the rows; null where none tells it. */
  readonly total: number | null;
}

/** Null when there are no rows to compare with. */
export function githubLicensesOf(snapshots: readonly UsageFacts[]): GithubLicenses | null {
  const cloud = newestCloud(snapshots);
  if (cloud === null) return null;
  return {
    rows: cloud.rows.filter(consumesAtGithub),
    known: new KnownAccounts(snapshots),
    namelessRows: cloud.unidentifiedRows,
    total: observedSeats(snapshots).seatsConsumed,
  };
}

/** All rows that consume a license. */
export function countRows({ rows, namelessRows }: GithubLicenses): number {
  return rows.length + namelessRows;
}
