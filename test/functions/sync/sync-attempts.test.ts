import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { SYNC_LEASE_MS, type SyncRun } from '../../../shared/domain/sync-run.ts';
import { mergeWithLease } from '../../../shared/merge/merge-with-lease.ts';
import { fails } from '../../support/github-script.ts';
import { peopleInLedger, peoplePurelyMerged } from '../../support/merge-invariants.ts';
import { syncRunOf } from '../../support/sync-runs.ts';
import { cloudUsage, numbers } from '../../support/sync-sources.ts';
import { companyWorld, manual, pullLines, type SyncWorld, weekly } from '../../support/sync-world.ts';

function isFree(world: SyncWorld): Promise<boolean> {
  return world.syncLease.holder(world.nowMs).then((holder) => holder === null);
}

/** Everything that the process does from now on fails, as if it had been killed. */
function killed(): Promise<never> {
  return Promise.reject(new Error('the process was killed'));
}

describe('while another sync is under way', () => {
  async function busyWorld() {
    const world = companyWorld();
    const lease = await world.syncLease.acquire('another', world.nowMs);
    if (lease === null) throw new Error('the lease is not free');
    return { world, lease };
  }

  test('a manual run ends as not started, and the other one keeps its lease', async () => {
    const { world } = await busyWorld();
    expect(await world.run(manual())).toMatchObject({ state: 'failed', failure: 'not-started', pulls: [] });
    expect(world.stored(manual()).endedAt).not.toBeNull();
    expect(world.github.asked).toEqual([]);
    expect(await world.syncLease.holder(world.nowMs)).toBe('another');
  });

  test.each([
    ['a weekly run', {}],
    ['a manual run that has begun before', { trigger: 'manual', startedAt: '2026-03-05T12:01:00.000Z' }],
  ] as const)('%s waits until it is done', async (_, facts) => {
    const { world, lease } = await busyWorld();
    const { runId } = weekly();
    await world.runs.save(syncRunOf(runId, { trigger: 'weekly', ...facts }));
    const { pause } = world;
    world.pause = async (ms) => {
      await pause(ms);
      if (world.nowMs >= Date.parse('2026-03-05T12:01:00.000Z')) await world.syncLease.release(lease);
    };
    const run = await world.run(weekly());
    expect(run).toMatchObject({ state: 'succeeded', startedAt: '2026-03-05T12:01:00.000Z' });
  });

  test('a weekly run that waits in vain is left to the next attempt, unwritten', async () => {
    const { world, lease } = await busyWorld();
    const acquire = world.syncLease.acquire.bind(world.syncLease);
    world.syncLease.acquire = async (owner, nowMs) => {
      await world.syncLease.renew(lease, nowMs);
      return acquire(owner, nowMs);
    };
    await expect(world.run(weekly())).rejects.toThrow('another sync is under way');
    expect(world.nowMs).toBeLessThanOrEqual(Date.parse('2026-03-05T12:05:05.000Z'));
    expect(world.runs.saved).toEqual([]);
  });

  test('a weekly run that another attempt brings to its end meanwhile has nothing to do', async () => {
    const { world, lease } = await busyWorld();
    world.pause = async () => {
      const { runId } = weekly();
      await world.runs.save(syncRunOf(runId, { trigger: 'weekly', state: 'succeeded' }));
      await world.syncLease.release(lease);
    };
    expect(await world.run(weekly())).toMatchObject({ state: 'succeeded', pulls: [] });
    expect(world.github.asked).toEqual([]);
  });

  test('of two weekly runs at once one works after the other', async () => {
    const world = companyWorld();
    world.pause = () => nextTurn();
    const states = await Promise.all([world.run(weekly(1)), world.run(weekly(2))]);
    expect(states.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
    expect(world.github.atOnce).toEqual({ cloud: 1, servers: 1 });
  });

  test('of two manual runs at once one works', async () => {
    const world = companyWorld();
    const runs = await Promise.all([world.run(manual(1)), world.run(manual(2))]);
    expect(runs.map(({ failure }) => failure)).toEqual([null, 'not-started']);
    expect(world.usage.commits).toHaveLength(1);
  });

  test('a run whose lease somebody else took writes nothing more', async () => {
    const world = companyWorld();
    const { consumedLicenses } = world.github;
    world.github.consumedLicenses = async (call) => {
      world.nowMs += SYNC_LEASE_MS;
      await world.syncLease.acquire('another', world.nowMs);
      world.runs.saved.length = 0;
      return consumedLicenses(call);
    };
    await expect(world.run(weekly())).rejects.toThrow('the lease of syncs was lost');
    expect(world.runs.saved).toEqual([]);
    expect(world.github.asked).not.toContain('linked-identities');
    expect(world.usage.commits).toEqual([]);
    expect(await world.syncLease.holder(world.nowMs)).toBe('another');
  });
});

describe('the lease', () => {
  test('taken by sync-now is taken over, and given back', async () => {
    const world = companyWorld();
    const request = await world.accept();
    expect(await isFree(world)).toBe(false);
    expect(await world.run(request)).toMatchObject({ state: 'succeeded' });
    expect(await isFree(world)).toBe(true);
  });

  test('is given back when something throws', async () => {
    const world = companyWorld();
    world.sources.list = killed;
    await expect(world.run(weekly())).rejects.toThrow('killed');
    expect(await isFree(world)).toBe(true);
  });

  test('is kept by a run that takes longer, which says so with every heartbeat', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const world = companyWorld();
    const { consumedLicenses } = world.github;
    world.github.consumedLicenses = async (call) => {
      for (let beat = 0; beat < 5; beat++) {
        world.nowMs += SYNC_LEASE_MS / 3;
        await vi.advanceTimersByTimeAsync(SYNC_LEASE_MS / 3);
        const { aliveUntil } = world.stored(weekly());
        expect(Date.parse(aliveUntil) - world.nowMs).toBeGreaterThanOrEqual(SYNC_LEASE_MS / 2);
      }
      return consumedLicenses(call);
    };
    expect(await world.run(weekly())).toMatchObject({ state: 'succeeded' });
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });
});

