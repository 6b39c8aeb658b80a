import { parseArgs } from 'node:util';
import { findLocalStack, stackAt } from './demo/find-stack.ts';
import { demoReport } from './demo/report.ts';
import { runDemo } from './demo/run-demo.ts';
import { runWithProgress } from './demo/step-list.ts';
import { DEFAULT_DATA_DIRECTORY } from './options.ts';

const USAGE = 'npm run demo -- [--people N] [--seed N] [--data DIR | --api URL]';

interface Options {
  readonly people: number;
  readonly seed: number;
  readonly data: string;
  readonly api: string | undefined;
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        people: { type: 'string', default: '1000' },
        seed: { type: 'string', default: '1' },
        data: { type: 'string', default: DEFAULT_DATA_DIRECTORY },
        api: { type: 'string' },
      },
    });
    const { people, seed, data, api } = values;
    return { people: wholeNumber('--people', people), seed: wholeNumber('--seed', seed), data, api };
  } catch (error) {
    throw new Error(`${messageOf(error)}\nUsage: ${USAGE}`, { cause: error });
  }
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new RangeError(`${option} takes a whole number, not ${text}`);
  return Number(text);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  const { people, seed, data, api } = readOptions();
  const stack = api === undefined ? await findLocalStack(data) : stackAt(api);
  const result = await runDemo({ stack, people, seed }, runWithProgress);
  process.stdout.write(`\n${demoReport(result, stack.api)}\n`);
  process.exitCode = result.agrees ? 0 : 1;
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
