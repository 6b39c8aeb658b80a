import { describe, expect, it } from 'vitest';
import {
  serverInstanceSchema,
  serverInstancesSchema,
} from '../../../shared/contracts/http/server-instances.ts';
import { serverSourceId } from '../../../shared/domain/usage-snapshot.ts';
import { committedUsage } from '../../contract/samples.ts';
import { host } from '../../support/accounts.ts';
import { errorOf } from '../../support/http-client.ts';
import { ManageUsageWorld } from '../../support/manage-usage-world.ts';
import { mergedWorld } from '../../support/read-usage-world.ts';

const HOST = host('ghes.example.com');
const SOURCE = serverSourceId(HOST);

async function worldWithInstance(): Promise<ManageUsageWorld> {
  const world = new ManageUsageWorld();
  const instance = { hostName: HOST, serverId: 'server-1', version: '3.17.0' };
  await world.sources.noteEncrypted(instance, '2026-03-01T00:00:00.000Z', 'an-upload');
  return world;
}

function change(automaticSync: string) {
  return { body: JSON.stringify({ automatic_sync: automaticSync }) };
}

describe('PATCH /server-instances/{id}', () => {
  it('switches automatic sync off and on, as often as asked', async () => {
    const world = await worldWithInstance();
    for (const setting of ['disabled', 'disabled', 'enabled', 'enabled'] as const) {
      const answer = await world.call(`PATCH /server-instances/${HOST}`, change(setting));
      expect(answer.status).toBe(200);
      expect(serverInstanceSchema.parse(answer.body)).toMatchObject({
        host_name: HOST,
        server_id: 'server-1',
        automatic_sync: setting,
      });
      expect((await world.sources.get(SOURCE))?.automaticSync).toBe(setting === 'enabled');
    }
  });

  it('answers the instance as GET shows it', async () => {
    const read = await mergedWorld();
    const world = new ManageUsageWorld(read);
    const { body } = await world.call(`PATCH /server-instances/${HOST}`, change('disabled'));
    const listed = serverInstancesSchema.parse((await read.call('GET /server-instances')).body);
    expect(body).toEqual(listed.server_instances.find((instance) => instance.host_name === HOST));
  });

  it('knows an instance of which only license rows tell', async () => {
    const world = new ManageUsageWorld();
    await world.usage.commit(committedUsage(), 1);
    const answer = await world.call('PATCH /server-instances/ghe-a.example.com', change('disabled'));
    expect(serverInstanceSchema.parse(answer.body)).toMatchObject({
      host_name: 'ghe-a.example.com',
      accounts: 115,
      automatic_sync: 'disabled',
    });
  });

  it('takes the host name as people write it', async () => {
    const world = await worldWithInstance();
    expect((await world.call('PATCH /server-instances/GHES.Example.COM', change('disabled'))).status).toBe(
      200,
    );
    expect((await world.sources.list()).map(({ source }) => source)).toEqual([SOURCE]);
  });

  it.each(['other.example.com', 'cloud', 'no%20host', '%2F'])(
    'answers 404 for an instance that nobody knows, and makes none: %s',
    async (id) => {
      const world = new ManageUsageWorld();
      const answer = await world.call(`PATCH /server-instances/${id}`, change('disabled'));
      expect(answer.status).toBe(404);
      expect(errorOf(answer).message).toBe('Not Found');
      expect(await world.sources.list()).toEqual([]);
    },
  );

  it.each([
    ['{}', 'automatic_sync', 'invalid'],
    ['{"automatic_sync":"off"}', 'automatic_sync', 'invalid'],
    ['{"automatic_sync":false}', 'automatic_sync', 'invalid'],
    ['{"automatic_sync":"disabled","version":"1"}', 'version', 'unprocessable'],
  ])('refuses %s, names the field and changes nothing', async (body, field, code) => {
    const world = await worldWithInstance();
    const answer = await world.call(`PATCH /server-instances/${HOST}`, { body });
    expect(answer.status).toBe(422);
    expect(errorOf(answer).errors).toMatchObject([{ resource: 'ServerInstance', field, code }]);
    expect((await world.sources.get(SOURCE))?.automaticSync).toBe(true);
  });
});
