import { describe, expect, test } from 'vitest';
import { PULL_FAILURES } from '../../../shared/domain/sync-run.ts';
import { cloudSnapshot, host, licenseRow, ref } from '../../support/accounts.ts';
import { fails, gives } from '../../support/github-script.ts';
import { addInstallation, cloudOf, numbers, reportOf, serverUsage } from '../../support/sync-sources.ts';
import { companyWorld, pullLines, SyncWorld, UPLOADED_AT, weekly } from '../../support/sync-world.ts';

const NOON = '2026-03-05T12:00:00.000Z';

describe('a weekly run', () => {
  test('pulls every source, merges once and succeeds', async () => {
    const world = companyWorld();
    const run = await world.run(weekly());
    expect(pullLines(run)).toEqual([
      'consumed-licenses cloud completed',
      'linked-identities cloud completed',
      'license-sync-status cloud completed',
      'server-installations cloud completed',
      'users-report server:ghes-b completed',
      'server-accounts server:ghes-a completed',
    ]);
    expect(run).toMatchObject({
      state: 'succeeded',
      failure: null,
      startedAt: NOON,
      endedAt: NOON,
      mergeId: world.usage.commits[0]?.mergeId,
      counts: { peopleAdded: 5, licensesBefore: 0, licensesAfter: 5 },
    });
    expect(world.usage.commits).toHaveLength(1);
    expect(world.stored(weekly())).toEqual(run);
  });

  test('tells its observer of each pull once, of the merge, and of the end', async () => {
    const world = companyWorld();
    world.github.reports.set('ghes-z', fails('unavailable'));
    const run = await world.run(weekly());
    const told = pullLines({ ...run, pulls: world.conclusions });
    expect(told.toSorted()).toEqual(pullLines(run).toSorted());
    expect(world.merges).toEqual(world.usage.commits);
    expect(world.ended).toEqual([run]);
  });

  test('tells of each pull what it gave and took', async () => {
    const world = companyWorld();
    world.github.consumedLicenses = cloudOf(250);
    const { pulls } = await world.run(weekly());
    expect(pulls[0]).toMatchObject({ startedAt: NOON, durationMs: 0, requests: 3, entries: 250 });
    expect(pulls[3]).toMatchObject({ requests: 1, entries: 1, snapshot: null });
    expect(pulls[4]).toMatchObject({
      entries: 5,
      snapshot: { source: 'server:ghes-b', channel: 'users-report', accounts: 5 },
      crossChecks: [{ name: 'seats_used', told: 5, counted: 5 }],
    });
  });

  test('notes of each source how it fared and what was observed', async () => {
    const world = companyWorld();
    const { runId } = weekly();
    await world.run(weekly());
    const noted = (await world.sources.list()).map(({ source, sync }) => [source, sync]);
    const good = { runId, attemptedAt: NOON, failure: null, succeededAt: NOON, firstAttemptAt: NOON };
    expect(noted).toEqual([
      ['cloud', { ...good, observedAt: NOON }],
      ['server:ghes-a', { ...good, observedAt: UPLOADED_AT }],
      ['server:ghes-b', { ...good, observedAt: NOON }],
    ]);
  });

  test('that finds nothing new succeeds and changes nobody', async () => {
    const world = companyWorld();
    await world.run(weekly(1));
    world.nowMs += 7 * 24 * 3_600_000;
    const run = await world.run(weekly(2));
    expect(run).toMatchObject({
      state: 'succeeded',
      counts: { peopleAdded: 0, peopleChanged: 0, peopleRemoved: 0 },
    });
  });

  test('compares the accounts that GitHub counts with those that its rows name', async () => {
    const world = new SyncWorld();
    const rows = [
      licenseRow({ login: 'mona', serverAccounts: [ref('ghes-a:1')], totalUserAccounts: 2 }),
      licenseRow({ serverAccounts: [ref('ghes-a:2')], totalUserAccounts: 3 }),
    ];
    world.github.consumedLicenses = gives(({ observedAt }) => cloudSnapshot(rows, { observedAt }));
    const [pull] = (await world.run(weekly())).pulls;
    expect(pull?.crossChecks).toEqual([{ name: 'total_accounts', told: 5, counted: 3 }]);
  });

  test('asks the cloud for one thing at a time, and three instances beside it', async () => {
    const world = companyWorld();
    for (const name of ['ghes-c', 'ghes-d', 'ghes-e']) {
      addInstallation(world.github, name, 2, UPLOADED_AT);
      world.github.reports.set(name, reportOf(name, 2));
    }
    await world.run(weekly());
    expect(world.github.atOnce).toEqual({ cloud: 1, servers: 3 });
  });
});

