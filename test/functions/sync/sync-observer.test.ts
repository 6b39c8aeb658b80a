import { expect, test } from 'vitest';
import { syncObserver } from '../../../functions/sync/sync-observer.ts';
import { PullError } from '../../../shared/domain/pull-error.ts';
import { createLogger } from '../../../shared/runtime/logger.ts';
import { createMetrics } from '../../../shared/runtime/metrics.ts';
import { captureOutput } from '../../support/captured-output.ts';
import { pullOf, syncRunOf } from '../../support/sync-runs.ts';

const RUN_ID = '01KAJ0Q2V3W4X5Y6Z7A8B9C0D1';

function newObserver() {
  return syncObserver(createLogger('sync'), createMetrics('sync'));
}

test('a good pull is told and counted by its state', () => {
  const output = captureOutput();
  const pull = pullOf({ state: 'completed', requests: 3, entries: 250, durationMs: 1200 });
  newObserver().pullConcluded(RUN_ID, pull);
  expect(output.lines()).toMatchObject([
    {
      level: 'INFO',
      message: 'pull concluded',
      run_id: RUN_ID,
      pull: 'users-report',
      source: 'server:ghe-a.example.com',
      state: 'completed',
      requests: 3,
      entries: 250,
      duration_ms: 1200,
    },
    { PullsConcluded: 1, state: 'completed' },
  ]);
});

test('a failed pull is told with its error, without what the error carries, and counted by its reason', () => {
  const output = captureOutput();
  const cause = Object.assign(new TypeError('bad row "mona@example.com"'), { row: 'hubot@example.com' });
  const error = new PullError('unreadable-answer', 'GET all_users.csv of ghe-a.example.com', { cause });
  newObserver().pullConcluded(RUN_ID, pullOf({ state: 'failed', failure: 'unreadable-answer' }), error);
  expect(output.lines()).toMatchObject([
    {
      level: 'ERROR',
      reason: 'unreadable-answer',
      error: { name: 'PullError', message: 'GET all_users.csv of ghe-a.example.com' },
    },
    { PullsConcluded: 1, state: 'failed' },
    { PullsFailed: 1, reason: 'unreadable-answer' },
  ]);
  expect(output.text()).not.toMatch(/mona|hubot/);
});

test('a held pull tells how many accounts it would remove', () => {
  const output = captureOutput();
  const hold = { accountsBefore: 100, accountsRemoved: 40 };
  newObserver().pullConcluded(RUN_ID, pullOf({ state: 'held', hold }));
  expect(output.lines()[0]).toMatchObject({ level: 'INFO', state: 'held', accounts_removed: 40 });
});

test('a run is told and counted by its end, with the requests of all its pulls', () => {
  const output = captureOutput();
  const pulls = [pullOf({ requests: 3 }), pullOf({ requests: 4 })];
  newObserver().runEnded(syncRunOf(RUN_ID, { state: 'partly-failed', pulls, mergeId: 'merge-1' }));
  expect(output.lines()).toMatchObject([
    { message: 'sync run ended', run_id: RUN_ID, state: 'partly-failed', requests: 7, merge_id: 'merge-1' },
    { SyncRunsEnded: 1, state: 'partly-failed' },
    { SyncRequests: 7 },
  ]);
});

test('what a merge was charged is told and counted', () => {
  const output = captureOutput();
  newObserver().charged({ read: 127.5, write: 42 });
  expect(output.lines()).toMatchObject([
    { level: 'INFO', message: 'merge charged', read_units: 127.5, write_units: 42 },
    { LedgerReadUnits: 127.5 },
    { LedgerWriteUnits: 42 },
  ]);
});
