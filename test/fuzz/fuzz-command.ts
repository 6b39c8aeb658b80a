import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type FuzzFailure, type FuzzResult, inputOf, LONGEST_INPUT_MS } from './fuzz.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import type { FuzzWork } from './fuzz-worker.ts';
import { FUZZ_TARGETS } from './targets/all.ts';

const USAGE = `Gives every parser of what comes from outside seeded inputs that are nearly good.

  npm run fuzz -- [--inputs N] [--seed S] [--target NAME]

  --inputs N     in all, shared out among the parsers; 1000000 unless told otherwise
  --seed S       of each parser's first input; 1 unless told otherwise
  --target NAME  only parsers whose name begins so, such as usage-file or http/paging
`;

/** Of a parser that has a heap of its own. The largest input is some kilobytes. */
const HEAP_MB = 96;

/** Until an input that never ends is ended; an input that is only slow is found by the time it took. */
const STUCK_MS = 5 * LONGEST_INPUT_MS;

/** A usage file has the most ways to be wrong. */
const SHARE_OF_USAGE_FILES = 4;

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(USAGE);
else await fuzzAll(wholeNumber('inputs', values.inputs), wholeNumber('seed', values.seed), values.target);

async function fuzzAll(inputs: number, seed: number, prefix: string): Promise<void> {
  const targets = FUZZ_TARGETS.filter(({ name }) => name.startsWith(prefix));
  if (targets.length === 0) throw new RangeError(`no parser is called ${prefix}`);
  const shares = targets.reduce((sum, target) => sum + shareOf(target), 0);
  let total = 0;
  for (const target of targets) {
    const wanted = Math.ceil((inputs * shareOf(target)) / shares);
    const result = await inWorker(target, seed, wanted);
    total += result.inputs;
    const outcomes = [...result.outcomes].map(([outcome, count]) => `${outcome} ${count}`).sort();
    process.stdout.write(
      `${target.name}: ${result.inputs} inputs, slowest ${result.slowestMs.toFixed(0)} ms: ${outcomes.join(', ')}\n`,
    );
    if (result.failure !== null) {
      process.stdout.write(told(result.failure));
      process.exitCode = 1;
    }
  }
  process.stdout.write(`${total} inputs in all\n`);
}

function shareOf({ name }: FuzzTarget): number {
  return name.startsWith('usage-file/') ? SHARE_OF_USAGE_FILES : 1;
}

/** In a heap of its own; ended when an input hangs. */
function inWorker(target: FuzzTarget, seed: number, inputs: number): Promise<FuzzResult> {
  const current = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const seeds = new Float64Array(current);
  const workerData: FuzzWork = { target: target.name, seed, inputs, current };
  const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  });
  const { promise, resolve } = Promise.withResolvers<FuzzResult>();
  const fail = (problem: string) => {
    const tried = seeds[0] ?? seed;
    const input = inputOf(target, tried).toString('base64');
    const failure = { target: target.name, seed: tried, input, problem };
    resolve({ inputs: tried - seed + 1, outcomes: new Map(), slowestMs: 0, failure });
  };
  let seen = 0;
  const watch = setInterval(() => {
    if (seen !== 0 && seeds[0] === seen) {
      fail(`hangs for more than ${STUCK_MS} ms`);
      void worker.terminate();
    }
    seen = seeds[0] ?? 0;
  }, STUCK_MS);
  worker.on('message', resolve);
  // Among others when the heap is full.
  worker.on('error', (error) => fail(`the process ended: ${error}`));
  return promise.finally(() => clearInterval(watch));
}

function told({ target, seed, input, problem }: FuzzFailure): string {
  return [
    '',
    problem,
    `Input, in base64: ${input}`,
    `Replay it: npm run fuzz -- --target ${target} --seed ${seed} --inputs 1`,
    '',
    '',
  ].join('\n');
}

function wholeNumber(option: string, value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new RangeError(`--${option} needs a whole number: 1 or more`);
}
