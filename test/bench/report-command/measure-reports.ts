import { join } from 'node:path';
import { type Baseline, measureBaseline } from '../baseline.ts';
import { type BenchFile, writeUsageFiles } from '../usage-files.ts';
import { type CommandRun, runMeasured } from './run-measured.ts';

/** The command with some options, each time in a new process. */
export interface MeasuredReport {
  readonly options: string;
  readonly runs: readonly CommandRun[];
}

export interface ReportMeasurements {
  readonly accountsPerSource: number;
  readonly seed: number;
  readonly baselines: readonly Baseline[];
  readonly reports: readonly MeasuredReport[];
}

/** The first run also warms the files. */
const RUNS = 3;

export async function measureReports(
  directory: string,
  accounts: number,
  seed: number,
): Promise<ReportMeasurements> {
  const files = await writeUsageFiles(directory, accounts, seed);
  const baselines = [];
  for (const file of files) baselines.push(await measureBaseline(file));
  const named = files.map(argumentFor);
  const reports = [];
  for (const options of [[], ['--json'], ['--out', join(directory, 'people.csv')]]) {
    const runs = [];
    for (let run = 0; run < RUNS; run++)
      runs.push(await runMeasured(['report', ...options, ...named], directory));
    reports.push({ options: options[0] ?? 'a table', runs });
  }
  return { accountsPerSource: accounts, seed, baselines, reports };
}

/** The folder under which a users report would be dropped names its instance. */
function argumentFor({ key, path }: BenchFile): string {
  const { host } = /^uploads\/(?<host>[^/]+)\/all_users\.csv$/.exec(key)?.groups ?? {};
  return host === undefined ? path : `${host}=${path}`;
}
