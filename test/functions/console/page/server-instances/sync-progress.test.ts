import { expect, test } from 'vitest';
import type { PullBody } from '../../../../../functions/console/page/api/sync-runs.ts';
import {
  isUnderWay,
  progressBySource,
  progressOf,
} from '../../../../../functions/console/page/views/server-instances/syncs/sync-progress.ts';
import { SYNC_RUN_STATES } from '../../../../../shared/domain/sync-run.ts';

const WAITING: PullBody = {
  kind: 'users-report',
  source: 'server:ghe.example.com',
  state: 'waiting',
  message: '',
  started_at: null,
  duration_seconds: null,
  requests: 0,
  entries: null,
  failure: null,
  hold: null,
  cross_checks: [],
};

function pull(facts: Partial<PullBody>): PullBody {
  return { ...WAITING, ...facts };
}

test('a pull counts as done once it has its outcome, whatever that is', () => {
  const states = [
    'waiting',
    'running',
    'pulled',
    'completed',
    'superseded',
    'held',
    'failed',
    'skipped',
  ] as const;
  expect(progressOf({ pulls: states.map((state) => pull({ state })) })).toEqual({ concluded: 5, total: 8 });
});

test('a run is under way until it has ended', () => {
  expect(SYNC_RUN_STATES.filter((state) => isUnderWay({ state }))).toEqual(['queued', 'running']);
});

test('the pulls of a source stand together, the sources in the order in which they were first asked', () => {
  const pulls = [
    pull({ source: 'cloud', kind: 'consumed-licenses' }),
    pull({ source: 'server:b.example.com' }),
    pull({ source: 'server:a.example.com' }),
    pull({ source: 'server:b.example.com', kind: 'server-accounts' }),
  ];
  expect(progressBySource(pulls).map(({ source, pulls: its }) => [source, its.length])).toEqual([
    ['cloud', 1],
    ['server:b.example.com', 2],
    ['server:a.example.com', 1],
  ]);
});

test.each([
  ['failed', true],
  ['skipped', true],
  ['held', false],
  ['completed', false],
  ['superseded', false],
] as const)('a source with a pull that is %s: syncing it again may help: %s', (state, isIncomplete) => {
  expect(progressBySource([pull({ state: 'completed' }), pull({ state })])).toMatchObject([{ isIncomplete }]);
});

test('of several held pulls the one that would remove the most is told', () => {
  const hold = (removed: number) =>
    pull({ state: 'held', hold: { accounts_before: 400, accounts_removed: removed } });
  expect(progressBySource([hold(200), pull({}), hold(300), hold(250)])).toMatchObject([
    { hold: { accounts_before: 400, accounts_removed: 300 } },
  ]);
});
