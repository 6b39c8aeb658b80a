import * as z from 'zod';
import {
  hasEnded,
  SYNC_RUN_STATES,
  SYNC_TRIGGERS,
  type SyncRun,
  type SyncRunState,
  stateAt,
} from '../../domain/sync-run.ts';
import type { Page } from '../../ports.ts';
import { mergeCountsBody, mergeCountsSchema } from './merge-outcome.ts';
import { RUN_FAILURE_TEXTS, runFailureBody, runFailureSchema } from './sync-failures.ts';
import { pullBody, pullSchema } from './sync-pulls.ts';

const count = z.int().min(0);
const syncRunId = z.ulid();

/** Null for what cannot be the id of a sync run. */
export function parseSyncRunId(text: string | undefined): string | null {
  return syncRunId.safeParse(text).data ?? null;
}

/** What the state means for an owner, and what to do. */
const STATE_MESSAGES: Readonly<Record<SyncRunState, string>> = {
  queued: 'The sync was accepted and is about to begin.',
  running: 'The sync is under way.',
  succeeded: 'All that was to be synced is part of the ledger.',
  'partly-failed':
    'A part of what was to be synced is part of the ledger; of the rest, what was known before stays. The pulls ' +
    'say what to do.',
  failed: 'Nothing could be synced, and what was known before stays. The pulls say what to do.',
  interrupted:
    'The sync ended without telling what became of it: it ran out of time, or was never begun. Nothing is lost. ' +
    'Sync again.',
};

/** One sync run in `GET /sync-runs`. */
export const syncRunSummarySchema = z.strictObject({
  id: syncRunId,
  state: z.enum(SYNC_RUN_STATES),
  message: z.string(),
  failure: runFailureSchema.nullable(),
  trigger: z.enum(SYNC_TRIGGERS),
  /** Null: every source with automatic sync on. */
  sources: z.array(z.string()).nullable(),
  accept_removals: z.boolean(),
  requested_at: z.iso.datetime(),
  started_at: z.iso.datetime().nullable(),
  ended_at: z.iso.datetime().nullable(),
  merge_id: z.string().nullable(),
  counts: mergeCountsSchema.nullable(),
  /** Of all pulls: requests sent to GitHub; accounts, rows, identities and instances that came. */
  totals: z.strictObject({ requests: count, entries: count }),
});

/** `GET /sync-runs/{id}`: with what became of each pull. */
export const syncRunSchema = syncRunSummarySchema.extend({ pulls: z.array(pullSchema) });
export type SyncRunBody = z.output<typeof syncRunSchema>;

/** `GET /sync-runs`, newest first. */
export const syncRunsSchema = z.strictObject({
  total_count: count,
  sync_runs: z.array(syncRunSummarySchema),
});
export type SyncRunsBody = z.output<typeof syncRunsSchema>;

export function syncRunsBody(page: Page<SyncRun>, now: Date): SyncRunsBody {
  return { total_count: page.total, sync_runs: page.items.map((run) => syncRunSummaryBody(run, now)) };
}

export function syncRunBody(run: SyncRun, now: Date): SyncRunBody {
  const ended = hasEnded(stateAt(run, now.toISOString()));
  return { ...syncRunSummaryBody(run, now), pulls: run.pulls.map((pull) => pullBody(pull, ended)) };
}

function syncRunSummaryBody(run: SyncRun, now: Date): z.output<typeof syncRunSummarySchema> {
  const state = stateAt(run, now.toISOString());
  return {
    id: run.id,
    state,
    message: run.failure === null ? STATE_MESSAGES[state] : RUN_FAILURE_TEXTS[run.failure].message,
    failure: run.failure && runFailureBody(run.failure),
    trigger: run.trigger,
    sources: run.sources && [...run.sources],
    accept_removals: run.acceptRemovals,
    requested_at: run.requestedAt,
    started_at: run.startedAt,
    ended_at: run.endedAt,
    merge_id: run.mergeId,
    counts: run.counts && mergeCountsBody(run.counts),
    totals: {
      requests: sumOf(run.pulls.map((pull) => pull.requests)),
      entries: sumOf(run.pulls.map((pull) => pull.entries ?? 0)),
    },
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
