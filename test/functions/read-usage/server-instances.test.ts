import { describe, expect, it } from 'vitest';
import { serverInstancesSchema } from '../../../shared/contracts/http/server-instances.ts';
import { host, serverSnapshot } from '../../support/accounts.ts';
import { mergedWorld, ReadUsageWorld } from '../../support/read-usage-world.ts';

const HOST = host('ghes.example.com');
const UPLOAD_ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

async function lastUploadOf(world: ReadUsageWorld) {
  const { body } = await world.call('GET /server-instances');
  return serverInstancesSchema.parse(body).server_instances.map((instance) => instance.last_upload);
}

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
          last_upload: { status: 'Server usage uploaded', observed_at: '2026-03-01T00:00:00.000Z' },
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
          last_upload: { status: 'Server usage never uploaded', observed_at: null },
          observations: [],
        },
        {
          host_name: 'sealed.example.com',
          server_id: 'server-2',
          version: '3.16.1',
          accounts: null,
          people: null,
          consumed: null,
          last_upload: {
            status: 'Server usage uploaded, users encrypted',
            observed_at: '2026-03-03T00:00:00.000Z',
          },
          observations: [],
        },
      ],
    });
  });

  it.each([
    ['before', '2026-02-01T00:00:00.000Z', 'Server usage uploaded'],
    ['after', '2026-04-01T00:00:00.000Z', 'Server usage uploaded, users encrypted'],
  ])(
    'counts an encrypted export as the last upload by its date: %s the report',
    async (_name, at, status) => {
      const world = new ReadUsageWorld();
      await world.observe(serverSnapshot(HOST, [], { observedAt: '2026-03-01T00:00:00.000Z' }));
      await world.sources.noteEncrypted({ hostName: HOST, serverId: null, version: null }, at, UPLOAD_ID);
      expect(await lastUploadOf(world)).toMatchObject([{ status }]);
    },
  );
});
