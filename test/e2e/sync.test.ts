import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareUsage } from '../../cdk/local/demo/compare-usage.ts';
import { runDemo } from '../../cdk/local/demo/run-demo.ts';
import { errorSchema } from '../../shared/contracts/http/errors.ts';
import { syncUnderWaySchema } from '../../shared/contracts/http/sync-now.ts';
import { syncRunSchema, syncRunsSchema } from '../../shared/contracts/http/sync-runs.ts';
import { usageSchema } from '../../shared/contracts/http/usage.ts';
import { generateEnterprise } from '../support/enterprise/enterprise.ts';
import { RunningStack } from '../support/running-stack.ts';

const PLANTED = { people: 300, seed: 77 };
const { truth } = generateEnterprise(PLANTED);

let running: RunningStack;

afterAll(() => running.remove());

function startStack(options = {}): void {
  beforeAll(async () => {
    await running?.remove();
    running = await RunningStack.start({ ...PLANTED, ...options });
  });
}

async function differences() {
  return compareUsage(usageSchema.parse(await running.get('/usage')), truth.usage);
}

/** Drops the files, and leaves syncing to the test. */
async function dropFiles() {
  const stack = { ...running.whereabouts, peerUrl: null };
  const { outcomes, afterFiles } = await runDemo({ stack, ...PLANTED });
  return { unexpected: outcomes.filter(({ expected }) => !expected), differences: afterFiles.differences };
}

describe('a stack that is synced first', () => {
  startStack();

  test('makes one run of two requests at once: the other is told of it', async () => {
    const answers = await Promise.all([1, 2].map(() => running.fetch('/sync-now', { method: 'POST' })));
    const [started, refused] = answers.toSorted((a, b) => a.status - b.status);
    expect([started?.status, refused?.status]).toEqual([202, 409]);
    const { id } = syncRunSchema.parse(await started?.json());
    expect(started?.headers.get('location')).toBe(`${running.stack.api}/sync-runs/${id}`);
    expect(refused?.headers.get('location')).toBe(started?.headers.get('location'));
    expect(syncUnderWaySchema.parse(await refused?.json()).sync_run?.id).toBe(id);
    await expect
      .poll(() => running.get(`/sync-runs/${id}`), { timeout: 45_000, interval: 100 })
      .toMatchObject({ state: 'succeeded', trigger: 'manual', failure: null });
    expect(await running.get('/sync-runs')).toMatchObject({ total_count: 1 });
  });

  test('shows what was planted by that run alone', async () => {
    expect(await differences()).toEqual([]);
  });

  test('shows it after files were dropped, too', async () => {
    expect(await dropFiles()).toEqual({ unexpected: [], differences: [] });
  });

  test('is changed by no further sync', async () => {
    const run = await running.syncNow();
    expect(run).toMatchObject({ state: 'succeeded', counts: { people_changed: 0, people_removed: 0 } });
    expect(await differences()).toEqual([]);
  });
});

describe('a stack that is filled by files first', () => {
  startStack();

  test('shows what was planted by the files alone', async () => {
    expect(await dropFiles()).toEqual({ unexpected: [], differences: [] });
  });

  test('shows it after a sync, too', async () => {
    const run = await running.syncNow();
    expect(run.pulls.filter(({ state }) => state !== 'completed')).toEqual([]);
    expect(await differences()).toEqual([]);
  });

  test.each([
    { who: 'nobody', token: null },
    { who: 'a stranger', token: 'ghp_unknown' },
  ])('answers $who with 401', async ({ token }) => {
    const response = await running.fetch('/usage', { token });
    expect(response.status).toBe(401);
    expect(errorSchema.parse(await response.json())).toMatchObject({
      message: 'Requires authentication',
      status: '401',
    });
  });

  test.each([
    { method: 'GET', path: '/usage' },
    { method: 'POST', path: '/sync-now' },
  ] as const)('answers a member 403 for $method $path, as GitHub does, and does nothing', async (asked) => {
    const runsBefore = await running.get('/sync-runs');
    const token = running.peer.memberToken;
    const response = await running.fetch(asked.path, { method: asked.method, token });
    expect(response.status).toBe(403);
    expect(errorSchema.parse(await response.json())).toMatchObject({ status: '403' });
    expect(await running.get('/sync-runs')).toEqual(runsBefore);
  });

  test('answers 503 to whom it cannot ask GitHub about, and never opens', async () => {
    const token = running.peer.ownerTokenWithoutScope;
    await running.peer.close();
    const response = await running.fetch('/usage', { token });
    expect(response.status).toBe(503);
    expect(errorSchema.parse(await response.json())).toMatchObject({ status: '503' });
  });
});

describe('the weekly rule', () => {
  startStack({ syncEverySeconds: 5 });

  test('fires by itself, here every five seconds, and fills the ledger', async () => {
    const firstRun = async () => syncRunsSchema.parse(await running.get('/sync-runs')).sync_runs.at(-1);
    await expect
      .poll(firstRun, { timeout: 45_000, interval: 100 })
      .toMatchObject({ trigger: 'weekly', state: 'succeeded' });
    expect(await differences()).toEqual([]);
  });
});
