import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DynamoDbSourceRegistry } from '../../shared/adapters/dynamodb/source-registry.ts';
import { type GitHubConnectSync, PULL_FAILURES } from '../../shared/domain/sync-run.ts';
import type { SnapshotRef } from '../../shared/domain/upload.ts';
import { type ServerInstance, serverSourceId } from '../../shared/domain/usage-snapshot.ts';
import type { HeldUpload, SourceRegistry, SyncAttempt } from '../../shared/ports.ts';
import { host } from '../support/accounts.ts';
import { InMemorySourceRegistry } from '../support/fakes/in-memory-source-registry.ts';
import { describeLedgerPort } from './describe-ledger-port.ts';
import { snapshotRef } from './samples.ts';

const HOST = host('ghe-a.example.com');
const SOURCE = serverSourceId(HOST);

function instance(facts: Partial<ServerInstance> = {}): ServerInstance {
  return { hostName: HOST, serverId: null, version: null, ...facts };
}

/** A good one that brought nothing. */
function attempt(facts: Partial<SyncAttempt> = {}): SyncAttempt {
  return { runId: 'run-1', attemptedAt: MONDAY, failure: null, observedAt: null, ...facts };
}

const SUNDAY = '2026-03-01T00:00:00.000Z';
const MONDAY = '2026-03-02T00:00:00.000Z';
const TUESDAY = '2026-03-03T00:00:00.000Z';

const NEVER_SYNCED = { held: null, automaticSync: true, sync: null, githubConnect: null };

