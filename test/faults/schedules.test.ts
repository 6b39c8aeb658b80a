import { expect, test } from 'vitest';
import { CALL_FAULTS } from './simulation/call-faults.ts';
import { runSchedules } from './simulation/run-schedules.ts';
import { scheduleOf } from './simulation/schedule.ts';
import { Simulation } from './simulation/simulation.ts';

/** Replays others, or one: FAULTS_SEED=7 npx vitest run test/faults/schedules.test.ts */
const SEED = Number(process.env.FAULTS_SEED ?? 1);
const SCHEDULES = 500;

test(`${SCHEDULES} schedules of faults leave the ledger that a pure merge makes (FAULTS_SEED=${SEED})`, async () => {
  const { failure, counts, rests, commitsRefused } = await runSchedules(SEED, SCHEDULES);
  expect(failure).toBeNull();
  expect(rests).toBeGreaterThan(SCHEDULES);
  expect(commitsRefused).toBeGreaterThan(0);
  const struck = [
    ...CALL_FAULTS,
    'lambda-timeout',
    'skewed-clock',
    'duplicate-event',
    'delayed-event',
    'redriven',
    'lease-taken',
  ];
  expect(struck.filter((kind) => (counts.get(kind) ?? 0) < 20)).toEqual([]);
}, 600_000);

test('a seed makes the same schedule and the same faults at the same moments', async () => {
  const [first, second] = [
    await new Simulation(scheduleOf(20)).run(),
    await new Simulation(scheduleOf(20)).run(),
  ];
  expect(first.log.lines.length).toBeGreaterThan(20);
  expect(second.log.lines).toEqual(first.log.lines);
});
