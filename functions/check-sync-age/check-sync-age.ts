import { MAX_SYNC_AGE_DAYS } from '../../shared/domain/sync-run.ts';
import type { SourceId } from '../../shared/domain/usage-snapshot.ts';
import type { SourceRecord, SourceRegistry } from '../../shared/ports.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

export interface SyncAge {
  readonly source: SourceId;
  /** Since its last good sync; since the first attempt when there never was one. With decimals. */
  readonly days: number;
}

/** Told of what was found, for logs and metrics. */
export interface SyncAgeObserver {
  /** The source has gone without a good sync for longer than it should. */
  overdue(age: SyncAge): void;
  oldest(age: SyncAge): void;
}

/** Tells how long ago the sources were synced that are to be synced automatically. Nothing when there are none. */
export async function checkSyncAge(
  sources: Pick<SourceRegistry, 'list'>,
  nowMs: number,
  observer: SyncAgeObserver,
): Promise<void> {
  const ages = syncAges(await sources.list(), nowMs);
  for (const age of ages.filter(({ days }) => days > MAX_SYNC_AGE_DAYS)) observer.overdue(age);
  const [oldest] = ages;
  if (oldest !== undefined) observer.oldest(oldest);
}

/** The oldest first. Sources that no sync has asked yet have no age: most are known by uploads alone. */
export function syncAges(records: readonly SourceRecord[], nowMs: number): SyncAge[] {
  return records
    .flatMap(({ source, automaticSync, sync }) => {
      if (!automaticSync || sync === null) return [];
      const since = Date.parse(sync.succeededAt ?? sync.firstAttemptAt);
      return [{ source, days: Math.max(nowMs - since, 0) / DAY_MS }];
    })
    .sort((a, b) => b.days - a.days);
}