describeLedgerPort<SourceRegistry>(
  'SourceRegistry',
  {
    fake: () => new InMemorySourceRegistry(),
    dynamoDb: (client, table) => new DynamoDbSourceRegistry(client, table),
  },
  (create) => {
    it('knows a source by what was registered of it', async () => {
      const registry = await create();
      const ref = snapshotRef();
      expect(await registry.register(ref, instance({ serverId: 'a-uuid', version: '3.17.1' }))).toBe(
        'registered',
      );
      expect(await registry.get(SOURCE)).toEqual({
        source: SOURCE,
        instance: { hostName: HOST, serverId: 'a-uuid', version: '3.17.1' },
        snapshots: [ref],
        encrypted: null,
        ...NEVER_SYNCED,
      });
    });

    it('knows nothing of a source that was never registered', async () => {
      const registry = await create();
      expect(await registry.get(SOURCE)).toBeNull();
      expect(await registry.list()).toEqual([]);
    });

    it('has no instance for the cloud enterprise', async () => {
      const registry = await create();
      const ref = snapshotRef({ source: 'cloud', channel: 'rest' });
      await registry.register(ref, null);
      expect(await registry.get('cloud')).toEqual({
        source: 'cloud',
        instance: null,
        snapshots: [ref],
        encrypted: null,
        ...NEVER_SYNCED,
      });
    });

    it.each([
      ['a later observation', { observedAt: TUESDAY, digest: 'a' }, 'registered'],
      ['an earlier observation', { observedAt: '2026-03-01T23:59:59.999Z', digest: 'z' }, 'superseded'],
      ['the same snapshot', { observedAt: MONDAY, digest: 'm' }, 'present'],
      [
        'another snapshot of the same instant with a greater digest',
        { observedAt: MONDAY, digest: 'n' },
        'registered',
      ],
      [
        'another snapshot of the same instant with a smaller digest',
        { observedAt: MONDAY, digest: 'l' },
        'superseded',
      ],
    ] as const)('says of %s: %s', async (_, change, outcome) => {
      const registry = await create();
      const known = snapshotRef({ observedAt: MONDAY, digest: 'm' });
      const candidate = snapshotRef(change);
      await registry.register(known, instance());
      expect(await registry.register(candidate, instance())).toBe(outcome);
      const newest = outcome === 'registered' ? candidate : known;
      expect((await registry.get(SOURCE))?.snapshots).toEqual([newest]);
    });

    it('keeps the newest snapshot of every channel', async () => {
      const registry = await create();
      const refs = (['export', 'users-report', 'graphql', 'rest'] as const).map((channel, day) =>
        snapshotRef({ channel, observedAt: `2026-03-0${9 - day}T00:00:00.000Z` }),
      );
      for (const ref of refs) expect(await registry.register(ref, instance())).toBe('registered');
      const snapshots = (await registry.get(SOURCE))?.snapshots ?? [];
      expect([...snapshots].sort((a, b) => (a.observedAt < b.observedAt ? 1 : -1))).toEqual(refs);
    });

    it('lists sources sorted, each with its own snapshots', async () => {
      const registry = await create();
      const sources = ['server:b.example.com', 'cloud', 'server:a.example.com'] as const;
      for (const source of sources) {
        const hostName = host(source.replace('server:', ''));
        await registry.register(snapshotRef({ source }), source === 'cloud' ? null : instance({ hostName }));
      }
      const listed = await registry.list();
      expect(listed.map(({ source }) => source)).toEqual([...sources].sort());
      expect(listed.map(({ snapshots }) => snapshots[0]?.source)).toEqual([...sources].sort());
    });

    it('leaves known facts of the instance in place when an observation does not tell them', async () => {
      const registry = await create();
      await registry.register(
        snapshotRef({ observedAt: MONDAY }),
        instance({ serverId: 'a-uuid', version: '3.16.0' }),
      );
      await registry.register(snapshotRef({ observedAt: TUESDAY }), instance({ version: '3.17.0' }));
      expect((await registry.get(SOURCE))?.instance).toEqual(
        instance({ serverId: 'a-uuid', version: '3.17.0' }),
      );
    });

    it('notes an export with an encrypted user list beside the accounts known before', async () => {
      const registry = await create();
      const ref = snapshotRef({ observedAt: MONDAY });
      await registry.register(ref, instance());
      await registry.noteEncrypted(instance({ version: '3.17.0' }), TUESDAY, 'upload-1');
      expect(await registry.get(SOURCE)).toEqual({
        source: SOURCE,
        instance: instance({ version: '3.17.0' }),
        snapshots: [ref],
        encrypted: { observedAt: TUESDAY, uploadId: 'upload-1' },
        ...NEVER_SYNCED,
      });
    });

    it('knows a source of which only encrypted exports came', async () => {
      const registry = await create();
      await registry.noteEncrypted(instance(), TUESDAY, 'upload-2');
      await registry.noteEncrypted(instance(), MONDAY, 'upload-1');
      expect(await registry.list()).toEqual([
        {
          source: SOURCE,
          instance: instance(),
          snapshots: [],
          encrypted: { observedAt: TUESDAY, uploadId: 'upload-2' },
          ...NEVER_SYNCED,
        },
      ]);
    });

    it('notes the newest upload that is held, whatever the order', async () => {
      const registry = await create();
      const newest = heldUpload(TUESDAY, 'upload-2');
      await registry.register(snapshotRef({ observedAt: SUNDAY }), instance());
      await registry.noteHeld(SOURCE, heldUpload(TUESDAY, 'upload-1'));
      await registry.noteHeld(SOURCE, newest);
      await registry.noteHeld(SOURCE, heldUpload(MONDAY, 'upload-3'));
      expect((await registry.get(SOURCE))?.held).toEqual(newest);
    });

    it.each([SOURCE, 'cloud'] as const)(
      'makes %s a source when it is told of its first sync',
      async (source) => {
        const registry = await create();
        await registry.noteSync(source, attempt({ observedAt: MONDAY, attemptedAt: TUESDAY }));
        expect(await registry.get(source)).toEqual({
          source,
          instance: source === 'cloud' ? null : instance(),
          snapshots: [],
          encrypted: null,
          held: null,
          automaticSync: true,
          sync: {
            runId: 'run-1',
            attemptedAt: TUESDAY,
            failure: null,
            succeededAt: TUESDAY,
            observedAt: MONDAY,
            firstAttemptAt: TUESDAY,
          },
          githubConnect: null,
        });
      },
    );

    it('keeps the last success, what was observed and the first attempt when an attempt fails', async () => {
      const registry = await create();
      await registry.noteSync(SOURCE, attempt({ attemptedAt: MONDAY, observedAt: SUNDAY }));
      await registry.noteSync(
        SOURCE,
        attempt({ runId: 'run-2', attemptedAt: TUESDAY, failure: 'unauthorized' }),
      );
      expect((await registry.get(SOURCE))?.sync).toEqual({
        runId: 'run-2',
        attemptedAt: TUESDAY,
        failure: 'unauthorized',
        succeededAt: MONDAY,
        observedAt: SUNDAY,
        firstAttemptAt: MONDAY,
      });
    });

    it.each([...PULL_FAILURES, 'held'] as const)(
      'notes an attempt that was not good: %s',
      async (failure) => {
        const registry = await create();
        await registry.noteSync(SOURCE, attempt({ failure }));
        expect((await registry.get(SOURCE))?.sync).toMatchObject({
          failure,
          succeededAt: null,
          observedAt: null,
        });
      },
    );

    it('makes a source of an instance that GitHub tells of, with its facts', async () => {
      const registry = await create();
      const sync = { observedAt: TUESDAY, date: '2026-03-01T07:00:00Z', status: 'success', failed: false };
      await registry.noteGitHubConnect(instance({ serverId: 'a-uuid' }), sync);
      expect(await registry.get(SOURCE)).toEqual({
        source: SOURCE,
        instance: instance({ serverId: 'a-uuid' }),
        snapshots: [],
        encrypted: null,
        held: null,
        automaticSync: true,
        sync: null,
        githubConnect: sync,
      });
    });

    it('keeps what GitHub told last, and when it tells two things at once the one with the later date', async () => {
      const registry = await create();
      const never = { observedAt: TUESDAY, date: null, status: null, failed: false };
      const synced = { observedAt: TUESDAY, date: SUNDAY, status: 'failure', failed: true };
      for (const sync of [synced, never, { ...synced, observedAt: MONDAY, date: MONDAY }]) {
        await registry.noteGitHubConnect(instance(), sync);
      }
      expect((await registry.get(SOURCE))?.githubConnect).toEqual(synced);
      const later = { ...never, observedAt: '2026-03-04T00:00:00.000Z' };
      await registry.noteGitHubConnect(instance(), later);
      expect((await registry.get(SOURCE))?.githubConnect).toEqual(later);
    });

    it.each([SOURCE, 'cloud'] as const)('switches automatic sync of %s off and on', async (source) => {
      const registry = await create();
      for (const on of [false, false, true, true, false]) {
        await registry.setAutomaticSync(source, on);
        expect((await registry.get(source))?.automaticSync).toBe(on);
      }
      expect((await registry.list()).map((record) => record.source)).toEqual([source]);
    });

    it('leaves automatic sync off whatever comes after', async () => {
      const registry = await create();
      await registry.setAutomaticSync(SOURCE, false);
      await registry.register(snapshotRef(), instance());
      await registry.noteSync(SOURCE, attempt());
      await registry.noteGitHubConnect(instance(), {
        observedAt: MONDAY,
        date: null,
        status: null,
        failed: false,
      });
      expect((await registry.get(SOURCE))?.automaticSync).toBe(false);
    });

    it('comes to the same record in whatever order observations arrive, and however often', async () => {
      const registry = await create();
      let hosts = 0;
      await fc.assert(
        fc.asyncProperty(observationsInTwoOrders(), async ([one, other]) => {
          const first = await recordOf(registry, one, ++hosts);
          const second = await recordOf(registry, other, ++hosts);
          expect(second).toEqual(first);
        }),
        { numRuns: 15 },
      );
    });
  },
);

