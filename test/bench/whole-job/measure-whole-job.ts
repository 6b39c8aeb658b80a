import { JOB_FILES_ROOT, type JobFiles, jobFiles } from './job-files.ts';
import type { WayRun } from './way.ts';
import { prepareWays, type Way, type WayName } from './ways.ts';

export interface MeasuredWay {
  readonly name: WayName;
  /** By round. */
  readonly runs: readonly WayRun[];
  /** Why it is without runs, such as for want of memory. */
  readonly failure: string | null;
}

export interface MeasuredSize {
  readonly accountsPerSource: number;
  readonly bytes: number;
  readonly ways: readonly MeasuredWay[];
}

export interface WholeJobMeasurements {
  readonly seed: number;
  readonly rounds: number;
  readonly sizes: readonly MeasuredSize[];
  /** Sentences about ways that cannot run here. */
  readonly skipped: readonly string[];
}

export interface WholeJobOptions {
  /** Accounts in each of the four sources. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly seed: number;
  readonly ways: readonly WayName[];
}

/** @param directory takes bundles, and what processes tell; the files are kept elsewhere for the next time. */
export async function measureWholeJob(
  { sizes, rounds, seed, ways: names }: WholeJobOptions,
  directory: string,
): Promise<WholeJobMeasurements> {
  const { ways, skipped } = await prepareWays(names, directory);
  const measured: MeasuredSize[] = [];
  for (const accountsPerSource of sizes) {
    const files = await jobFiles(JOB_FILES_ROOT, accountsPerSource, seed);
    const { bytes } = files;
    measured.push({ accountsPerSource, bytes, ways: await measureInTurn(ways, files, rounds) });
  }
  return { seed, rounds, sizes: measured, skipped };
}

/** In turn, so that what else the machine does meets all alike. A way that fails is not tried again. */
async function measureInTurn(ways: readonly Way[], files: JobFiles, rounds: number): Promise<MeasuredWay[]> {
  const runs = new Map(ways.map(({ name }) => [name, [] as WayRun[]]));
  const failures = new Map<WayName, string>();
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of ways) {
      if (failures.has(name)) continue;
      try {
        runs.get(name)?.push(await run(files));
      } catch (error) {
        failures.set(name, String(error));
      }
    }
  }
  return ways.map(({ name }) => {
    const failure = failures.get(name) ?? null;
    return { name, runs: failure === null ? (runs.get(name) ?? []) : [], failure };
  });
}
