import { afterAll, beforeAll, expect, test } from 'vitest';
import { findingsSchema } from '../../shared/contracts/http/findings.ts';
import { usageSchema } from '../../shared/contracts/http/usage.ts';
import { range, usersReport } from '../support/ingest-world.ts';
import { RunningStack } from '../support/running-stack.ts';

const NAMES = { fileName: 'all_users.csv', hostName: 'ghes.example.com' };
const DORMANT = '?kind=dormant-and-consuming&per_page=100';

let running: RunningStack;

beforeAll(async () => {
  running = await RunningStack.start();
});

afterAll(() => running.remove());

/** All but the first are dormant: a report of nothing but dormant users is refused as partial. */
function dormantUsers(ids: readonly number[]): string {
  const [active, dormant] = [',false,2026-01-01,', ',true,2026-01-01,'];
  return usersReport(ids).replaceAll(active, dormant).replace(dormant, active);
}

async function list(query: string) {
  return findingsSchema.parse(await running.get(`/findings${query}`));
}

function change(id: string, body: object): Promise<Response> {
  return running.fetch(`/findings/${id}`, { method: 'PATCH', body });
}

test('findings last over merges, and owners dismiss them and bring them back', async () => {
  expect(await running.drop(dormantUsers(range(1, 61)), NAMES)).toMatchObject({ state: 'merged' });
  const first = await list(DORMANT);
  expect(first.total_count).toBe(60);
  await running.drop(dormantUsers(range(1, 60)), NAMES);
  const second = await list(DORMANT);
  expect(second.findings.map(({ id }) => id).sort()).toEqual(
    first.findings
      .filter(({ accounts }) => accounts[0] !== 'ghes.example.com:61')
      .map(({ id }) => id)
      .sort(),
  );
  const [before] = first.findings;
  const again = second.findings.find(({ id }) => id === before?.id);
  expect(again?.first_seen_at).toBe(before?.first_seen_at);
  expect(Date.parse(again?.last_seen_at ?? '')).toBeGreaterThan(Date.parse(before?.last_seen_at ?? ''));

  const id = second.findings[0]?.id ?? '';
  expect((await change(id, { dismissed: true, reason: 'on leave' })).status).toBe(200);
  expect((await list(DORMANT)).total_count).toBe(58);
  expect((await list(`${DORMANT}&dismissed=true`)).findings).toMatchObject([
    { id, dismissed: { reason: 'on leave' } },
  ]);
  expect((await change(id, { dismissed: false })).status).toBe(200);
  expect((await list(DORMANT)).total_count).toBe(59);
  expect((await change('0'.repeat(32), { dismissed: false })).status).toBe(404);
});

test('a held upload is a finding until it is accepted or replaced', async () => {
  expect(await running.drop(dormantUsers(range(1, 11)), NAMES)).toMatchObject({ state: 'held' });
  expect((await list('?kind=usage-held')).findings).toMatchObject([
    { sources: ['server:ghes.example.com'], numbers: { told: 60, counted: 11 } },
  ]);
  const { findings, seats_recoverable: seats } = usageSchema.parse(await running.get('/usage'));
  expect(findings['usage-held'].count).toBe(1);
  expect(seats).toBe(59);
  await running.drop(dormantUsers(range(1, 59)), NAMES);
  expect((await list('?kind=usage-held')).total_count).toBe(0);
});
