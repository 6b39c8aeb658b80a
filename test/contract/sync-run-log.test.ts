import { expect, it } from 'vitest';
import { DynamoDbSyncRunLog } from '../../shared/adapters/dynamodb/sync-run-log.ts';
import { syncRunItemOf } from '../../shared/contracts/ledger/sync-run-item.ts';
import {
  CROSS_CHECKS,
  hasEnded,
  PULL_FAILURES,
  PULL_KINDS,
  PULL_STATES,
  type Pull,
  RUN_FAILURES,
  SYNC_RUN_STATES,
  type SyncRun,
} from '../../shared/domain/sync-run.ts';
import type { SyncRunLog } from '../../shared/ports.ts';
import { InMemorySyncRunLog } from '../support/fakes/in-memory-sync-run-log.ts';
import { pullOf, syncRunOf } from '../support/sync-runs.ts';
import { describeLedgerPort } from './describe-ledger-port.ts';
import { snapshotRef } from './samples.ts';

const ID = '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB';

/** ULIDs, each later than the one before. */
function id(number: number): string {
  return `01JNB0ZC5Q${String(number).padStart(16, '0')}`;
}

const FULL_PULL = pullOf({
  startedAt: '2026-03-02T00:00:01.000Z',
  durationMs: 1234,
  requests: 5,
  entries: 6,
  failure: 'internal',
  hold: { accountsBefore: 100, accountsRemoved: 50 },
  snapshot: snapshotRef({ channel: 'users-report' }),
  crossChecks: CROSS_CHECKS.map((name, index) => ({ name, told: index, counted: index + 1 })),
});

const FULL_RUN = syncRunOf(ID, {
  trigger: 'weekly',
  sources: ['cloud', 'server:ghe-a.example.com'],
  acceptRemovals: true,
  startedAt: '2026-03-02T00:00:01.000Z',
  endedAt: '2026-03-02T00:00:09.000Z',
  state: 'partly-failed',
  failure: 'not-merged',
  pulls: everyWord(),
  mergeId: '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XC',
  counts: { peopleAdded: 1, peopleChanged: 2, peopleRemoved: 3, licensesBefore: 4, licensesAfter: 5 },
});

/** Pulls with every kind, state and failure that there is. */
function everyWord(): Pull[] {
  return [
    pullOf(),
    ...PULL_KINDS.map((kind) => ({ ...FULL_PULL, kind })),
    ...PULL_STATES.map((state) => ({ ...FULL_PULL, state })),
    ...PULL_FAILURES.map((failure) => ({ ...FULL_PULL, failure })),
  ];
}

describeLedgerPort<SyncRunLog>(
  'SyncRunLog',
  {
    fake: () => new InMemorySyncRunLog(),
    dynamoDb: (client, table) => new DynamoDbSyncRunLog(client, table),
  },
  (create) => {
    it.each<[string, SyncRun]>([
      ['with everything', FULL_RUN],
      ['with nothing but what it must have', syncRunOf(ID)],
      ...RUN_FAILURES.map((failure): [string, SyncRun] => [`that is ${failure}`, { ...FULL_RUN, failure }]),
    ])('gives back a run %s as it was saved', async (_, run) => {
      const log = await create();
      await log.save(run);
      expect(await log.get(ID)).toEqual(run);
    });

    it('knows nothing of a run that was not saved', async () => {
      expect(await (await create()).get(ID)).toBeNull();
    });

    it('replaces the run as it goes on, and all of it', async () => {
      const log = await create();
      await log.save({ ...FULL_RUN, state: 'running' });
      const next = syncRunOf(ID, { state: 'running' });
      await log.save(next);
      expect(await log.get(ID)).toEqual(next);
    });

    it.each(SYNC_RUN_STATES.filter(hasEnded))('takes a run that is %s for ended', async (state) => {
      const log = await create();
      const ended = syncRunOf(ID, { state });
      await log.save(syncRunOf(ID));
      await log.save(ended);
      for (const late of ['queued', 'running'] as const) await log.save(syncRunOf(ID, { state: late }));
      expect(await log.get(ID)).toEqual(ended);
    });

    it('takes the true outcome of a run that was given up too early', async () => {
      const log = await create();
      await log.save(syncRunOf(ID, { state: 'failed', failure: 'not-started' }));
      const succeeded = syncRunOf(ID, { state: 'succeeded' });
      await log.save(succeeded);
      expect(await log.get(ID)).toEqual(succeeded);
    });

    it('lists newest first, in numbered pages with the total', async () => {
      const log = await create();
      for (const number of [3, 1, 5, 2, 4]) await log.save(syncRunOf(id(number)));
      const ids = async (page: number) => {
        const { items, total } = await log.list({ page, perPage: 2 });
        return [items.map((run) => run.id), total];
      };
      expect(await ids(1)).toEqual([[id(5), id(4)], 5]);
      expect(await ids(3)).toEqual([[id(1)], 5]);
      expect(await ids(4)).toEqual([[], 5]);
    });

    it('lists nothing while there is nothing', async () => {
      expect(await (await create()).list({ page: 1, perPage: 30 })).toEqual({ items: [], total: 0 });
    });
  },
);

it('keeps a run with 50 pulls, each with all that it can have, far below the 400 KB of an item', () => {
  const pulls = Array.from({ length: 50 }, () => FULL_PULL);
  const bytes = Buffer.byteLength(JSON.stringify(syncRunItemOf({ ...FULL_RUN, pulls })));
  expect(bytes).toBeLessThan(100_000);
});
