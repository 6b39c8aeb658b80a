import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDemo } from '../../cdk/local/demo/run-demo.ts';
import { RunningStack } from '../support/running-stack.ts';

const SEED = 20260301;

let running: RunningStack;

beforeAll(async () => {
  running = await RunningStack.start({ people: 400, seed: SEED });
});

afterAll(() => running.remove());

test('a generated enterprise, dropped as files and then synced, is counted as it was planted, and kept over a restart', async () => {
  const result = await runDemo({ stack: running.whereabouts, people: 400, seed: SEED });
  expect(result.outcomes.filter(({ expected }) => !expected)).toEqual([]);
  expect(result.afterFiles.differences).toEqual([]);
  expect(result.sync?.run.pulls.filter(({ state }) => state !== 'completed')).toEqual([]);
  expect(result.sync?.after.differences).toEqual([]);
  expect(result.agrees).toBe(true);

  await running.restart();
  expect(await running.get('/usage')).toEqual(result.sync?.after.usage);
});
