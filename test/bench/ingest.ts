import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findings } from './findings.ts';
import { measure } from './measure.ts';
import { report } from './report.ts';

const USAGE = `Measures ingest-upload: the files of three instances and of the cloud enterprise, merged one by one.

  npm run bench -- [--accounts N] [--seed S] [--json FILE]

  --accounts N  of each source; 100000 unless told otherwise
  --seed S      of the accounts and of the order of the files; 1 unless told otherwise
  --json FILE   writes the figures into a file as well
`;

const { values: options } = parseArgs({
  options: {
    accounts: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (options.help) process.stdout.write(USAGE);
else await run(Number(options.accounts), Number(options.seed));

async function run(accounts: number, seed: number): Promise<void> {
  if (!Number.isInteger(accounts) || accounts < 1)
    throw new RangeError(`--accounts needs a number: 1 or more`);
  if (!Number.isInteger(seed)) throw new RangeError('--seed needs a whole number');
  const directory = await mkdtemp(join(tmpdir(), 'license-usage-sync-bench-'));
  try {
    const measurements = await measure(directory, accounts, seed);
    const problems = findings(measurements);
    process.stdout.write(report(measurements));
    for (const problem of problems) process.stdout.write(`\n${problem}\n`);
    if (options.json !== undefined) {
      await writeFile(options.json, `${JSON.stringify({ ...measurements, problems }, null, 2)}\n`);
    }
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    await rm(directory, { recursive: true });
  }
}
