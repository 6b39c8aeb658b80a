import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { type UsageEventBody, usageEventSchema } from '../../shared/contracts/events/usage-event.ts';
import { range, usersReport } from '../support/ingest-world.ts';
import { RunningStack } from '../support/running-stack.ts';

const NAMES = { fileName: 'all_users.csv', hostName: 'ghes.example.com' };
const WAIT = { timeout: 45_000, interval: 200 };

let running: RunningStack;

beforeAll(async () => {
  running = await RunningStack.start();
});

afterAll(() => running.remove());

async function linesOf<Line>(log: string, schema: z.ZodType<Line>): Promise<Line[]> {
  const file = join(running.directory, 'data', 'logs', `${log}.log`);
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => schema.parse(JSON.parse(line)));
}

const events = () => linesOf('events', usageEventSchema);
const detailsOf = async (type: UsageEventBody['detail-type']) =>
  (await events()).filter((event) => event['detail-type'] === type).map(({ detail }) => detail);

const mails = () => linesOf('mail', z.object({ subject: z.string(), message: z.string() }));
const mailWith = async (subject: string) => (await mails()).find((mail) => mail.subject === subject)?.message;

test('a merged file is two events: of the merge, and of the upload', async () => {
  const upload = await running.drop(usersReport(range(1, 60)), NAMES);
  await expect
    .poll(() => detailsOf('License usage upload ended'), WAIT)
    .toMatchObject([{ upload_id: upload.id, state: 'merged', accounts: 60, merge_id: upload.merge_id }]);
  expect(await detailsOf('License usage merged')).toMatchObject([
    {
      merge_id: upload.merge_id,
      generation: 1,
      people: { total: 60, added: 60 },
      licenses: { consumed: 60, purchased: null },
      before: null,
    },
  ]);
});

test('a rejected and a held file are told, and mailed', async () => {
  const rejected = await running.drop('nonsense', NAMES);
  const held = await running.drop(usersReport([1]), NAMES);
  await expect
    .poll(() => detailsOf('License usage upload ended'), WAIT)
    .toMatchObject([
      { state: 'merged' },
      { upload_id: rejected.id, state: 'rejected', rejection: { total_problems: 1 } },
      { upload_id: held.id, state: 'held', hold: { accounts_before: 60, accounts_removed: 59 } },
    ]);
  const { api } = running.stack;
  await expect
    .poll(() => mailWith('A license usage file was rejected'), WAIT)
    .toContain(`GET ${api}/uploads/${rejected.id}\n`);
  await expect
    .poll(() => mailWith('A license usage file is held'), WAIT)
    .toContain(`POST ${api}/uploads/${held.id}/accept\n`);
});

test('a sync that fails in part is told, and mailed', async () => {
  const run = await running.syncNow({ sources: ['cloud', 'server:gone.example.com'] });
  await expect
    .poll(() => detailsOf('License usage sync ended'), WAIT)
    .toMatchObject([
      { sync_run_id: run.id, state: 'partly-failed', not_synced: [{ source: 'server:gone.example.com' }] },
    ]);
  await expect
    .poll(() => mailWith('A license usage sync has failed in part'), WAIT)
    .toContain(`GET ${running.stack.api}/sync-runs/${run.id}\n`);
});

test('a share of the purchased licenses that is reached is told once, and mailed', async () => {
  const { purchased } = z.object({ purchased: z.int() }).parse(await running.get('/usage'));
  await expect
    .poll(() => mailWith('License usage has reached 100% of the purchased licenses'), WAIT)
    .toContain(`of ${purchased} purchased are consumed.`);
  await running.drop(usersReport(range(1, 61)), NAMES);
  await expect
    .poll(() => detailsOf('License usage merged'), WAIT)
    .toMatchObject([{ share_crossed: null }, { share_crossed: 100 }, { share_crossed: null }]);
});

test('nothing of a person is in any event or mail', async () => {
  const told = JSON.stringify([await events(), await mails()]);
  expect(told).not.toMatch(/@|all_users/);
});
