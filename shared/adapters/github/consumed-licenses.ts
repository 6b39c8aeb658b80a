import { MovingLicenseRows } from '../../contracts/github/moving-license-rows.ts';
import { licenseRowOf } from '../../contracts/usage-file/cloud/license-row-of.ts';
import { SharedStrings } from '../../contracts/usage-file/cloud/shared-strings.ts';
import type { CloudUsageSnapshot } from '../../domain/usage-snapshot.ts';
import type { GitHubClient } from './client.ts';
import { licensePages } from './license-pages.ts';
import { pullFailure } from './pull-failures.ts';

/** All rows, or PullError. Every page repeats the totals; those of the last one are the newest. */
export async function pullConsumedLicenses(
  client: GitHubClient,
  observedAt: string,
): Promise<CloudUsageSnapshot> {
  const rows = new MovingLicenseRows();
  const strings = new SharedStrings();
  let seatsConsumed: number | null = null;
  let seatsPurchased: number | null = null;
  for await (const { body, next, asked } of licensePages(client)) {
    const outcome = rows.addPage(body.users.map((user) => licenseRowOf(user, strings)));
    if (outcome === 'contradictory') {
      throw pullFailure('unreadable-answer', asked, 'two rows name one account');
    }
    // A last page may be all moved rows; on a whole page in the middle nobody moves so fast.
    if (outcome === 'nothing-new' && next !== null) {
      throw pullFailure('incomplete-answer', asked, 'the rows of earlier pages again');
    }
    seatsConsumed = body.total_seats_consumed ?? seatsConsumed;
    seatsPurchased = body.total_seats_purchased ?? seatsPurchased;
  }
  return {
    kind: 'cloud',
    channel: 'rest',
    observedAt,
    seatsConsumed,
    seatsPurchased,
    unidentifiedRows: rows.unidentified,
    rows: rows.takeSorted(),
  };
}