describe('which sources a run asks', () => {
  const CLOUD = ['consumed-licenses', 'linked-identities', 'license-sync-status', 'server-installations'];

  test.each([
    ['a run of everything', null, [...CLOUD, 'server-accounts ghes-a', 'users-report ghes-b']],
    ['one that names the cloud', ['cloud'], CLOUD],
    [
      'one that names an instance of the list',
      ['server:ghes-a'],
      ['server-installations', 'server-accounts ghes-a'],
    ],
    [
      'one that names an instance that is asked itself',
      ['server:ghes-b'],
      ['server-installations', 'users-report ghes-b'],
    ],
    [
      'one that names one whose automatic sync is off',
      ['server:ghes-off'],
      ['server-installations', 'server-accounts ghes-off', 'users-report ghes-off'],
    ],
  ] as const)('%s', async (_, sources, asked) => {
    const world = companyWorld();
    addInstallation(world.github, 'ghes-off', 2, UPLOADED_AT);
    world.github.reports.set('ghes-off', reportOf('ghes-off', 2));
    await world.sources.setAutomaticSync('server:ghes-off', false);
    await world.run(await world.accept({ sources }));
    expect(world.github.asked.toSorted()).toEqual(asked.toSorted());
  });

  test('when automatic sync of the cloud is off, its list is asked for the sake of the instances', async () => {
    const world = companyWorld();
    await world.sources.setAutomaticSync('cloud', false);
    await world.run(weekly());
    expect(world.github.asked).toEqual(
      expect.arrayContaining(['server-installations', 'server-accounts ghes-a', 'users-report ghes-b']),
    );
    expect(world.github.asked).toHaveLength(3);
  });

  test('without a cloud, the configured instances', async () => {
    const world = companyWorld();
    world.github.isCloudConfigured = false;
    expect(pullLines(await world.run(weekly()))).toEqual(['users-report server:ghes-b completed']);
  });

  test('when all are switched off, none, which is a success', async () => {
    const world = companyWorld();
    world.github.isCloudConfigured = false;
    await world.sources.setAutomaticSync('server:ghes-b', false);
    expect(await world.run(weekly())).toMatchObject({ state: 'succeeded', pulls: [], mergeId: null });
  });

  test('when nothing is configured, the run says so and is no error', async () => {
    const world = new SyncWorld();
    world.github.isCloudConfigured = false;
    expect(await world.run(weekly())).toMatchObject({ state: 'failed', failure: 'nothing-configured' });
    expect(world.stored(weekly()).endedAt).toBe(NOON);
  });

  test.each([
    ['that GitHub does not list', gives(() => []), 'not-found'],
    ['while the list cannot be had', fails('rate-limited'), 'rate-limited'],
  ] as const)('a named source %s is told as failed', async (_, list, failure) => {
    const world = companyWorld();
    world.github.serverInstallations = list;
    const run = await world.run(await world.accept({ sources: ['server:ghes-x'] }));
    expect(pullLines(run).at(-1)).toBe(`server-accounts server:ghes-x failed ${failure}`);
    expect(await world.sources.get('server:ghes-x')).toMatchObject({ sync: { failure, succeededAt: null } });
  });

  test('an instance that came through the list before is told as failed when it is gone from it', async () => {
    const world = companyWorld();
    await world.run(weekly(1));
    world.github.serverInstallations = gives(() => []);
    const run = await world.run(weekly(2));
    expect(run.state).toBe('partly-failed');
    expect(pullLines(run)).toContain('server-accounts server:ghes-a failed not-found');
    expect((await world.sources.get('server:ghes-a'))?.snapshots).toHaveLength(1);
  });

  test('an instance that came through the list before is skipped with it', async () => {
    const world = companyWorld();
    await world.run(weekly(1));
    world.github.consumedLicenses = world.github.hangs({ obeysSignal: true });
    const lines = pullLines(await world.run(weekly(2)));
    expect(lines).toContain('server-installations cloud skipped');
    expect(lines).toContain('server-accounts server:ghes-a skipped');
    expect(await world.sources.get('server:ghes-a')).toMatchObject({ sync: { failure: 'timed-out' } });
  });

  test('of a host that is listed twice, the installation that uploaded last', async () => {
    const world = companyWorld();
    const list = world.github.serverInstallations;
    world.github.serverInstallations = async (call) => [
      { id: 'older', hostName: host('ghes-a'), uploadedAt: '2025-01-01T00:00:00.000Z' },
      ...(await list(call)),
      { id: 'never', hostName: host('ghes-a'), uploadedAt: null },
    ];
    const run = await world.run(weekly());
    expect(pullLines(run).filter((line) => line.includes('ghes-a'))).toEqual([
      'server-accounts server:ghes-a completed',
    ]);
    expect(world.github.installationsAsked).toEqual(['node-ghes-a']);
  });
});

