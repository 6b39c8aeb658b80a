import { type LicenseFacts, serverAccountKey } from '../account.ts';
import type { Found } from '../finding.ts';
import type { People } from '../people.ts';
import { foundAbout } from './finding-about.ts';
import type { GithubLicenses } from './github-licenses.ts';
import type { KnownAccounts } from './known-accounts.ts';

/** Rows that list an account that is gone. */
export function* rowsWithGone(
  { rows, known }: Pick<GithubLicenses, 'rows' | 'known'>,
  people: People,
): Generator<LicenseFacts> {
  const accounts = people.accountsOfRows();
  for (let row = 0; row < rows.length; row++) {
    const named = rows.countServerAccounts(row) + (rows.hasLogin(row) ? 1 : 0);
    // All of them are somebody's: it is told at a fraction of the cost.
    if (accounts[row] === named) continue;
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
