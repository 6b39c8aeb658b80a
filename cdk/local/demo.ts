import { parseArgs } from 'node:util';
import { findLocalStack, type Stack, stackAt } from './demo/find-stack.ts';
import { demoReport } from './demo/report.ts';
import { runDemo } from './demo/run-demo.ts';
import { runWithProgress } from './demo/step-list.ts';
import { DEFAULT_DATA_DIRECTORY, DEFAULT_PEOPLE, DEFAULT_SEED, wholeNumber } from './options.ts';

const USAGE = 'npm run demo -- [--people N] [--seed N] [--data DIR | --api URL --token TOKEN]';

interface Options {
  readonly people: number;
  readonly seed: number;
  readonly findStack: () => Promise<Stack>;
}

function readOptions(): Options {
  try {
    const { values } = parseArgs({
      options: {
        people: { type: 'string', default: String(DEFAULT_PEOPLE) },
        seed: { type: 'string', default: String(DEFAULT_SEED) },
        data: { type: 'string', default: DEFAULT_DATA_DIRECTORY },
        api: { type: 'string' },
        token: { type: 'string' },
      },
    });
    const { data, api, token } = values;
    if ((api === undefined) !== (token === undefined)) throw new Error('--api and --token belong together');
    return {
      people: wholeNumber('--people', values.people),
      seed: wholeNumber('--seed', values.seed),
      findStack: async () =>
        api === undefined || token === undefined ? findLocalStack(data) : stackAt(api, token),
    };
  } catch (error) {
    throw new Error(`${messageOf(error)}\nUsage: ${USAGE}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function main(): Promise<void> {
  const { people, seed, findStack } = readOptions();
  const stack = await findStack();
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
