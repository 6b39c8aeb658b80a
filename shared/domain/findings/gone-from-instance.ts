import { type LicenseFacts, serverAccountKey } from '../account.ts';
import type { Found } from '../finding.ts';
import { foundAbout } from './finding-about.ts';
import type { GithubLicenses } from './github-licenses.ts';
import type { KnownAccounts } from './known-accounts.ts';

/** Rows that list an account that is gone. */
export function* rowsWithGone({
  rows,
  known,
}: Pick<GithubLicenses, 'rows' | 'known'>): Generator<LicenseFacts> {
  for (let row = 0; row < rows.length; row++) {
    let isAnyGone = false;
    rows.forEachServerAccount(row, (hostName, userId) => {
      isAnyGone ||= known.isGone({ hostName, userId });
    });
    if (isAnyGone) yield rows.at(row);
  }
}

/**
 * Accounts that a row of GitHub's lists and that our snapshot of their instance no longer has. Policy: GitHub shows
 * what the instance's last sync told it, and only accounts that exist consume (billing/how-tos/manage-server-licenses/
 * sync-license-usage). A row that lists nothing else is a license to be got back.
 * @param row lists an account that is gone.
 */
export function goneFromInstance(row: LicenseFacts, known: KnownAccounts): Found {
  return foundAbout('gone-from-instance', known.listsOnlyGone(row) ? 1 : 0, () => ({
    accounts: row.serverAccounts
      .filter((ref) => known.isGone(ref))
      .flatMap(({ hostName, userId }) => (hostName === null ? [] : serverAccountKey(hostName, userId))),
    people: [],
  }));
}