test('what changes while the record is written is written together by the next write', async () => {
  const world = companyWorld();
  const save = world.runs.save.bind(world.runs);
  const firstWrite = Promise.withResolvers<void>();
  let writes = 0;
  world.runs.save = async (run) => {
    writes++;
    await firstWrite.promise;
    return save(run);
  };
  const accounts = world.github.serverAccounts.get('ghes-a') ?? fails('not-found');
  world.github.serverAccounts.set('ghes-a', (call) => {
    expect(writes).toBe(1);
    firstWrite.resolve();
    return accounts(call);
  });
  const run = await world.run(weekly());
  expect(run.state).toBe('succeeded');
  expect(world.stored(weekly())).toEqual(run);
  expect(world.runs.saved[1]?.pulls.filter(({ state }) => state === 'pulled')).toHaveLength(3);
});

describe('a run that is told again', () => {
  test('after it ended does nothing', async () => {
    const world = companyWorld();
    const run = await world.run(manual());
    const asked = [...world.github.asked];
    await world.syncLease.acquire('another', world.nowMs);
    expect(await world.run(manual())).toEqual(run);
    expect(world.stored(manual())).toEqual(run);
    expect(world.github.asked).toEqual(asked);
    expect(world.ended).toHaveLength(1);
  });

  test('after it ended merges what another attempt of it registered too late for its merge', async () => {
    const world = companyWorld();
    await world.run(weekly());
    await world.observe(cloudUsage(numbers(7), '2026-03-05T12:01:00.000Z'));
    const asked = world.github.asked.length;
    expect(await world.run(weekly())).toMatchObject({ state: 'succeeded' });
    expect(peopleInLedger(world)).toEqual(await peoplePurelyMerged(world));
    expect([world.people.people.size, world.github.asked.length]).toEqual([7, asked]);
  });

  test('after a crash between a snapshot and its pull merges it, also when it cannot be asked for again', async () => {
    const world = companyWorld();
    world.github.isCloudConfigured = false;
    const register = world.sources.register.bind(world.sources);
    world.sources.register = async (ref, instance) => {
      await register(ref, instance);
      throw new Error('the answer was lost');
    };
    expect(await world.run(weekly())).toMatchObject({ state: 'failed', pulls: [{ state: 'failed' }] });
    expect(peopleInLedger(world)).toEqual(await peoplePurelyMerged(world));
    expect(world.people.people.size).toBe(5);
  });

  test('after it ended mends what another attempt of it wrote too late', async () => {
    const world = companyWorld();
    await world.run(weekly());
    const [somebody] = world.people.people.keys();
    if (somebody === undefined) throw new Error('there is nobody');
    world.people.people.delete(somebody);
    await world.run(weekly());
    expect(peopleInLedger(world)).toEqual(await peoplePurelyMerged(world));
  });

  test('after sync-now gave it up does nothing, whoever has the lease', async () => {
    const world = companyWorld();
    const request = await world.accept({ state: 'failed', failure: 'not-started' });
    world.nowMs += SYNC_LEASE_MS;
    await world.syncLease.acquire('another', world.nowMs);
    await world.run(request);
    expect(world.github.asked).toEqual([]);
    expect(world.ended).toEqual([]);
  });

  test('after a crash before its merge merges what was pulled, and asks nobody again', async () => {
    const world = companyWorld();
    const acquire = world.lease.acquire.bind(world.lease);
    world.lease.acquire = killed;
    await expect(world.run(weekly())).rejects.toThrow('killed');
    expect(world.stored(weekly())).toMatchObject({ state: 'running', endedAt: null });
    expect(pullLines(world.stored(weekly()))[0]).toBe('consumed-licenses cloud pulled');
    const asked = [...world.github.asked];
    world.lease.acquire = acquire;
    expect(await world.run(weekly())).toMatchObject({ state: 'succeeded', counts: { peopleAdded: 5 } });
    expect(world.github.asked).toEqual(asked);
  });

  test('after a crash while it pulled asks for the rest, and for the list to know of whom', async () => {
    const world = companyWorld();
    const crashed: Partial<SyncRun> = { state: 'running', startedAt: '2026-03-05T11:59:00.000Z' };
    const good = await companyWorld().run(weekly());
    const pulls = good.pulls.map((pull) => {
      if (pull.kind === 'server-accounts') return { ...pull, state: 'running' as const, requests: 7 };
      return pull.kind === 'users-report' ? { ...pull, state: 'waiting' as const, snapshot: null } : pull;
    });
    const request = await world.accept({ ...crashed, pulls });
    const run = await world.run(request);
    expect(world.github.asked.toSorted()).toEqual([
      'server-accounts ghes-a',
      'server-installations',
      'users-report ghes-b',
    ]);
    expect(run).toMatchObject({ state: 'succeeded', startedAt: crashed.startedAt });
    expect(new Set(pullLines(run)).size).toBe(6);
  });

  test('keeps the failures of the attempt before', async () => {
    const world = companyWorld();
    const { consumedLicenses } = world.github;
    world.github.consumedLicenses = fails('unauthorized');
    const acquire = world.lease.acquire.bind(world.lease);
    world.lease.acquire = killed;
    await expect(world.run(weekly())).rejects.toThrow('killed');
    world.lease.acquire = acquire;
    world.github.consumedLicenses = consumedLicenses;
    const run = await world.run(weekly());
    expect(pullLines(run)).toContain('consumed-licenses cloud failed unauthorized');
    expect(run.state).toBe('partly-failed');
  });

  test('goes on after a crash between the merge and the end', async () => {
    const world = companyWorld();
    const noteSync = world.sources.noteSync.bind(world.sources);
    world.sources.noteSync = killed;
    await expect(world.run(weekly())).rejects.toThrow('killed');
    world.sources.noteSync = noteSync;
    const run = await world.run(weekly());
    expect(run).toMatchObject({ state: 'succeeded', mergeId: world.usage.commits[0]?.mergeId });
    expect(world.usage.commits).toHaveLength(1);
    expect((await world.sources.get('cloud'))?.sync).toMatchObject({ failure: null });
  });
});

