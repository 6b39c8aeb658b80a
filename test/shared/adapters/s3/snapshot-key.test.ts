import { expect, it } from 'vitest';
import { parseSnapshotKey } from '../../../../shared/adapters/s3/snapshot-key.ts';

const DIGEST = 'a'.repeat(64);

it.each([
  `snapshots/cloud/20260102T030405678Z-${DIGEST}.ndjson.gz`,
  `snapshots/cloud/20260102T030405678Z-telepathy-${DIGEST}.ndjson.gz`,
  `snapshots/cloud/2026-01-02-rest-${DIGEST}.ndjson.gz`,
  `snapshots/server/20260102T030405678Z-rest-${DIGEST}.ndjson.gz`,
  `snapshots/cloud/20260102T030405678Z-rest-${DIGEST}.ndjson.gz.part`,
  '',
])('takes %s for no snapshot', (key) => {
  expect(parseSnapshotKey(key)).toBeNull();
});
