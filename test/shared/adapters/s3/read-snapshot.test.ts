import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readLicenseRows, readSnapshot } from '../../../../shared/adapters/s3/read-snapshot.ts';
import { snapshotDigest } from '../../../../shared/adapters/snapshot-digest.ts';
import { snapshotEntryLines, snapshotHeaderLine } from '../../../../shared/contracts/snapshot-file.ts';
import type { StoredSnapshot } from '../../../../shared/domain/upload.ts';
import { sourceIdOf, type UsageSnapshot } from '../../../../shared/domain/usage-snapshot.ts';
import {
  cloudSnapshot,
  email,
  licenseRow,
  serverAccount,
  serverSnapshot,
} from '../../../support/accounts.ts';
import { factsOf, unfolded } from '../../../support/usage-facts.ts';

/** A few that are longer than what is unpacked at a time, between short ones. */
const LENGTHS = [1, 1, 3000, 1, 9000, 9000, 1, 6000, 1];

function emails(count: number): ReturnType<typeof email>[] {
  return Array.from({ length: count }, (_, number) => email(`e${10_000 + number}@example.com`));
}

function stored(snapshot: UsageSnapshot): { body: Readable; ref: StoredSnapshot } {
  const text = [snapshotHeaderLine(snapshot), ...snapshotEntryLines(snapshot), ''].join('\n');
  const { channel, observedAt } = snapshot;
  const digest = snapshotDigest(snapshot);
  return {
    body: Readable.from([gzipSync(text)]),
    ref: { source: sourceIdOf(snapshot), channel, observedAt, digest, key: 'key' },
  };
}

test('accounts are read whatever the length of their lines', async () => {
  const accounts = LENGTHS.map((length, index) =>
    serverAccount(`ghes-a:${index + 1}`, { furtherEmails: emails(length) }),
  );
  const snapshot = serverSnapshot('ghes-a', accounts);
  const { body, ref } = stored(snapshot);
  expect(unfolded(await readSnapshot(body, ref, undefined))).toEqual(unfolded(snapshot));
});

test('license rows are read whatever the length of their lines', async () => {
  const rows = LENGTHS.map((length, index) =>
    licenseRow({ login: `user-${index}`, verifiedEmails: emails(length) }),
  );
  const snapshot = cloudSnapshot(rows);
  const { body, ref } = stored(snapshot);
  expect(unfolded(await readSnapshot(body, ref, undefined))).toEqual(unfolded(factsOf(snapshot)));
  const again = stored(snapshot);
  expect(await Readable.from(readLicenseRows(again.body, again.ref)).toArray()).toEqual(rows);
});
