import type { LicenseFacts } from '../account.ts';
import type { Found } from '../finding.ts';
import { findingAboutSource, foundAs } from './finding-about.ts';
import { countRows, type GithubLicenses, rowsWithoutLogin } from './github-licenses.ts';

/**
 * Rows that GitHub counts a license for and that name nobody: no account at all, or user ids without their host.
 * Policy: INFERRED, since GitHub's description of a row requires no field of it, and a row may be all empty. Told is how
 * many rows there are, counted are those that name somebody. No seats: whose they are may be people who need them.
 */
export function unidentifiedRows(licenses: GithubLicenses): Found[] {
  const told = countRows(licenses);
  let counted = told - licenses.namelessRows;
  for (const row of rowsWithoutLogin(licenses)) if (isUnidentified(row, licenses)) counted -= 1;
  if (told === counted) return [];
  return [foundAs(findingAboutSource('unidentified-rows', 'cloud', { told, counted }))];
}

/** Whether an account that the row names may exist, and yet nobody has it for want of its host. */
export function isUnidentified(row: LicenseFacts, { known }: Pick<GithubLicenses, 'known'>): boolean {
  return known.isNobodys(row) && !known.listsOnlyGone(row);
}
