import * as z from 'zod';
import {
  PULL_FAILURES,
  PULL_KINDS,
  type Pull,
  RUN_FAILURES,
  SYNC_TRIGGERS,
  type SyncRun,
} from '../../domain/sync-run.ts';
import { holdBody, holdSchema, mergeCountsBody, mergeCountsSchema } from '../http/merge-outcome.ts';

const count = z.int().min(0);

/** A sync that asks hundreds of instances in vain has to fit in one event. */
const MAX_UNSYNCED = 100;

const UNSYNCED_STATES = ['held', 'failed', 'skipped'] as const;

const unsyncedPull = z.strictObject({
  pull: z.enum(PULL_KINDS),
  source: z.string(),
  state: z.enum(UNSYNCED_STATES),
  reason: z.enum(PULL_FAILURES).nullable(),
  hold: holdSchema.nullable(),
});

/** Detail of "License usage sync ended". */
export const syncEndedDetail = z.strictObject({
  schema_version: z.literal(1),
  sync_run_id: z.string(),
  trigger: z.enum(SYNC_TRIGGERS),
  state: z.enum(['succeeded', 'partly-failed', 'failed']),
  /** Why the run as a whole failed. */
  reason: z.enum(RUN_FAILURES).nullable(),
  requested_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  ended_at: z.iso.datetime(),
  /** Pulls by state. */
  pulls: z.strictObject({ completed: count, superseded: count, held: count, failed: count, skipped: count }),
  /** The pulls that left a source as it was; the first 100. */
  not_synced: z.array(unsyncedPull).max(MAX_UNSYNCED),
  merge_id: z.string().nullable(),
  counts: mergeCountsSchema.nullable(),
});
export type SyncEndedDetail = z.output<typeof syncEndedDetail>;

/** Throws ZodError for a run that has not ended. */
export function syncEndedDetailOf(run: SyncRun): SyncEndedDetail {
  const { pulls } = run;
  const inState = (state: Pull['state']) => pulls.filter((pull) => pull.state === state).length;
  return syncEndedDetail.parse({
    schema_version: 1,
    sync_run_id: run.id,
    trigger: run.trigger,
    state: run.state,
    reason: run.failure,
    requested_at: run.requestedAt,
    started_at: run.startedAt,
    ended_at: run.endedAt,
    pulls: {
      completed: inState('completed'),
      superseded: inState('superseded'),
      held: inState('held'),
      failed: inState('failed'),
      skipped: inState('skipped'),
    },
    not_synced: pulls
      .filter(({ state }) => UNSYNCED_STATES.some((unsynced) => unsynced === state))
      .slice(0, MAX_UNSYNCED)
      .map(({ kind, source, state, failure, hold }) => ({
        pull: kind,
        source,
        state,
        reason: failure,
        hold: hold && holdBody(hold),
      })),
    merge_id: run.mergeId,
    counts: run.counts && mergeCountsBody(run.counts),
  });
}