describe('what GitHub tells of GitHub Connect', () => {
  const sync = { observedAt: NOON, date: '2026-03-01T00:00:00Z', status: 'success', failed: false };

  test('is noted for each instance', async () => {
    const world = companyWorld();
    const instance = { hostName: host('ghes-a'), serverId: 'deadbeef1', version: null };
    world.github.licenseSyncStatus = gives(() => [{ instance, sync }]);
    await world.run(weekly());
    expect(await world.sources.get('server:ghes-a')).toMatchObject({
      instance: { serverId: 'deadbeef1' },
      githubConnect: sync,
    });
  });

  test('an installation that never uploaded becomes known and is not pulled', async () => {
    const world = companyWorld();
    addInstallation(world.github, 'ghes-new', 0, null);
    const run = await world.run(weekly());
    expect(run.state).toBe('succeeded');
    expect(pullLines(run).join()).not.toContain('ghes-new');
    expect(await world.sources.get('server:ghes-new')).toMatchObject({
      githubConnect: { date: null, failed: false },
      sync: null,
      snapshots: [],
    });
  });

  test('the list does not overrule the status of one that never uploaded', async () => {
    const world = companyWorld();
    addInstallation(world.github, 'ghes-new', 0, null);
    const failed = { ...sync, status: 'failure', failed: true };
    const instance = { hostName: host('ghes-new'), serverId: null, version: null };
    world.github.licenseSyncStatus = gives(() => [{ instance, sync: failed }]);
    const list = world.github.serverInstallations;
    world.github.serverInstallations = (call) => {
      world.nowMs += 1000;
      return list(call);
    };
    await world.run(weekly());
    expect(await world.sources.get('server:ghes-new')).toMatchObject({ githubConnect: failed });
  });
});

describe('a pull that fails', () => {
  test.each(PULL_FAILURES)('because of %s is told, and the others go on', async (failure) => {
    const world = companyWorld();
    world.github.reports.set('ghes-b', fails(failure));
    const run = await world.run(weekly());
    expect(run.state).toBe('partly-failed');
    expect(pullLines(run)).toContain(`users-report server:ghes-b failed ${failure}`);
    expect(pullLines(run).filter((line) => line.includes('failed'))).toHaveLength(1);
    expect(world.people.people.size).toBe(4);
    expect((await world.sources.get('server:ghes-b'))?.sync).toMatchObject({ failure, succeededAt: null });
  });

  test('for a reason that nobody foresaw is an internal one, and its error is told', async () => {
    const world = companyWorld();
    const bug = new TypeError('cannot read properties of undefined');
    world.github.consumedLicenses = () => Promise.reject(bug);
    const run = await world.run(weekly());
    expect(pullLines(run)[0]).toBe('consumed-licenses cloud failed internal');
    expect(world.errors).toEqual([bug]);
  });

  test('leaves the accounts that were known', async () => {
    const world = companyWorld();
    await world.run(weekly(1));
    world.github.consumedLicenses = fails('unavailable');
    world.github.serverAccounts.set('ghes-a', fails('incomplete-answer'));
    world.github.reports.set('ghes-b', fails('unreadable-answer'));
    const run = await world.run(weekly(2));
    expect(run).toMatchObject({ state: 'partly-failed' });
    expect(world.people.people.size).toBe(5);
    expect((await world.sources.get('cloud'))?.sync).toMatchObject({
      failure: 'unavailable',
      succeededAt: NOON,
    });
  });

  test('with all others makes the run a failed one, and nothing is merged', async () => {
    const world = new SyncWorld();
    world.github.isCloudConfigured = false;
    world.github.reports.set('ghes-b', fails('untrusted-certificate'));
    expect(await world.run(weekly())).toMatchObject({ state: 'failed', failure: null, mergeId: null });
    expect(world.usage.commits).toEqual([]);
  });

  test('of identities leaves the sync of the cloud a good one', async () => {
    const world = companyWorld();
    world.github.linkedIdentities = fails('forbidden');
    expect((await world.run(weekly())).state).toBe('partly-failed');
    expect((await world.sources.get('cloud'))?.sync).toMatchObject({ failure: null });
  });

  test('because its snapshot cannot be stored stops nobody else', async () => {
    const world = companyWorld();
    const save = world.snapshots.save.bind(world.snapshots);
    world.snapshots.save = (snapshot) =>
      snapshot.kind === 'cloud' ? Promise.reject(new Error('S3 is busy')) : save(snapshot);
    const run = await world.run(weekly());
    expect(pullLines(run)[0]).toBe('consumed-licenses cloud failed internal');
    expect(world.people.people.size).toBe(5);
  });
});

