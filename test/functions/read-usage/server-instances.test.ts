import { describe, expect, it } from 'vitest';
import { serverInstancesSchema } from '../../../shared/contracts/http/server-instances.ts';
import { serverSourceId } from '../../../shared/domain/usage-snapshot.ts';
import { host, serverSnapshot } from '../../support/accounts.ts';
import { mergedWorld, ReadUsageWorld } from '../../support/read-usage-world.ts';

const HOST = host('ghes.example.com');
const RUN_ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

const INSTANCE = { hostName: HOST, serverId: null, version: null };

async function instanceOf(world: ReadUsageWorld) {
  const { body } = await world.call('GET /server-instances');
  const { server_instances: instances } = serverInstancesSchema.parse(body);
  expect(instances).toHaveLength(1);
  return instances[0];
}

/** What is told of an instance that was neither switched off nor synced. */
const NEVER_SYNCED = { automatic_sync: 'enabled', last_sync: null, github_connect: null };

describe('GET /server-instances', () => {
  it('is empty before the first upload', async () => {
    const { body } = await new ReadUsageWorld().call('GET /server-instances');
    expect(body).toEqual({ total_count: 0, server_instances: [] });
  });

  it('gives each instance with its last upload, its people, and where its facts come from', async () => {
    const { body } = await (await mergedWorld()).call('GET /server-instances');
    expect(serverInstancesSchema.parse(body)).toEqual({
      total_count: 3,
      server_instances: [
        {
          host_name: 'ghes.example.com',
          server_id: 'server-1',
          version: '3.17.0',
          accounts: 4,
          people: 4,
          consumed: 3,
          ...NEVER_SYNCED,
          status: 'Server usage uploaded',
          users_encrypted: false,
          encrypted_at: null,
          observations: [
            expect.objectContaining({ channel: 'users-report', observed_at: '2026-03-01T00:00:00.000Z' }),
            expect.objectContaining({ channel: 'export', observed_at: '2026-02-01T00:00:00.000Z' }),
          ],
        },
        {
          host_name: 'github-only.example.com',
          server_id: null,
          version: null,
          accounts: 1,
          people: 1,
          consumed: 1,
          ...NEVER_SYNCED,
          status: 'GitHub Connect server usage never synced',
          users_encrypted: false,
          encrypted_at: null,
          observations: [],
        },
        {
          host_name: 'sealed.example.com',
          server_id: 'server-2',
          version: '3.16.1',
          accounts: null,
          people: null,
          consumed: null,
          ...NEVER_SYNCED,
          status: 'Server usage uploaded',
          users_encrypted: true,
          encrypted_at: '2026-03-03T00:00:00.000Z',
          observations: [],
        },
      ],
    });
  });

  it('tells of an instance that only a failed sync knows, what happened and what to do', async () => {
    const world = new ReadUsageWorld();
    await world.sources.noteSync(serverSourceId(HOST), {
      runId: RUN_ID,
      attemptedAt: '2026-03-02T00:00:00.000Z',
      failure: 'unauthorized',
      observedAt: null,
    });
    expect(await instanceOf(world)).toMatchObject({
      host_name: HOST,
      status: 'GitHub Connect server usage never synced',
      automatic_sync: 'enabled',
      last_sync: {
        date: '2026-03-02T00:00:00.000Z',
        status: 'failure',
        failure: 'unauthorized',
        error: expect.stringMatching(/does not accept the token.*read:enterprise/),
        last_success_at: null,
      },
    });
  });

  it('keeps telling when the last good sync was', async () => {
    const world = new ReadUsageWorld();
    const good = { runId: RUN_ID, attemptedAt: '2026-03-02T00:00:00.000Z', failure: null, observedAt: null };
    await world.sources.noteSync(serverSourceId(HOST), good);
    expect((await instanceOf(world))?.last_sync).toEqual({
      date: good.attemptedAt,
      status: 'success',
      failure: null,
      error: null,
      last_success_at: good.attemptedAt,
    });
    const failed = { ...good, attemptedAt: '2026-03-09T00:00:00.000Z', failure: 'timed-out' } as const;
    await world.sources.noteSync(serverSourceId(HOST), failed);
    expect((await instanceOf(world))?.last_sync).toMatchObject({
      date: failed.attemptedAt,
      status: 'failure',
      last_success_at: good.attemptedAt,
    });
  });

  it('says of a held sync how to let it through', async () => {
    const world = new ReadUsageWorld();
    await world.sources.noteSync(serverSourceId(HOST), {
      runId: RUN_ID,
      attemptedAt: '2026-03-02T00:00:00.000Z',
      failure: 'held',
      observedAt: null,
    });
    expect((await instanceOf(world))?.last_sync?.error).toContain(
      'POST /sync-now with {"sources":["server:ghes.example.com"],"accept_removals":true}',
    );
  });

  it('takes usage for synced that a sync brought', async () => {
    const world = new ReadUsageWorld();
    const observedAt = '2026-03-02T00:00:00.000Z';
    await world.observe(serverSnapshot(HOST, [], { observedAt }));
    expect((await instanceOf(world))?.status).toBe('Server usage uploaded');
    const attempt = { runId: RUN_ID, attemptedAt: observedAt, failure: null, observedAt };
    await world.sources.noteSync(serverSourceId(HOST), attempt);
    expect((await instanceOf(world))?.status).toBe('GitHub Connect server usage synced');
  });

  it('tells of an instance that only GitHub knows, in the words of GitHub', async () => {
    const world = new ReadUsageWorld();
    const sync = {
      observedAt: '2026-03-02T00:00:00.000Z',
      date: '2026-03-01 07:00',
      status: 'failure',
      failed: true,
    };
    await world.sources.noteGitHubConnect({ ...INSTANCE, serverId: 'server-1' }, sync);
    expect(await instanceOf(world)).toMatchObject({
      server_id: 'server-1',
      status: 'GitHub Connect server usage never synced',
      last_sync: null,
      github_connect: { date: '2026-03-01 07:00', status: 'failure', failed: true },
    });
  });

  it('shows that automatic sync is off', async () => {
    const world = new ReadUsageWorld();
    await world.sources.setAutomaticSync(serverSourceId(HOST), false);
    expect(await instanceOf(world)).toMatchObject({ automatic_sync: 'disabled' });
  });

  it('is of instances only, not of the cloud enterprise', async () => {
    const world = new ReadUsageWorld();
    await world.sources.setAutomaticSync('cloud', false);
    expect((await world.call('GET /server-instances')).body).toEqual({
      total_count: 0,
      server_instances: [],
    });
  });
});
