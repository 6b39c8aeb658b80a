import { afterAll, beforeAll, expect, test } from 'vitest';
import { changesSchema } from '../../shared/contracts/http/changes.ts';
import { chargebackSchema } from '../../shared/contracts/http/chargeback.ts';
import { usageSchema } from '../../shared/contracts/http/usage.ts';
import { range, usersReport } from '../support/ingest-world.ts';
import { RunningStack } from '../support/running-stack.ts';

const NAMES = { fileName: 'all_users.csv', hostName: 'ghes.example.com' };
const DAY_MS = 24 * 60 * 60 * 1000;

let running: RunningStack;

beforeAll(async () => {
  running = await RunningStack.start();
});

afterAll(() => running.remove());

async function recompute(date: Date) {
  const body = { date: date.toISOString().slice(0, 10) };
  const response = await running.fetch('/usage/recompute', { method: 'POST', body });
  expect(response.status).toBe(200);
  return usageSchema.parse(await response.json());
}

test('what became of people is told, and who may be charged, and what was on any day', async () => {
  const now = new Date();
  await running.drop(usersReport(range(1, 60)), NAMES);
  await running.drop(usersReport(range(2, 60), [7]), NAMES);
  // Too many are gone: it is held, and counts neither now nor then.
  await running.drop(usersReport(range(2, 10)), NAMES);

  const { total_count: total, changes } = changesSchema.parse(await running.get('/changes?per_page=2'));
  expect(total).toBe(62);
  expect(changes).toMatchObject([
    { kind: 'left', accounts: ['ghes.example.com:1'], after: [] },
    {
      kind: 'consumption-changed',
      accounts: ['ghes.example.com:7'],
      after: [{ consumption: { consumes: false, reason: 'suspended' } }],
    },
  ]);
  expect(chargebackSchema.parse(await running.get('/usage/chargeback'))).toMatchObject({
    total: { people: 59, consumed: 58 },
    by_server_instance: [{ host_name: 'ghes.example.com', people: 59, consumed: 58 }],
  });
  expect(await recompute(now)).toMatchObject({ people: 59, consumed: 58 });
  expect(await recompute(new Date(now.getTime() - DAY_MS))).toMatchObject({ people: 0, snapshots: [] });
});
