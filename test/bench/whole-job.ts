import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholeJobCommand } from './whole-job/arguments.ts';
import { JOB_FILES_ROOT } from './whole-job/job-files.ts';
import { measureWholeJob, type WholeJobOptions } from './whole-job/measure-whole-job.ts';
import { wholeJobProblems } from './whole-job/whole-job-problems.ts';
import { wholeJobReport } from './whole-job/whole-job-report.ts';

const USAGE = `Measures the whole job without stores: the files of three instances and of the cloud enterprise are read, checked,
normalized and matched, and the people compared with a state before, from which one of a hundred differs; beside
JSON.parse of the files alone and what others would write. The naive way compares as well, DuckDB and jq count people.

  npm run bench -- [--sizes N,N] [--rounds N] [--seed S] [--ways WAY,WAY] [--json FILE]
  npm run bench -- --clean

  --sizes N,N   accounts in each of the four sources; 10k,100k unless told otherwise. 1m writes 2.3 GB of files, and
                the script with jq, and the naive one, take 5 GB of memory
  --rounds N    runs of each way, one after the other in turn; 9 unless told otherwise
  --seed S      which accounts they are; 1 unless told otherwise
  --ways W,W    of ours, ours-with-findings (the same, and usage and findings), json-parse, naive, duckdb, jq; all
                unless told otherwise
  --json FILE   writes the figures into a file as well
  --clean       removes the files, which are kept for the next time, and measures nothing
`;

async function measureAndTell(options: WholeJobOptions, json: string | null): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'license-usage-sync-bench-'));
  try {
    const measurements = await measureWholeJob(options, directory);
    const problems = wholeJobProblems(measurements);
    process.stdout.write(wholeJobReport(measurements));
    for (const problem of problems) process.stdout.write(`\n${problem}\n`);
    if (json !== null) await writeFile(json, `${JSON.stringify({ ...measurements, problems }, null, 2)}\n`);
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    await rm(directory, { recursive: true });
  }
}

const command = wholeJobCommand(process.argv.slice(2));
switch (command.kind) {
  case 'help':
    process.stdout.write(USAGE);
    break;
  case 'clean':
    await rm(JOB_FILES_ROOT, { recursive: true, force: true });
    break;
  case 'measure':
    await measureAndTell(command.options, command.json);
    break;
  default:
    command satisfies never;
}
