import { afterAll, beforeAll, expect, test } from 'vitest';
import { runDemo } from '../../cdk/local/demo/run-demo.ts';
import { RunningStack } from '../support/running-stack.ts';

let running: RunningStack;

beforeAll(async () => {
  running = await RunningStack.start();
});

afterAll(() => running.remove());

test('a generated enterprise, dropped as files, is counted as it was planted, and kept over a restart', async () => {
  const { stack, bucketUrl } = running;
  const { differences, outcomes, usage } = await runDemo({
    stack: { api: stack.api, bucketUrl },
    people: 400,
    seed: 20260301,
  });
  expect(differences).toEqual([]);
  expect(outcomes.filter(({ expected }) => !expected)).toEqual([]);

  await running.restart();
  expect(await running.get('/usage')).toEqual(usage);
});
