import type { Differences } from './differences.ts';
import { JOB_FILES_ROOT, type JobFiles, jobFiles } from './job-files.ts';
import type { WayRun } from './way.ts';
import { prepareWays, type Way, type WayName } from './ways.ts';

export interface MeasuredWay {
  readonly name: WayName;
  /** From the state before: as many are to be found. Null for a way that compares with none. */
  readonly differences: Differences | null;
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
  const measuring = ways.map((way) => new WayMeasuring(way, files));
  for (const way of measuring) await way.prepare();
  for (let round = 0; round < rounds; round++) for (const way of measuring) await way.run();
  return measuring.map((way) => way.measured);
}

class WayMeasuring {
  readonly #way: Way;
  readonly #files: JobFiles;
  readonly #runs: WayRun[] = [];
  #differences: Differences | null = null;
  #failure: string | null = null;

  constructor(way: Way, files: JobFiles) {
    this.#way = way;
    this.#files = files;
  }

  get measured(): MeasuredWay {
    const failure = this.#failure;
    const runs = failure === null ? this.#runs : [];
    return { name: this.#way.name, differences: this.#differences, runs, failure };
  }

  prepare(): Promise<void> {
    return this.#unlessFailed(async () => {
      this.#differences = (await this.#way.prepare?.(this.#files)) ?? null;
    });
  }

  run(): Promise<void> {
    return this.#unlessFailed(async () => {
      this.#runs.push(await this.#way.run(this.#files));
    });
  }

  async #unlessFailed(work: () => Promise<void>): Promise<void> {
    if (this.#failure !== null) return;
    await work().catch((error: unknown) => {
      this.#failure = String(error);
    });
  }
}
