import { parseArgs } from 'node:util';
import { runSchedules, type ScheduleFailure, type SchedulesResult } from './simulation/run-schedules.ts';

const USAGE = `Carries out seeded schedules of faults against all that writes, in virtual time.

  npm run faults -- [--schedules N] [--seed S]

  --schedules N  how many; 10000 unless told otherwise
  --seed S       of the first one; each further one has the next. 1 unless told otherwise
`;

/** So that a night's log tells that it is alive. */
const SCHEDULES_PER_LINE = 500;

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(USAGE);
} else {
  const began = performance.now();
  const result = await runSchedules(
    wholeNumber('seed', values.seed),
    wholeNumber('schedules', values.schedules),
    (done) => done % SCHEDULES_PER_LINE === 0 && process.stderr.write(`${done} schedules\n`),
  );
  process.stdout.write(summary(result, (performance.now() - began) / 1_000));
  if (result.failure !== null) {
    process.stdout.write(story(result.failure));
    process.exitCode = 1;
  }
}

function summary({ schedules, counts, rests, commitsRefused }: SchedulesResult, seconds: number): string {
  const struck = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `${schedules} schedules in ${seconds.toFixed(0)} s; at rest, and looked at, ${rests} times`,
    `${commitsRefused} commits refused, of merges that had lost their lease`,
    ...struck.map(([kind, count]) => `${String(count).padStart(8)} ${kind}`),
    '',
  ].join('\n');
}

function story({ schedule, problems, lines }: ScheduleFailure): string {
  return [
    '',
    ...lines,
    '',
    JSON.stringify(schedule, null, 2),
    '',
    ...problems,
    '',
    `Replay it: npm run faults -- --seed ${schedule.seed} --schedules 1`,
    '',
  ].join('\n');
}

function wholeNumber(option: string, value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new RangeError(`--${option} needs a whole number: 1 or more`);
}
