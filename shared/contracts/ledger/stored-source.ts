import * as z from 'zod';
import type { HostName } from '../../domain/host-name.ts';
import { type GitHubConnectSync, PULL_FAILURES, type SourceSync } from '../../domain/sync-run.ts';
import type { ServerInstance, SourceId } from '../../domain/usage-snapshot.ts';
import type { SourceRecord } from '../../ports.ts';
import { storedInstant } from '../stored-values.ts';
import { restoreSnapshotRef, storedSnapshotRef, storedSourceId, storeSnapshotRef } from './snapshot-ref.ts';
import { restoreHold, storedHold, storeHold } from './stored-hold.ts';

const SERVER_PREFIX = 'server:';

const storedSync = z.object({
  run_id: z.string(),
  attempted_at: storedInstant,
  failure: z.enum([...PULL_FAILURES, 'held']).optional(),
  succeeded_at: storedInstant.optional(),
  observed_at: storedInstant.optional(),
  first_attempt_at: storedInstant,
});

const storedGitHubConnectSync = z.object({
  observed_at: storedInstant,
  date: z.string().optional(),
  status: z.string().optional(),
  failed: z.boolean(),
});

/** All that is known of a source, in one piece. */
export const storedSource = z.object({
  source: storedSourceId,
  server_id: z.string().optional(),
  version: z.string().optional(),
  snapshots: z.array(storedSnapshotRef),
  encrypted: z.object({ observed_at: storedInstant, upload_id: z.string() }).optional(),
  held: z.object({ observed_at: storedInstant, upload_id: z.string(), hold: storedHold }).optional(),
  automatic_sync: z.boolean(),
  sync: storedSync.optional(),
  github_connect: storedGitHubConnectSync.optional(),
});

type StoredSource = z.infer<typeof storedSource>;

export function storeSource(record: SourceRecord): StoredSource {
  const { source, instance, snapshots, encrypted, held, automaticSync, sync, githubConnect } = record;
  return {
    source,
    server_id: instance?.serverId ?? undefined,
    version: instance?.version ?? undefined,
    snapshots: snapshots.map(storeSnapshotRef),
    encrypted: encrypted ? { observed_at: encrypted.observedAt, upload_id: encrypted.uploadId } : undefined,
    held: held
      ? { observed_at: held.observedAt, upload_id: held.uploadId, hold: storeHold(held.hold) }
      : undefined,
    automatic_sync: automaticSync,
    sync: sync ? storeSync(sync) : undefined,
    github_connect: githubConnect ? storeGitHubConnectSync(githubConnect) : undefined,
  };
}

export function restoreSource(stored: StoredSource): SourceRecord {
  const { source, snapshots, encrypted, held, sync, github_connect: connect } = stored;
  return {
    source,
    instance: instanceOf(source, stored),
    snapshots: snapshots.map(restoreSnapshotRef),
    encrypted: encrypted ? { observedAt: encrypted.observed_at, uploadId: encrypted.upload_id } : null,
    held: held
      ? { observedAt: held.observed_at, uploadId: held.upload_id, hold: restoreHold(held.hold) }
      : null,
    automaticSync: stored.automatic_sync,
    sync: sync ? restoreSync(sync) : null,
    githubConnect: connect
      ? {
          observedAt: connect.observed_at,
          date: connect.date ?? null,
          status: connect.status ?? null,
          failed: connect.failed,
        }
      : null,
  };
}

function instanceOf(source: SourceId, { server_id, version }: StoredSource): ServerInstance | null {
  if (source === 'cloud') return null;
  const hostName = source.slice(SERVER_PREFIX.length) as HostName;
  return { hostName, serverId: server_id ?? null, version: version ?? null };
}

function storeSync(sync: SourceSync): z.infer<typeof storedSync> {
  return {
    run_id: sync.runId,
    attempted_at: sync.attemptedAt,
    failure: sync.failure ?? undefined,
    succeeded_at: sync.succeededAt ?? undefined,
    observed_at: sync.observedAt ?? undefined,
    first_attempt_at: sync.firstAttemptAt,
  };
}

function restoreSync(stored: z.infer<typeof storedSync>): SourceSync {
  return {
    runId: stored.run_id,
    attemptedAt: stored.attempted_at,
    failure: stored.failure ?? null,
    succeededAt: stored.succeeded_at ?? null,
    observedAt: stored.observed_at ?? null,
    firstAttemptAt: stored.first_attempt_at,
  };
}

function storeGitHubConnectSync(sync: GitHubConnectSync): z.infer<typeof storedGitHubConnectSync> {
  const { observedAt, date, status, failed } = sync;
  return { observed_at: observedAt, date: date ?? undefined, status: status ?? undefined, failed };
}
