import * as z from 'zod';
import type { SnapshotRef } from '../../domain/upload.ts';
import { CHANNELS } from '../../domain/usage-snapshot.ts';

/** When and how a source was observed, and how many accounts (of the cloud: license rows) were seen. */
export const observationSchema = z.strictObject({
  source: z.string(),
  channel: z.enum(CHANNELS),
  observed_at: z.iso.datetime(),
  accounts: z.int().min(0),
});

export type Observation = z.output<typeof observationSchema>;

export type Observed = Pick<SnapshotRef, 'source' | 'channel' | 'observedAt' | 'accounts'>;

/** What the first cannot tell comes from the next. */
export function observationsNewestFirst(snapshots: readonly SnapshotRef[]): Observation[] {
  return snapshots.toSorted((a, b) => (a.observedAt > b.observedAt ? -1 : 1)).map(observationBody);
}

export function observationBody(snapshot: Observed): Observation {
  return {
    source: snapshot.source,
    channel: snapshot.channel,
    observed_at: snapshot.observedAt,
    accounts: snapshot.accounts,
  };
}
