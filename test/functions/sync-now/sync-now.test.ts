import { describe, expect, it } from 'vitest';
import { syncUnderWaySchema } from '../../../shared/contracts/http/sync-now.ts';
import { syncRunSchema } from '../../../shared/contracts/http/sync-runs.ts';
import { SYNC_LEASE_MS } from '../../../shared/domain/sync-run.ts';
import { errorOf } from '../../support/http-client.ts';
import { SyncNowWorld } from '../../support/sync-now-world.ts';
import { syncRunOf } from '../../support/sync-runs.ts';

const OTHER = '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB';

/** A world in which another run holds the lease. */
async function busyWorld(): Promise<SyncNowWorld> {
  const world = new SyncNowWorld();
  await world.lease.acquire(OTHER, world.nowMs);
  return world;
}

function aliveUntil(world: SyncNowWorld): string {
  return new Date(world.nowMs + SYNC_LEASE_MS).toISOString();
}

describe('POST /sync-now', () => {
  it('starts a run and tells where its outcome will be', async () => {
    const world = new SyncNowWorld();
    const requestedAt = new Date(world.nowMs).toISOString();
    const answer = await world.call('POST /sync-now', { stage: 'prod' });
    expect(answer.status).toBe(202);
    const run = syncRunSchema.parse(answer.body);
    expect(run).toMatchObject({
      state: 'queued',
      trigger: 'manual',
      sources: null,
      accept_removals: false,
      requested_at: requestedAt,
      started_at: null,
      pulls: [],
    });
    expect(answer.headers.location).toBe(`https://api.example.com/prod/sync-runs/${run.id}`);
    expect(world.starter.started).toEqual([run.id]);
    expect(await world.syncRuns.get(run.id)).toEqual(
      syncRunOf(run.id, { requestedAt, aliveUntil: aliveUntil(world) }),
    );
  });

  it('holds the lease for the run, which takes it over under its id', async () => {
    const world = new SyncNowWorld();
    const { id } = syncRunSchema.parse((await world.call('POST /sync-now')).body);
    expect(await world.lease.holder(world.nowMs)).toBe(id);
    expect(await world.lease.acquire(id, world.nowMs)).not.toBeNull();
  });

  it.each([
    ['{}', null, false],
    ['{"sources":null}', null, false],
    ['{"accept_removals":false}', null, false],
    ['{"sources":["cloud"]}', ['cloud'], false],
    ['{"sources":["server:GHES.example.com","server:x"]}', ['server:ghes.example.com', 'server:x'], false],
    ['{"sources":["server:https://ghes.example.com/"]}', ['server:ghes.example.com'], false],
    ['{"sources":["cloud"],"accept_removals":true}', ['cloud'], true],
  ])('takes %s', async (body, sources, accepts) => {
    const world = new SyncNowWorld();
    const { id } = syncRunSchema.parse((await world.call('POST /sync-now', { body })).body);
    expect(await world.syncRuns.get(id)).toMatchObject({ sources, acceptRemovals: accepts });
  });

  it.each([
    ['{"sources":[]}', 'sources', 'invalid'],
    ['{"sources":"cloud"}', 'sources', 'invalid'],
    ['{"sources":["ghes.example.com"]}', 'sources.0', 'invalid'],
    ['{"sources":["cloud","server:no host"]}', 'sources.1', 'invalid'],
    ['{"sources":["server:"]}', 'sources.0', 'invalid'],
    ['{"sources":["cloud","cloud"]}', 'sources', 'invalid'],
    ['{"sources":["server:a.example.com","server:A.example.com"]}', 'sources', 'invalid'],
    ['{"accept_removals":true}', 'accept_removals', 'invalid'],
    ['{"sources":["cloud"],"accept_removals":"yes"}', 'accept_removals', 'invalid'],
    ['{"source":["cloud"]}', 'source', 'unprocessable'],
  ])('refuses %s, names the field and starts nothing', async (body, field, code) => {
    const world = new SyncNowWorld();
    const answer = await world.call('POST /sync-now', { body });
    expect(answer.status).toBe(422);
    expect(errorOf(answer).errors).toMatchObject([{ resource: 'SyncNow', field, code }]);
    expect(world.starter.started).toEqual([]);
    expect(await world.lease.holder(world.nowMs)).toBeNull();
  });
});

