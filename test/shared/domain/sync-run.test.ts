import { describe, expect, it } from 'vitest';
import {
  isConcluded,
  PULL_STATES,
  queuedRun,
  SYNC_RUN_STATES,
  type SyncRunState,
  stateAt,
} from '../../../shared/domain/sync-run.ts';
import { syncRunOf } from '../../support/sync-runs.ts';

const ALIVE_UNTIL = '2026-03-02T00:02:00.000Z';
const JUST_BEFORE = '2026-03-02T00:01:59.999Z';
const LONG_AFTER = '2026-04-01T00:00:00.000Z';

describe('a run that does not tell in time that it is alive', () => {
  const seenAt = (now: string) => (state: SyncRunState) =>
    stateAt(syncRunOf('run', { state, aliveUntil: ALIVE_UNTIL }), now);

  it('is interrupted, unless it has ended', () => {
    const ended = ['succeeded', 'partly-failed', 'failed', 'interrupted'];
    expect(SYNC_RUN_STATES.map(seenAt(LONG_AFTER))).toEqual(['interrupted', 'interrupted', ...ended]);
  });

  it('counts as alive until then, and no longer', () => {
    expect(SYNC_RUN_STATES.map(seenAt(JUST_BEFORE))).toEqual(SYNC_RUN_STATES);
    expect(seenAt(ALIVE_UNTIL)('running')).toBe('interrupted');
  });
});

it('of a run that was just asked for nothing is known but what was asked', () => {
  const { id, trigger, sources, acceptRemovals, requestedAt, aliveUntil } = syncRunOf('run');
  const asked = { id, trigger, sources, acceptRemovals, requestedAt, aliveUntil };
  expect(queuedRun(asked)).toEqual(syncRunOf('run'));
});

it('a pull has its outcome once no snapshot of it waits for the merge any more', () => {
  expect(PULL_STATES.filter((state) => !isConcluded(state))).toEqual(['waiting', 'running', 'pulled']);
});
