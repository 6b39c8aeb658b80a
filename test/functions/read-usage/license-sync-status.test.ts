import { describe, expect, it } from 'vitest';
import { licenseSyncStatusSchema } from '../../../shared/contracts/http/license-sync-status.ts';
import { PULL_FAILURES } from '../../../shared/domain/sync-run.ts';
import { serverSourceId } from '../../../shared/domain/usage-snapshot.ts';
import { cloudSnapshot, host, licenseRow, serverSnapshot } from '../../support/accounts.ts';
import { errorOf } from '../../support/http-client.ts';
import { completeSchema } from '../../support/published-schema.ts';
import { ENTERPRISE, ReadUsageWorld } from '../../support/read-usage-world.ts';

const PATH = `/enterprises/${ENTERPRISE}/license-sync-status`;
const invalidBy = completeSchema('cloud', '/enterprises/{enterprise}/license-sync-status', ['last_sync']);

const HOST = host('ghes.example.com');
const SOURCE = serverSourceId(HOST);
const INSTANCE = { hostName: HOST, serverId: 'deadbeef1', version: '3.17.0' };

const MONDAY = '2026-03-02T09:00:00.123Z';
const TUESDAY = '2026-03-03T09:00:00.000Z';
const WEDNESDAY = '2026-03-04T09:00:00.000Z';

const ATTEMPT = { runId: '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB', observedAt: null };
const GITHUB_CONNECT = {
  observedAt: WEDNESDAY,
  date: '2026-03-04T08:00:00Z',
  status: 'success',
  failed: false,
};

async function statusOf(world: ReadUsageWorld) {
  const { status, body } = await world.call(`GET ${PATH}`);
  expect(status).toBe(200);
  expect(invalidBy(body)).toEqual([]);
  return licenseSyncStatusSchema.parse(body).server_instances;
}

async function observeUsage(world: ReadUsageWorld, observedAt: string): Promise<void> {
  await world.observe(serverSnapshot(HOST, [], { observedAt, instance: INSTANCE }));
}

function success(date: string) {
  return { date, status: 'success', error: '' };
}

function failure(date: string) {
  return { date, status: 'failure', error: expect.stringMatching(/\w/) };
}

/** The last sync of the one instance to which these things happened. */
async function lastSyncAfter(...events: readonly ((world: ReadUsageWorld) => Promise<void>)[]) {
  const world = new ReadUsageWorld();
  for (const happen of events) await happen(world);
  const [instance] = await statusOf(world);
  return instance?.last_sync;
}

type Event = (world: ReadUsageWorld) => Promise<void>;

const usageOf =
  (observedAt: string): Event =>
  (world) =>
    observeUsage(world, observedAt);

const failedSyncAt =
  (attemptedAt: string): Event =>
  (world) =>
    world.sources.noteSync(SOURCE, { ...ATTEMPT, attemptedAt, failure: 'unavailable' });

const goodSyncAt =
  (attemptedAt: string): Event =>
  (world) =>
    world.sources.noteSync(SOURCE, { ...ATTEMPT, attemptedAt, failure: null });

const connectSync =
  (facts: Partial<typeof GITHUB_CONNECT> | { date: null }): Event =>
  (world) =>
    world.sources.noteGitHubConnect(INSTANCE, { ...GITHUB_CONNECT, ...facts });

