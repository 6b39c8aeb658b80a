import * as z from 'zod';
import { CROSS_CHECKS, PULL_FAILURES, PULL_KINDS, PULL_STATES, type Pull } from '../../domain/sync-run.ts';
import { storedInstant } from '../stored-values.ts';
import { restoreSnapshotRef, storedSnapshotRef, storedSourceId, storeSnapshotRef } from './snapshot-ref.ts';
import { restoreHold, storedHold, storeHold } from './stored-hold.ts';

/** A pull in the record of its run. An absent field is not known yet, or does not apply. */
export const storedPull = z.object({
  kind: z.enum(PULL_KINDS),
  source: storedSourceId,
  state: z.enum(PULL_STATES),
  started_at: storedInstant.optional(),
  duration_ms: z.int().optional(),
  requests: z.int(),
  entries: z.int().optional(),
  failure: z.enum(PULL_FAILURES).optional(),
  hold: storedHold.optional(),
  snapshot: storedSnapshotRef.optional(),
  cross_checks: z.array(z.object({ name: z.enum(CROSS_CHECKS), told: z.int(), counted: z.int() })),
});

type StoredPull = z.infer<typeof storedPull>;

export function storePull(pull: Pull): StoredPull {
  return {
    kind: pull.kind,
    source: pull.source,
    state: pull.state,
    started_at: pull.startedAt ?? undefined,
    duration_ms: pull.durationMs ?? undefined,
    requests: pull.requests,
    entries: pull.entries ?? undefined,
    failure: pull.failure ?? undefined,
    hold: pull.hold ? storeHold(pull.hold) : undefined,
    snapshot: pull.snapshot ? storeSnapshotRef(pull.snapshot) : undefined,
    cross_checks: pull.crossChecks.map(({ name, told, counted }) => ({ name, told, counted })),
  };
}

export function restorePull(stored: StoredPull): Pull {
  return {
    kind: stored.kind,
    source: stored.source,
    state: stored.state,
    startedAt: stored.started_at ?? null,
    durationMs: stored.duration_ms ?? null,
    requests: stored.requests,
    entries: stored.entries ?? null,
    failure: stored.failure ?? null,
    hold: stored.hold ? restoreHold(stored.hold) : null,
    snapshot: stored.snapshot ? restoreSnapshotRef(stored.snapshot) : null,
    crossChecks: stored.cross_checks,
  };
}
