import { describe, expect, it } from 'vitest';
import { syncRunSchema, syncRunsSchema } from '../../../shared/contracts/http/sync-runs.ts';
import {
  isConcluded,
  PULL_FAILURES,
  PULL_STATES,
  RUN_FAILURES,
  SYNC_RUN_STATES,
  type SyncRun,
} from '../../../shared/domain/sync-run.ts';
import { errorOf } from '../../support/http-client.ts';
import { ReadUsageWorld } from '../../support/read-usage-world.ts';
import { pullOf, syncRunOf } from '../../support/sync-runs.ts';

const ID = '01ARZ3NDEKTSV4RRFFQ69G5FA1';
const FAR_FUTURE = '9999-01-01T00:00:00.000Z';
const PAST = '2026-03-02T00:02:00.000Z';

const RUN = syncRunOf(ID, {
  trigger: 'weekly',
  sources: ['cloud', 'server:ghes.example.com'],
  startedAt: '2026-03-02T00:00:01.000Z',
  endedAt: '2026-03-02T00:00:09.000Z',
  state: 'partly-failed',
  pulls: [
    pullOf({ kind: 'consumed-licenses', source: 'cloud', state: 'completed', requests: 5, entries: 450 }),
    pullOf({
      source: 'server:ghes.example.com',
      state: 'failed',
      startedAt: '2026-03-02T00:00:02.000Z',
      durationMs: 1250,
      requests: 2,
      failure: 'unauthorized',
      crossChecks: [{ name: 'seats_used', told: 9, counted: 10 }],
    }),
  ],
  mergeId: 'merge-1',
  counts: { peopleAdded: 3, peopleChanged: 2, peopleRemoved: 1, licensesBefore: 10, licensesAfter: 12 },
});

async function read(run: SyncRun) {
  const world = new ReadUsageWorld();
  await world.syncRuns.save(run);
  const { body } = await world.call(`GET /sync-runs/${run.id}`);
  return syncRunSchema.parse(body);
}

