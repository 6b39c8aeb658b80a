import { describe, expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { FUZZ_TARGETS } from './targets/all.ts';

/** Replays others: FUZZ_SEED=7 npx vitest run test/fuzz */
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const INPUTS = 150;

/** What good inputs come to. */
const REFUSALS = ['refused', '400', '422', 'damaged', 'unreadable', 'failed', 'no JSON', 'not of uploads'];

describe.each(FUZZ_TARGETS)('$name', (target) => {
  test('takes what is good', async () => {
    const outcomes = await Promise.all(target.seeds.map((seed) => target.run(seed)));
    expect(outcomes.filter((outcome) => REFUSALS.includes(outcome))).toEqual([]);
  });

  test(`keeps its promises whatever comes (FUZZ_SEED=${SEED})`, async () => {
    const { failure, outcomes } = await fuzz(target, { seed: SEED, inputs: INPUTS });
    expect(failure).toBeNull();
    expect([...outcomes.values()].reduce((sum, count) => sum + count, 0)).toBe(INPUTS);
  });
});
