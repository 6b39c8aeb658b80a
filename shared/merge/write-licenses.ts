import { ChargebackTally } from '../domain/chargeback.ts';
import type { ConsumedLicense } from '../domain/consumed-license.ts';
import { newestCloudSnapshot } from '../domain/observe.ts';
import type { CommittedUsage } from '../domain/usage.ts';
import type { MergePorts } from '../ports.ts';
import { consumedLicenses } from './consumed-licenses.ts';
import type { IdentifiedPeople } from './identified-people.ts';

/**
 * Writes the licenses of a merge and who may be charged for them. The details of the cloud's rows were dropped when
 * they were loaded: they are read once more, row by row.
 */
export async function writeLicenses(
  { snapshots, licenses, chargebacks }: Pick<MergePorts, 'snapshots' | 'licenses' | 'chargebacks'>,
  people: IdentifiedPeople,
  { reportId, usage, snapshots: refs }: Pick<CommittedUsage, 'reportId' | 'usage' | 'snapshots'>,
): Promise<void> {
  const cloud = newestCloudSnapshot(refs);
  const rows = cloud === null ? [] : await snapshots.licenseRows(cloud);
  const tally = new ChargebackTally();
  await licenses.write(reportId, {
    seatsPurchased: usage.github.seatsPurchased,
    licenses: counted(consumedLicenses(people.inListingOrder(), rows), tally),
  });
  await chargebacks.write(reportId, tally.result(usage));
}

async function* counted(
  licenses: AsyncIterable<ConsumedLicense>,
  tally: ChargebackTally,
): AsyncGenerator<ConsumedLicense> {
  for await (const license of licenses) {
    tally.add(license);
    yield license;
  }
}