describe('GET /sync-runs/{id}', () => {
  it('gives what happened, pull by pull', async () => {
    expect(await read(RUN)).toEqual({
      id: ID,
      state: 'partly-failed',
      message: expect.any(String),
      failure: null,
      trigger: 'weekly',
      sources: ['cloud', 'server:ghes.example.com'],
      accept_removals: false,
      requested_at: '2026-03-02T00:00:00.000Z',
      started_at: '2026-03-02T00:00:01.000Z',
      ended_at: '2026-03-02T00:00:09.000Z',
      merge_id: 'merge-1',
      counts: {
        people_added: 3,
        people_changed: 2,
        people_removed: 1,
        licenses_before: 10,
        licenses_after: 12,
      },
      totals: { requests: 7, entries: 450 },
      pulls: [
        {
          kind: 'consumed-licenses',
          source: 'cloud',
          state: 'completed',
          message: expect.any(String),
          started_at: null,
          duration_seconds: null,
          requests: 5,
          entries: 450,
          failure: null,
          hold: null,
          cross_checks: [],
        },
        {
          kind: 'users-report',
          source: 'server:ghes.example.com',
          state: 'failed',
          message: expect.stringContaining('GitHub does not accept the token of this source.'),
          started_at: '2026-03-02T00:00:02.000Z',
          duration_seconds: 1.25,
          requests: 2,
          entries: null,
          failure: {
            reason: 'unauthorized',
            message: 'GitHub does not accept the token of this source.',
            fix: expect.stringContaining('read:enterprise'),
          },
          hold: null,
          cross_checks: [{ name: 'seats_used', told: 9, counted: 10, difference: -1 }],
        },
      ],
    });
  });

  it.each(['queued', 'running'] as const)(
    'shows a run that is %s as such while it is alive',
    async (state) => {
      expect(await read({ ...RUN, state, aliveUntil: FAR_FUTURE })).toMatchObject({ state });
    },
  );

  it.each(['queued', 'running'] as const)(
    'shows a run as interrupted that is %s no longer',
    async (state) => {
      expect(await read({ ...RUN, state, aliveUntil: PAST })).toMatchObject({ state: 'interrupted' });
    },
  );

  it.each(PULL_STATES.filter((state) => !isConcluded(state)))(
    'says of a pull that was %s when its run was interrupted that nothing is known of it',
    async (state) => {
      const pulls = [pullOf({ state })];
      const alive = await read({ ...RUN, state: 'running', aliveUntil: FAR_FUTURE, pulls });
      const interrupted = await read({ ...RUN, state: 'running', aliveUntil: PAST, pulls });
      expect(interrupted.pulls[0]?.message).toMatch(/run ended before/);
      expect(alive.pulls[0]?.message).not.toMatch(/run ended before/);
    },
  );

  it('says what each state of a run means in words of its own', async () => {
    const stored = SYNC_RUN_STATES.filter((state) => state !== 'interrupted');
    const runs = await Promise.all([
      ...stored.map((state) => read(syncRunOf(ID, { state, aliveUntil: FAR_FUTURE }))),
      read(syncRunOf(ID)),
    ]);
    expect(runs.map(({ state }) => state)).toEqual([...stored, 'interrupted']);
    expect(new Set(runs.map(({ message }) => message)).size).toBe(SYNC_RUN_STATES.length);
  });

  it('says what each state of a pull means in words of its own', async () => {
    const pulls = PULL_STATES.map((state) => pullOf({ state }));
    const run = await read({ ...RUN, state: 'running', aliveUntil: FAR_FUTURE, pulls });
    expect(new Set(run.pulls.map(({ message }) => message)).size).toBe(PULL_STATES.length);
  });

  it('says of each failure of a pull what happened and what to do', async () => {
    const pulls = PULL_FAILURES.map((failure) => pullOf({ state: 'failed', failure }));
    const run = await read({ ...RUN, pulls });
    const texts = run.pulls.map(({ failure }) => failure?.message);
    expect(run.pulls.map(({ failure }) => failure?.reason)).toEqual(PULL_FAILURES);
    expect(new Set(texts).size).toBe(PULL_FAILURES.length);
  });

  it.each(RUN_FAILURES)('says of a run that failed what happened and what to do: %s', async (failure) => {
    const run = await read(syncRunOf(ID, { state: 'failed', failure }));
    expect(run.failure).toMatchObject({ reason: failure, message: run.message, fix: expect.any(String) });
  });

  it('tells how a held pull is let through', async () => {
    const hold = { accountsBefore: 100, accountsRemoved: 60 };
    const run = await read({ ...RUN, pulls: [pullOf({ state: 'held', hold })] });
    expect(run.pulls[0]).toMatchObject({
      hold: { accounts_before: 100, accounts_removed: 60 },
      message: expect.stringContaining('{"sources":["server:ghe-a.example.com"],"accept_removals":true}'),
    });
  });

  it.each(['01ARZ3NDEKTSV4RRFFQ69G5FZZ', 'not-an-id'])('answers 404 for %s', async (id) => {
    const answer = await new ReadUsageWorld().call(`GET /sync-runs/${id}`);
    expect(answer.status).toBe(404);
    expect(errorOf(answer)).toMatchObject({ message: 'Not Found', status: '404' });
  });
});

describe('GET /sync-runs', () => {
  it('is empty before the first run', async () => {
    const { body } = await new ReadUsageWorld().call('GET /sync-runs');
    expect(body).toEqual({ total_count: 0, sync_runs: [] });
  });

  it('lists newest first, in linked pages, without the single pulls', async () => {
    const world = new ReadUsageWorld();
    const ids = ['A', 'B', 'C'].map((last) => `01ARZ3NDEKTSV4RRFFQ69G5FA${last}`);
    for (const id of ids) await world.syncRuns.save({ ...RUN, id });
    const answer = await world.call('GET /sync-runs?per_page=2');
    const { total_count, sync_runs } = syncRunsSchema.parse(answer.body);
    expect(total_count).toBe(3);
    expect(sync_runs.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    expect(sync_runs[0]?.totals).toEqual({ requests: 7, entries: 450 });
    expect(answer.headers.link).toContain('sync-runs?per_page=2&page=2>; rel="next"');
  });

  it('shows which run was interrupted', async () => {
    const world = new ReadUsageWorld();
    await world.syncRuns.save(syncRunOf(ID, { aliveUntil: PAST }));
    const { body } = await world.call('GET /sync-runs');
    const [run] = syncRunsSchema.parse(body).sync_runs;
    expect(run?.state).toBe('interrupted');
  });

  it('refuses a page that cannot be', async () => {
    const answer = await new ReadUsageWorld().call('GET /sync-runs?page=0');
    expect(answer.status).toBe(422);
    expect(errorOf(answer).errors).toMatchObject([{ resource: 'SyncRun', field: 'page', code: 'invalid' }]);
  });
});
