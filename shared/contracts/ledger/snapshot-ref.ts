import * as z from 'zod';
import type { SnapshotRef } from '../../domain/upload.ts';
import { CHANNELS, type SourceId } from '../../domain/usage-snapshot.ts';
import { storedInstant } from '../stored-values.ts';

export const storedSourceId = z.custom<SourceId>(
  (value) => typeof value === 'string' && (value === 'cloud' || value.startsWith('server:')),
  'expected a source id',
);

/** Where a snapshot is, without its source and channel. */
export const storedObservation = z.object({
  observed_at: storedInstant,
  digest: z.string(),
  key: z.string(),
  accounts: z.int(),
});

export type StoredObservation = z.infer<typeof storedObservation>;

export const storedSnapshotRef = storedObservation.extend({
  source: storedSourceId,
  channel: z.enum(CHANNELS),
});

export type StoredSnapshotRef = z.infer<typeof storedSnapshotRef>;

export function storeObservation(ref: SnapshotRef): StoredObservation {
  return { observed_at: ref.observedAt, digest: ref.digest, key: ref.key, accounts: ref.accounts };
}

export function storeSnapshotRef(ref: SnapshotRef): StoredSnapshotRef {
  return { source: ref.source, channel: ref.channel, ...storeObservation(ref) };
}

export function restoreSnapshotRef(stored: StoredSnapshotRef): SnapshotRef {
  const { source, channel, digest, key, accounts } = stored;
  return { source, channel, observedAt: stored.observed_at, digest, key, accounts };
}