interface Observation {
  readonly channel: SnapshotRef['channel'] | 'encrypted' | 'held' | 'sync' | 'github-connect';
  readonly observedAt: string;
  readonly digest: string;
  readonly serverId: string | null;
  readonly version: string | null;
}

/** Few values, so that instants, digests and facts often meet. The second order repeats some of the first. */
function observationsInTwoOrders(): fc.Arbitrary<readonly [Observation[], Observation[]]> {
  const observation = fc.record<Observation>({
    channel: fc.constantFrom('export', 'users-report', 'encrypted', 'held', 'sync', 'github-connect'),
    observedAt: fc.constantFrom(MONDAY, TUESDAY),
    digest: fc.constantFrom('l', 'm', 'n'),
    serverId: fc.constantFrom(null, 'a-uuid', 'b-uuid'),
    version: fc.constantFrom(null, '3.16.0', '3.17.0'),
  });
  return fc
    .array(observation, { minLength: 1, maxLength: 6 })
    .chain((observations) =>
      fc.tuple(
        fc.constant(observations),
        fc.shuffledSubarray([...observations, ...observations], { minLength: observations.length * 2 }),
      ),
    );
}

/** What the registry makes of observations of a new instance, without what is the instance's own. */
async function recordOf(registry: SourceRegistry, observations: readonly Observation[], number: number) {
  const hostName = host(`ghe-${number}.example.com`);
  const source = serverSourceId(hostName);
  for (const { channel, observedAt, digest, serverId, version } of observations) {
    const facts = { hostName, serverId, version };
    if (channel === 'encrypted') await registry.noteEncrypted(facts, observedAt, digest);
    else if (channel === 'held') await registry.noteHeld(source, heldUpload(observedAt, digest));
    else if (channel === 'sync') await registry.noteSync(source, attemptOf(observedAt, digest));
    else if (channel === 'github-connect') {
      await registry.noteGitHubConnect(facts, connectSyncOf(observedAt, digest));
    } else await registry.register(snapshotRef({ source, channel, observedAt, digest }), facts);
  }
  const record = await registry.get(source);
  const snapshots = record?.snapshots
    .map((ref) => [ref.channel, ref.observedAt, ref.digest].join(' '))
    .sort();
  const { serverId, version } = record?.instance ?? {};
  const { encrypted, held, sync, githubConnect } = record ?? {};
  return { snapshots, serverId, version, encrypted, held, sync, githubConnect };
}

function heldUpload(observedAt: string, uploadId: string): HeldUpload {
  return { observedAt, uploadId, hold: { accountsBefore: 100, accountsRemoved: 60 } };
}

/** As different attempts as there are digests: failed, good and bringing something. */
function attemptOf(attemptedAt: string, digest: string): SyncAttempt {
  return attempt({
    attemptedAt,
    runId: digest === 'n' ? 'run-2' : 'run-1',
    failure: digest === 'l' ? 'timed-out' : null,
    observedAt: digest === 'm' ? SUNDAY : null,
  });
}

function connectSyncOf(observedAt: string, digest: string): GitHubConnectSync {
  const failed = digest !== 'm';
  return { observedAt, date: digest === 'l' ? null : SUNDAY, status: failed ? 'failure' : 'success', failed };
}