describe('time', () => {
  test.each([true, false])(
    'is kept for the merge when an instance does not answer (its client heeds the signal: %s)',
    async (obeysSignal) => {
      const world = companyWorld();
      world.github.reports.set('ghes-slow', world.github.hangs({ obeysSignal }));
      const run = await world.run(weekly());
      expect(pullLines(run)).toContain('users-report server:ghes-slow failed timed-out');
      expect(run).toMatchObject({ state: 'partly-failed', counts: { peopleAdded: 5 } });
      expect(run.pulls.find(({ source }) => source === 'server:ghes-slow')?.durationMs).toBe(600_000);
    },
  );

  test('that is up before a pull has begun makes it a skipped one, and its source a failed one', async () => {
    const world = new SyncWorld();
    world.github.isCloudConfigured = false;
    for (const name of ['slow-1', 'slow-2', 'slow-3']) {
      world.github.reports.set(name, world.github.hangs({ obeysSignal: true }));
    }
    world.github.reports.set('ghes-z', reportOf('ghes-z', 2));
    const run = await world.run(weekly());
    expect(pullLines(run).at(-1)).toBe('users-report server:ghes-z skipped');
    expect((await world.sources.get('server:ghes-z'))?.sync).toMatchObject({ failure: 'timed-out' });
  });
});

describe('a snapshot that would remove too many accounts', () => {
  async function shrunkWorld() {
    const world = companyWorld();
    world.github.reports.set('ghes-b', reportOf('ghes-b', 100));
    await world.run(weekly(1));
    world.nowMs += 3_600_000;
    world.github.reports.set('ghes-b', reportOf('ghes-b', 60));
    return world;
  }

  test('is held: stored, told, not merged', async () => {
    const world = await shrunkWorld();
    const run = await world.run(weekly(2));
    expect(run.state).toBe('partly-failed');
    expect(run.pulls.find(({ kind }) => kind === 'users-report')).toMatchObject({
      state: 'held',
      hold: { accountsBefore: 100, accountsRemoved: 40 },
      snapshot: { accounts: 60 },
    });
    expect(world.people.people.size).toBe(100);
    expect((await world.sources.get('server:ghes-b'))?.sync).toMatchObject({
      failure: 'held',
      succeededAt: NOON,
      observedAt: NOON,
    });
  });

  test('is merged by a run whose owner accepts removals', async () => {
    const world = await shrunkWorld();
    const request = await world.accept({ sources: ['server:ghes-b'], acceptRemovals: true });
    expect(await world.run(request)).toMatchObject({ state: 'succeeded', counts: { peopleRemoved: 40 } });
    expect(world.people.people.size).toBe(60);
  });
});

test('a snapshot that a newer one overtakes while it waits for the merge is superseded', async () => {
  const world = companyWorld();
  const acquire = world.lease.acquire.bind(world.lease);
  world.lease.acquire = async (owner, nowMs) => {
    const observedAt = '2026-03-05T12:00:01.000Z';
    await world.observe(serverUsage('ghes-b', numbers(6), { observedAt }));
    return acquire(owner, nowMs);
  };
  const run = await world.run(weekly());
  expect(pullLines(run)).toContain('users-report server:ghes-b superseded');
  expect(world.people.people.size).toBe(6);
});

test('a snapshot older than what is known is superseded, and its source is as good as ever', async () => {
  const world = companyWorld();
  const newer = { observedAt: '2026-03-04T12:00:00.000Z', channel: 'graphql' } as const;
  await world.observe(serverUsage('ghes-a', numbers(7), newer));
  const run = await world.run(weekly());
  expect(run.state).toBe('succeeded');
  expect(pullLines(run).at(-1)).toBe('server-accounts server:ghes-a superseded');
  expect(world.people.people.size).toBe(7);
  expect((await world.sources.get('server:ghes-a'))?.sync).toMatchObject({ failure: null });
});
