import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_HOLD_POLICY } from '../../shared/domain/hold.ts';
import { captureOutput } from '../support/captured-output.ts';
import { type Enterprise, generateEnterprise } from '../support/enterprise/enterprise.ts';
import { syncSoundly } from '../support/peer-invariants.ts';
import { somePlan } from '../support/peer-plans.ts';
import { GOOD_ATTEMPT, NOTHING_HELD, PeerWorld } from '../support/peer-world.ts';

/** Replays other cases: FAULTS_SEED=7 npx vitest run test/faults */
const SEED = Number(process.env.FAULTS_SEED ?? 20260301);

/** Cases at once, each with a peer and stores of its own: much of the time they wait. */
const LANES = 3;
const CASES_PER_LANE = 14;

/** What the peer may show. With 30 people all comes on one page, with 340 rows and accounts come on several. */
const ENTERPRISES = [
  { people: 30, seed: 1 },
  { people: 30, seed: 2 },
  { people: 340, seed: 3 },
  { people: 340, seed: 4 },
].map(generateEnterprise);

const shown: fc.Arbitrary<number> = fc.nat(ENTERPRISES.length - 1);

const aCase = fc.record({
  beginsWell: fc.boolean(),
  // Where nothing is held, only completeness keeps accounts from being lost.
  hold: fc.constantFrom(NOTHING_HELD, DEFAULT_HOLD_POLICY),
  attempts: fc.array(
    fc.record({ shown, plan: somePlan, reporting: fc.nat(3), acceptRemovals: fc.constant(false) }),
    { minLength: 1, maxLength: 3 },
  ),
  shownAtLast: shown,
});

test(`whatever requests fail, a sync keeps to what is complete, and a later good one has it all (FAULTS_SEED=${SEED})`, async () => {
  const output = captureOutput();
  const faced = { failed: 0, other: 0 };
  const property = fc.asyncProperty(aCase, async ({ beginsWell, hold, attempts, shownAtLast }) => {
    const world = await PeerWorld.start(hold);
    try {
      if (beginsWell) {
        await world.show(enterpriseAt(0));
        await syncSoundly(world, GOOD_ATTEMPT, output);
      }
      for (const attempt of attempts) {
        await world.show(enterpriseAt(attempt.shown));
        const { pulls } = await syncSoundly(world, attempt, output);
        for (const pull of pulls) {
          if (world.exchangesOf(pull).every(({ fault }) => fault === null)) continue;
          faced[pull.state === 'failed' ? 'failed' : 'other']++;
        }
      }
      const last = enterpriseAt(shownAtLast);
      await world.show(last);
      expect(await syncSoundly(world, GOOD_ATTEMPT, output)).toMatchObject({ state: 'succeeded' });
      expect(world.stores.usage.commits.at(-1)?.usage).toMatchObject(last.truth.usage);
    } finally {
      await world.close();
    }
  });
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    fc.assert(property, { seed: SEED + lane, numRuns: CASES_PER_LANE }),
  );
  for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason;
  // Of the pulls that met a fault, many failed, and many got what they asked for all the same.
  expect(Math.min(faced.failed, faced.other)).toBeGreaterThan(LANES * CASES_PER_LANE);
});

function enterpriseAt(position: number): Enterprise {
  const enterprise = ENTERPRISES[position];
  if (enterprise === undefined) throw new RangeError(`there is no enterprise ${position}`);
  return enterprise;
}
