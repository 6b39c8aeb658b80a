import { type Schedule, scheduleOf } from './schedule.ts';
import { Simulation } from './simulation.ts';

/** The first schedule after which something did not hold. */
export interface ScheduleFailure {
  readonly schedule: Schedule;
  readonly problems: readonly string[];
  /** All that happened, line by line. */
  readonly lines: readonly string[];
}

export interface SchedulesResult {
  readonly failure: ScheduleFailure | null;
  readonly schedules: number;
  /** How often each kind of fault struck. */
  readonly counts: ReadonlyMap<string, number>;
  /** How often everything had come to rest and was looked at. */
  readonly rests: number;
  /** Merges that the fence, or another commit, kept from committing. */
  readonly commitsRefused: number;
}

/** Carries out so many schedules, of this seed and those after it, until one fails. */
export async function runSchedules(
  seed: number,
  schedules: number,
  onSchedule: (done: number) => void = () => undefined,
): Promise<SchedulesResult> {
  const counts = new Map<string, number>();
  let [rests, commitsRefused] = [0, 0];
  for (let done = 1; done <= schedules; done++) {
    const schedule = scheduleOf(seed + done - 1);
    const result = await new Simulation(schedule).run();
    for (const [kind, count] of result.log.counts) counts.set(kind, (counts.get(kind) ?? 0) + count);
    rests += result.rests;
    commitsRefused += result.commitsRefused;
    onSchedule(done);
    if (result.problems.length > 0) {
      const failure = { schedule, problems: result.problems, lines: result.log.lines };
      return { failure, schedules: done, counts, rests, commitsRefused };
    }
  }
  return { failure: null, schedules, counts, rests, commitsRefused };
}
