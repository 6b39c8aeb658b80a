import * as z from 'zod';
import type { PullFailure } from '../../domain/sync-run.ts';
import type { ServerInstance } from '../../domain/usage-snapshot.ts';
import type { SourceRecord } from '../../ports.ts';
import { PULL_FAILURE_TEXTS } from './sync-failures.ts';

/** The source of an instance. */
export type InstanceRecord = SourceRecord & { readonly instance: ServerInstance };

const lastSyncSchema = z.strictObject({
  /** ISO 8601 in UTC, to the second. */
  date: z.string(),
  /** GitHub shows "success" only; its word for the other is inferred from the upload states of its GraphQL API. */
  status: z.enum(['success', 'failure']),
  /** Empty with "success". */
  error: z.string(),
});

/**
 * `GET /enterprises/{enterprise}/license-sync-status`, as GitHub answers it: all values are texts, `server_id` is
 * `""` while it is not known. An instance that never synced has no `last_sync`: GitHub requires no property, and
 * typed clients could not read `""` as a date.
 */
export const licenseSyncStatusSchema = z.strictObject({
  server_instances: z.array(
    z.strictObject({
      server_id: z.string(),
      hostname: z.string(),
      last_sync: lastSyncSchema.optional(),
    }),
  ),
});

export type LicenseSyncStatusBody = z.input<typeof licenseSyncStatusSchema>;
type LastSync = z.output<typeof lastSyncSchema>;

export function licenseSyncStatusBody(records: readonly InstanceRecord[]): LicenseSyncStatusBody {
  return {
    server_instances: records.map((record) => {
      const lastSync = lastSyncOf(record);
      return {
        server_id: record.instance.serverId ?? '',
        hostname: record.instance.hostName,
        ...(lastSync === null ? {} : { last_sync: lastSync }),
      };
    }),
  };
}

/** Something that brought usage of an instance, or failed to. */
interface SyncEvent {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Empty when it did. */
  readonly error: string;
}

/**
 * The newest of: the usage observed here, by file or by sync; what GitHub tells of the instance's own last sync; a
 * sync of ours that failed. Usage is of when it was observed, not of when it was fetched.
 */
function lastSyncOf({ snapshots, sync, githubConnect }: SourceRecord): LastSync | null {
  const events = [
    ...snapshots.map(({ observedAt }) => eventOf(observedAt, '')),
    ...(sync?.failure ? [eventOf(sync.attemptedAt, errorOf(sync.failure))] : []),
    ...(githubConnect?.date ? [eventOf(githubConnect.date, githubConnect.failed ? CONNECT_ERROR : '')] : []),
  ];
  const newest = events
    .filter(({ at }) => !Number.isNaN(at))
    .reduce<SyncEvent | null>((best, event) => (best !== null && best.at >= event.at ? best : event), null);
  if (newest === null) return null;
  const date = new Date(newest.at).toISOString().replace(/\.\d+Z$/, 'Z');
  return { date, status: newest.error === '' ? 'success' : 'failure', error: newest.error };
}

function eventOf(date: string, error: string): SyncEvent {
  return { at: Date.parse(date), error };
}

const CONNECT_ERROR = 'GitHub tells that the last sync through GitHub Connect has failed.';

const HELD_ERROR = 'The usage would remove too many accounts, and waits until an owner accepts it.';

function errorOf(failure: PullFailure | 'held'): string {
  return failure === 'held' ? HELD_ERROR : PULL_FAILURE_TEXTS[failure].message;
}