describe('a merge that cannot be done', () => {
  test('because somebody else merges all the while is left to the next attempt', async () => {
    const world = companyWorld();
    await world.lease.acquire('an upload', world.nowMs + 3_600_000);
    await expect(world.run(weekly())).rejects.toThrow('the merge has to be repeated: lease-busy');
    const { state, pulls } = world.stored(weekly());
    expect(state).toBe('running');
    expect(pulls.map((pull) => pull.state)).toContain('pulled');
    expect(await isFree(world)).toBe(true);
  });

  test('is not relied on after a crash, although somebody else merged meanwhile', async () => {
    const world = companyWorld();
    const acquire = world.lease.acquire.bind(world.lease);
    world.lease.acquire = killed;
    await expect(world.run(weekly())).rejects.toThrow('killed');
    world.lease.acquire = acquire;
    await mergeWithLease(world, world.context, { wanted: [], mayRelyOnOthers: false });
    await world.lease.acquire('an upload', world.nowMs + 3_600_000);
    await expect(world.run(weekly())).rejects.toThrow('lease-busy');
  });

  test('for a reason that no repetition mends ends the run, and is an error all the same', async () => {
    const world = companyWorld();
    const damaged = Object.assign(new Error('a snapshot is damaged'), { name: 'DamagedSnapshotError' });
    world.snapshots.load = () => Promise.reject(damaged);
    await expect(world.run(weekly())).rejects.toThrow(damaged);
    expect(world.stored(weekly())).toMatchObject({ state: 'failed', failure: 'not-merged' });
    expect(world.ended).toHaveLength(1);
  });
});

test('a connections secret to be mended ends the run, and is an error all the same', async () => {
  const world = companyWorld();
  const broken = Object.assign(new Error('the secret is not JSON'), { name: 'ConnectionsError' });
  world.connections.connect = () => Promise.reject(broken);
  await expect(world.run(weekly())).rejects.toThrow(broken);
  expect(world.stored(weekly())).toMatchObject({ state: 'failed', failure: 'internal', pulls: [] });
});