describe('GET /enterprises/{enterprise}/license-sync-status', () => {
  it('knows no instance before the first is seen, and never the cloud', async () => {
    const world = new ReadUsageWorld();
    expect(await statusOf(world)).toEqual([]);
    await world.observe(cloudSnapshot([licenseRow({ login: 'mona' })]));
    expect(await statusOf(world)).toEqual([]);
  });

  it('gives every instance by host name, with texts only', async () => {
    const world = new ReadUsageWorld();
    await observeUsage(world, MONDAY);
    await world.observe(serverSnapshot('a.example.com', [], { observedAt: TUESDAY }));
    expect(await statusOf(world)).toEqual([
      { server_id: '', hostname: 'a.example.com', last_sync: success('2026-03-03T09:00:00Z') },
      { server_id: 'deadbeef1', hostname: 'ghes.example.com', last_sync: success('2026-03-02T09:00:00Z') },
    ]);
  });

  it('has no last sync of an instance that never synced', async () => {
    const world = new ReadUsageWorld();
    await world.sources.noteEncrypted(INSTANCE, MONDAY, '01ARZ3NDEKTSV4RRFFQ69G5FAV');
    await world.sources.noteGitHubConnect(INSTANCE, { ...GITHUB_CONNECT, date: null, status: null });
    expect(await statusOf(world)).toEqual([{ server_id: 'deadbeef1', hostname: 'ghes.example.com' }]);
  });

  it.each<[string, readonly Event[], object]>([
    ['usage is observed', [usageOf(MONDAY)], success('2026-03-02T09:00:00Z')],
    ['usage is observed twice', [usageOf(TUESDAY), usageOf(MONDAY)], success('2026-03-03T09:00:00Z')],
    ['a sync fails later', [usageOf(MONDAY), failedSyncAt(TUESDAY)], failure('2026-03-03T09:00:00Z')],
    ['a sync failed before', [failedSyncAt(MONDAY), usageOf(TUESDAY)], success('2026-03-03T09:00:00Z')],
    [
      'a sync fails and the next is good',
      [usageOf(MONDAY), failedSyncAt(TUESDAY), goodSyncAt(WEDNESDAY)],
      success('2026-03-02T09:00:00Z'),
    ],
    [
      'a sync finds the usage of an earlier day',
      [usageOf(MONDAY), goodSyncAt(WEDNESDAY)],
      success('2026-03-02T09:00:00Z'),
    ],
    ['GitHub Connect has synced since', [usageOf(MONDAY), connectSync({})], success('2026-03-04T08:00:00Z')],
    [
      'GitHub Connect has synced and failed since',
      [usageOf(MONDAY), connectSync({ status: 'failure', failed: true })],
      failure('2026-03-04T08:00:00Z'),
    ],
    [
      'GitHub Connect synced before',
      [usageOf(TUESDAY), connectSync({ date: '2026-03-01T08:00:00Z', failed: true })],
      success('2026-03-03T09:00:00Z'),
    ],
    [
      'GitHub tells a date that is none',
      [usageOf(MONDAY), connectSync({ date: 'yesterday' })],
      success('2026-03-02T09:00:00Z'),
    ],
  ])('tells the newest of what is known: %s', async (_name, events, lastSync) => {
    expect(await lastSyncAfter(...events)).toEqual(lastSync);
  });

  it('says of each failure in words of its own what went wrong', async () => {
    const failures = [...PULL_FAILURES, 'held'] as const;
    const errors = await Promise.all(
      failures.map(async (reason) => {
        const event: Event = (world) =>
          world.sources.noteSync(SOURCE, { ...ATTEMPT, attemptedAt: TUESDAY, failure: reason });
        return (await lastSyncAfter(usageOf(MONDAY), event))?.error;
      }),
    );
    expect(new Set(errors).size).toBe(failures.length);
  });

  it('is the same under the path that clients of an instance ask for', async () => {
    const world = new ReadUsageWorld();
    await observeUsage(world, MONDAY);
    expect((await world.call(`GET /api/v3${PATH}`)).body).toEqual((await world.call(`GET ${PATH}`)).body);
  });

  it.each(['', '/api/v3'])('knows no other enterprise: %s', async (prefix) => {
    const answer = await new ReadUsageWorld().call(`GET ${prefix}/enterprises/other/license-sync-status`);
    expect(answer.status).toBe(404);
    expect(errorOf(answer)).toMatchObject({ message: 'Not Found', status: '404' });
  });
});
