import { afterAll, beforeAll, expect, test } from 'vitest';
import { uploadsSchema } from '../../shared/contracts/http/uploads.ts';
import { usageSchema } from '../../shared/contracts/http/usage.ts';
import { range, usersReport } from '../support/ingest-world.ts';
import { RunningStack } from '../support/running-stack.ts';

const NAMES = { fileName: 'all_users.csv', hostName: 'ghes.example.com' };

let running: RunningStack;

beforeAll(async () => {
  running = await RunningStack.start();
});

afterAll(() => running.remove());

test('a file that would remove too many accounts is held until an owner accepts it', async () => {
  await running.drop(usersReport(range(1, 60)), NAMES);
  const held = await running.drop(usersReport(range(1, 10)), NAMES);
  expect(held).toMatchObject({
    state: 'held',
    hold: { accounts_before: 60, accounts_removed: 50 },
  });
  const usage = async () => usageSchema.parse(await running.get('/usage'));
  expect(await usage()).toMatchObject({ people: 60, findings: { 'usage-held': { count: 1 } } });

  const accept = () => running.fetch(`/uploads/${held.id}/accept`, { method: 'POST' });
  expect((await accept()).status).toBe(202);
  await expect
    .poll(() => running.get(`/uploads/${held.id}`), { timeout: 45_000, interval: 200 })
    .toMatchObject({ state: 'merged', counts: { people_removed: 50 } });
  expect(await usage()).toMatchObject({ people: 10, findings: { 'usage-held': { count: 0 } } });
  expect((await accept()).status).toBe(409);
});

test('a file put straight into the bucket is an upload too, whatever its name', async () => {
  const key = 'uploads/other.example.com/all users (1) + ä.csv';
  const url = `${running.bucketUrl}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const put = await fetch(url, { method: 'PUT', body: usersReport([1, 2]) });
  expect(put.status).toBe(200);
  const uploadWithKey = async () => {
    const { uploads } = uploadsSchema.parse(await running.get('/uploads'));
    return uploads.find((upload) => upload.key === key);
  };
  await expect
    .poll(uploadWithKey, { timeout: 45_000, interval: 200 })
    .toMatchObject({ state: 'merged', source: 'server:other.example.com' });
});
