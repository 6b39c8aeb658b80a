import type { Pull, SyncRun } from '../../shared/domain/sync-run.ts';

/** A manual run of everything that was just asked for, unless told otherwise. */
export function syncRunOf(id: string, facts: Partial<SyncRun> = {}): SyncRun {
  return {
    id,
    trigger: 'manual',
    sources: null,
    acceptRemovals: false,
    requestedAt: '2026-03-02T00:00:00.000Z',
    startedAt: null,
    endedAt: null,
    aliveUntil: '2026-03-02T00:02:00.000Z',
    state: 'queued',
    failure: null,
    pulls: [],
    mergeId: null,
    counts: null,
    ...facts,
  };
}

/** One that was not begun, unless told otherwise. */
export function pullOf(facts: Partial<Pull> = {}): Pull {
  return {
    kind: 'users-report',
    source: 'server:ghe-a.example.com',
    state: 'waiting',
    startedAt: null,
    durationMs: null,
    requests: 0,
    entries: null,
    failure: null,
    hold: null,
    snapshot: null,
    crossChecks: [],
    ...facts,
  };
}