describe('POST /sync-now while a sync is under way', () => {
  it.each(['queued', 'running'] as const)('tells of the run that is %s and starts none', async (state) => {
    const world = await busyWorld();
    await world.syncRuns.save(syncRunOf(OTHER, { state, aliveUntil: aliveUntil(world) }));
    const answer = await world.call('POST /sync-now');
    expect(answer.status).toBe(409);
    expect(syncUnderWaySchema.parse(answer.body)).toMatchObject({
      message: 'A sync is under way; sync again when it has ended',
      status: '409',
      sync_run: { id: OTHER, state },
    });
    expect(answer.headers.location).toBe(`https://api.example.com/sync-runs/${OTHER}`);
    expect(world.starter.started).toEqual([]);
  });

  it('waits for a run that was not yet written down', async () => {
    const world = await busyWorld();
    world.meanwhile = () => world.syncRuns.save(syncRunOf(OTHER, { aliveUntil: aliveUntil(world) }));
    const answer = await world.call('POST /sync-now');
    expect(syncUnderWaySchema.parse(answer.body).sync_run).toMatchObject({ id: OTHER, state: 'queued' });
  });

  it('tells where the run will be that is not written down in time', async () => {
    const answer = await (await busyWorld()).call('POST /sync-now');
    expect(answer.status).toBe(409);
    expect(syncUnderWaySchema.parse(answer.body).sync_run).toBeNull();
    expect(answer.headers.location).toBe(`https://api.example.com/sync-runs/${OTHER}`);
  });

  it('waits for the lease of a run that has just ended, and starts', async () => {
    const world = new SyncNowWorld();
    const other = await world.lease.acquire(OTHER, world.nowMs);
    await world.syncRuns.save(syncRunOf(OTHER, { state: 'succeeded' }));
    world.meanwhile = async () => {
      if (other !== null) await world.lease.release(other);
    };
    expect((await world.call('POST /sync-now')).status).toBe(202);
    expect(world.starter.started).toHaveLength(1);
  });

  it('starts when the run before has died and its lease has expired', async () => {
    const world = await busyWorld();
    await world.syncRuns.save(syncRunOf(OTHER, { state: 'running', aliveUntil: aliveUntil(world) }));
    world.nowMs += SYNC_LEASE_MS;
    expect((await world.call('POST /sync-now')).status).toBe(202);
  });
});

describe('POST /sync-now when something fails', () => {
  it('says so when the sync cannot be started, keeps why, and lets the next one begin', async () => {
    const world = new SyncNowWorld();
    world.starter.failure = new Error('throttled');
    const answer = await world.call('POST /sync-now');
    expect(answer.status).toBe(503);
    expect(errorOf(answer)).toMatchObject({
      message: expect.stringContaining('The sync could not be started.'),
      status: '503',
    });
    const [[id = '', cause] = []] = world.notStarted;
    expect(cause).toBe(world.starter.failure);
    expect(answer.headers.location).toBe(`https://api.example.com/sync-runs/${id}`);
    expect(await world.syncRuns.get(id)).toMatchObject({
      state: 'failed',
      failure: 'not-started',
      endedAt: new Date(world.nowMs).toISOString(),
    });
    world.starter.failure = null;
    expect((await world.call('POST /sync-now')).status).toBe(202);
  });

  it('takes the run for started that has taken its lease over, though nobody said so', async () => {
    const world = new SyncNowWorld();
    world.starter.start = async (runId) => {
      await world.lease.acquire(runId, world.nowMs);
      throw new Error('the answer was lost');
    };
    const answer = await world.call('POST /sync-now');
    expect(answer.status).toBe(202);
    const { id } = syncRunSchema.parse(answer.body);
    expect(await world.syncRuns.get(id)).toMatchObject({ state: 'queued', failure: null });
    expect(await world.lease.holder(world.nowMs)).toBe(id);
  });

  it.each([1, 2])('gives the lease back when the run cannot be written down (save %i)', async (failing) => {
    const world = new SyncNowWorld();
    let saves = 0;
    const syncRuns = {
      get: (id: string) => world.syncRuns.get(id),
      list: () => world.syncRuns.list({ page: 1, perPage: 30 }),
      save: async () => {
        if (++saves === failing) throw new Error('DynamoDB is away');
      },
    };
    const broken = new SyncNowWorld({ syncRuns, lease: world.lease });
    broken.starter.failure = new Error('throttled');
    expect((await broken.call('POST /sync-now')).status).toBe(500);
    expect(await world.lease.holder(world.nowMs)).toBeNull();
  });
});
