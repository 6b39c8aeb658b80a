import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

interface Bench<Measurements extends object> {
  readonly usage: string;
  /** The option that says how large it is to be, without dashes, and its default. */
  readonly size: { readonly option: string; readonly default: number };
  readonly measure: (directory: string, size: number, seed: number) => Promise<Measurements>;
  /** What does not hold that must, in sentences. */
  readonly problems: (measurements: Measurements) => readonly string[];
  readonly report: (measurements: Measurements) => string;
}

/** A benchmark as a command: measures, prints the figures and the problems, and fails when there is one. */
export async function runBench<Measurements extends object>(bench: Bench<Measurements>): Promise<void> {
  const { option, default: size } = bench.size;
  const { values } = parseArgs({
    options: {
      [option]: { type: 'string', default: String(size) },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help === true) {
    process.stdout.write(bench.usage);
    return;
  }
  const directory = await mkdtemp(join(tmpdir(), 'license-usage-sync-bench-'));
  try {
    const measurements = await bench.measure(
      directory,
      wholeNumber(option, values[option], 1),
      wholeNumber('seed', values.seed, 0),
    );
    const problems = bench.problems(measurements);
    process.stdout.write(bench.report(measurements));
    for (const problem of problems) process.stdout.write(`\n${problem}\n`);
    if (typeof values.json === 'string') {
      await writeFile(values.json, `${JSON.stringify({ ...measurements, problems }, null, 2)}\n`);
    }
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    await rm(directory, { recursive: true });
  }
}

function wholeNumber(option: string, value: unknown, least: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= least) return number;
  throw new RangeError(`--${option} needs a whole number: ${least} or more`);
}
