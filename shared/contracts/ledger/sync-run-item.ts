import * as z from 'zod';
import { RUN_FAILURES, SYNC_RUN_STATES, SYNC_TRIGGERS, type SyncRun } from '../../domain/sync-run.ts';
import { storedInstant } from '../stored-values.ts';
import { type ItemKey, itemBase, parseItem, SCHEMA_VERSION } from './item.ts';
import { restoreMergeCounts, storedMergeCounts, storeMergeCounts } from './merge-counts.ts';
import { storedSourceId } from './snapshot-ref.ts';
import { restorePull, storedPull, storePull } from './stored-pull.ts';

export const SYNC_RUN_PARTITION = 'sync-run';

const syncRunItem = z.object({
  ...itemBase,
  trigger: z.enum(SYNC_TRIGGERS),
  sources: z.array(storedSourceId).optional(),
  accept_removals: z.boolean(),
  requested_at: storedInstant,
  started_at: storedInstant.optional(),
  ended_at: storedInstant.optional(),
  alive_until: storedInstant,
  state: z.enum(SYNC_RUN_STATES),
  failure: z.enum(RUN_FAILURES).optional(),
  pulls: z.array(storedPull),
  merge_id: z.string().optional(),
  counts: storedMergeCounts.optional(),
});

export function syncRunKey(id: string): ItemKey {
  return { pk: SYNC_RUN_PARTITION, sk: id };
}

export function syncRunItemOf(run: SyncRun): z.infer<typeof syncRunItem> {
  return {
    ...syncRunKey(run.id),
    schema_version: SCHEMA_VERSION,
    trigger: run.trigger,
    sources: run.sources?.slice(),
    accept_removals: run.acceptRemovals,
    requested_at: run.requestedAt,
    started_at: run.startedAt ?? undefined,
    ended_at: run.endedAt ?? undefined,
    alive_until: run.aliveUntil,
    state: run.state,
    failure: run.failure ?? undefined,
    pulls: run.pulls.map(storePull),
    merge_id: run.mergeId ?? undefined,
    counts: run.counts ? storeMergeCounts(run.counts) : undefined,
  };
}

/** Throws UnreadableItemError. */
export function parseSyncRunItem(item: unknown): SyncRun {
  const stored = parseItem('sync run', syncRunItem, item);
  return {
    id: stored.sk,
    trigger: stored.trigger,
    sources: stored.sources ?? null,
    acceptRemovals: stored.accept_removals,
    requestedAt: stored.requested_at,
    startedAt: stored.started_at ?? null,
    endedAt: stored.ended_at ?? null,
    aliveUntil: stored.alive_until,
    state: stored.state,
    failure: stored.failure ?? null,
    pulls: stored.pulls.map(restorePull),
    mergeId: stored.merge_id ?? null,
    counts: stored.counts ? restoreMergeCounts(stored.counts) : null,
  };
}
