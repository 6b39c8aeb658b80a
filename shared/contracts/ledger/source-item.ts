import * as z from 'zod';
import type { HostName } from '../../domain/host-name.ts';
import { type GitHubConnectSync, PULL_FAILURES, type SourceSync } from '../../domain/sync-run.ts';
import { CHANNELS, type Channel, type ServerInstance, type SourceId } from '../../domain/usage-snapshot.ts';
import type { HeldUpload, SourceRecord, SyncAttempt } from '../../ports.ts';
import { storedInstant } from '../stored-values.ts';
import { type ItemKey, itemBase, parseItem } from './item.ts';
import { storedObservation, storedSourceId } from './snapshot-ref.ts';
import { restoreHold, storedHold, storeHold } from './stored-hold.ts';

export const SOURCE_PARTITION = 'source';

/** The attribute that holds the newest snapshot of a channel. */
export const SNAPSHOT_ATTRIBUTES = {
  export: 'snapshot_export',
  'users-report': 'snapshot_users_report',
  graphql: 'snapshot_graphql',
  rest: 'snapshot_rest',
} as const satisfies Record<Channel, string>;

/** A fact of an instance, with the date of the observation that told it: the newest one stays. */
const storedFact = z.object({ value: z.string(), observed_at: storedInstant });

/** `rank` orders what was told for the same instant. */
const storedGitHubConnect = z.object({
  observed_at: storedInstant,
  rank: z.string(),
  date: z.string().optional(),
  status: z.string().optional(),
  failed: z.boolean(),
});

/** `observed_at` is when it was attempted. */
const storedSyncAttempt = z.object({
  observed_at: storedInstant,
  rank: z.string(),
  run_id: z.string(),
  failure: z.enum([...PULL_FAILURES, 'held']).optional(),
});

const storedHeldUpload = z.object({ observed_at: storedInstant, upload_id: z.string(), hold: storedHold });

const sourceItem = z.object({
  ...itemBase,
  sk: storedSourceId,
  snapshot_export: storedObservation.optional(),
  snapshot_users_report: storedObservation.optional(),
  snapshot_graphql: storedObservation.optional(),
  snapshot_rest: storedObservation.optional(),
  server_id: storedFact.optional(),
  version: storedFact.optional(),
  encrypted: z.object({ observed_at: storedInstant, upload_id: z.string() }).optional(),
  held: storedHeldUpload.optional(),
  automatic_sync: z.boolean().optional(),
  github_connect: storedGitHubConnect.optional(),
  sync_attempt: storedSyncAttempt.optional(),
  sync_first_attempt_at: storedInstant.optional(),
  sync_succeeded_at: storedInstant.optional(),
  sync_observed_at: storedInstant.optional(),
});

type SourceItem = z.infer<typeof sourceItem>;

export function sourceKey(source: SourceId): ItemKey {
  return { pk: SOURCE_PARTITION, sk: source };
}

/** Throws UnreadableItemError. */
export function parseSourceItem(item: unknown): SourceRecord {
  const stored = parseItem('source', sourceItem, item);
  const source = stored.sk;
  const snapshots = CHANNELS.flatMap((channel) => {
    const observation = stored[SNAPSHOT_ATTRIBUTES[channel]];
    if (observation === undefined) return [];
    const { observed_at: observedAt, digest, key, accounts } = observation;
    return [{ source, channel, observedAt, digest, key, accounts }];
  });
  const { encrypted } = stored;
  return {
    source,
    instance: instanceOf(source, stored.server_id?.value ?? null, stored.version?.value ?? null),
    snapshots,
    encrypted: encrypted ? { observedAt: encrypted.observed_at, uploadId: encrypted.upload_id } : null,
    held: heldOf(stored),
    automaticSync: stored.automatic_sync ?? true,
    sync: syncOf(stored),
    githubConnect: gitHubConnectOf(stored),
  };
}

function instanceOf(
  source: SourceId,
  serverId: string | null,
  version: string | null,
): ServerInstance | null {
  if (source === 'cloud') return null;
  return { hostName: source.slice('server:'.length) as HostName, serverId, version };
}

export function storeHeldUpload({
  observedAt,
  uploadId,
  hold,
}: HeldUpload): z.infer<typeof storedHeldUpload> {
  return { observed_at: observedAt, upload_id: uploadId, hold: storeHold(hold) };
}

function heldOf({ held: stored }: SourceItem): HeldUpload | null {
  if (stored === undefined) return null;
  return { observedAt: stored.observed_at, uploadId: stored.upload_id, hold: restoreHold(stored.hold) };
}

export function storeSyncAttempt(attempt: SyncAttempt): z.infer<typeof storedSyncAttempt> {
  const { runId, attemptedAt, failure } = attempt;
  return {
    observed_at: attemptedAt,
    rank: `${runId} ${failure ?? ''}`,
    run_id: runId,
    failure: failure ?? undefined,
  };
}

/** Null until all of the first attempt is noted: its parts are written one after another. */
function syncOf(stored: SourceItem): SourceSync | null {
  const { sync_attempt: attempt, sync_first_attempt_at: firstAttemptAt } = stored;
  if (attempt === undefined || firstAttemptAt === undefined) return null;
  return {
    runId: attempt.run_id,
    attemptedAt: attempt.observed_at,
    failure: attempt.failure ?? null,
    succeededAt: stored.sync_succeeded_at ?? null,
    observedAt: stored.sync_observed_at ?? null,
    firstAttemptAt,
  };
}

export function storeGitHubConnect(sync: GitHubConnectSync): z.infer<typeof storedGitHubConnect> {
  const { observedAt, date, status, failed } = sync;
  return {
    observed_at: observedAt,
    rank: `${date ?? ''} ${status ?? ''} ${failed}`,
    date: date ?? undefined,
    status: status ?? undefined,
    failed,
  };
}

function gitHubConnectOf({ github_connect: stored }: SourceItem): GitHubConnectSync | null {
  if (stored === undefined) return null;
  const { observed_at: observedAt, date, status, failed } = stored;
  return { observedAt, date: date ?? null, status: status ?? null, failed };
}
