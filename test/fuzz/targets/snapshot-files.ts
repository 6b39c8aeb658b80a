import { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { gzipSync } from 'node:zlib';
import {
  DamagedSnapshotError,
  readLicenseRows,
  readSnapshot,
} from '../../../shared/adapters/s3/read-snapshot.ts';
import { snapshotDigest } from '../../../shared/adapters/snapshot-digest.ts';
import { snapshotEntryLines, snapshotHeaderLine } from '../../../shared/contracts/snapshot-file.ts';
import { sourceIdOf, type UsageSnapshot } from '../../../shared/domain/usage-snapshot.ts';
import { email, identitiesSnapshot } from '../../support/accounts.ts';
import { cloudUsage, serverUsage } from '../../support/sync-sources.ts';
import { factsOf, unfolded } from '../../support/usage-facts.ts';
import { expectThat, type FuzzTarget } from '../fuzz-target.ts';

const AT = '2026-03-01T00:00:00.000Z';

/** What the bucket may give back of a snapshot: it is the one that was stored, or is known to be damaged. */
export const SNAPSHOT_FILES: readonly FuzzTarget[] = [
  stored('server', serverUsage('ghes.example.com', [1, 2], { observedAt: AT })),
  stored('cloud', cloudUsage([1, 2, 3], AT)),
  stored('identities', identitiesSnapshot([{ login: 'mona', emails: [email('mona@example.com')] }], AT)),
];

function stored(kind: string, snapshot: UsageSnapshot): FuzzTarget {
  const text = [snapshotHeaderLine(snapshot), ...snapshotEntryLines(snapshot), ''].join('\n');
  const source = sourceIdOf(snapshot);
  const ref = {
    source,
    channel: snapshot.channel,
    observedAt: AT,
    digest: snapshotDigest(snapshot),
    key: 'key',
  };
  return {
    name: `snapshot-file/${kind}`,
    seeds: [Buffer.from(text), gzipSync(text)],
    run: async (input) => {
      // Else most inputs would be no archive.
      const body = input[0] === 0x1f ? input : gzipSync(input);
      try {
        const facts = await readSnapshot(Readable.from([body]), ref, undefined);
        expectThat(
          isDeepStrictEqual(unfolded(facts), unfolded(factsOf(snapshot))),
          'a snapshot is the one that was stored',
        );
        if (kind === 'cloud') await readLicenseRows(Readable.from([body]), ref).next();
        return 'read';
      } catch (error) {
        if (error instanceof DamagedSnapshotError) return 'damaged';
        throw error;
      }
    },
  };
}
