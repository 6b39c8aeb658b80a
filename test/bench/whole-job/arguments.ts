import { parseArgs } from 'node:util';
import type { WholeJobOptions } from './measure-whole-job.ts';
import { WAY_NAMES, type WayName } from './ways.ts';

export type WholeJobCommand =
  | { readonly kind: 'help' }
  | { readonly kind: 'clean' }
  | { readonly kind: 'measure'; readonly options: WholeJobOptions; readonly json: string | null };

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 1000, m: 1_000_000 };

/** @throws {RangeError | TypeError} that says which option is wrong. */
export function wholeJobCommand(args: readonly string[]): WholeJobCommand {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '10k,100k' },
      rounds: { type: 'string', default: '9' },
      seed: { type: 'string', default: '1' },
      ways: { type: 'string', default: WAY_NAMES.join() },
      json: { type: 'string' },
      clean: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { kind: 'help' };
  if (values.clean) return { kind: 'clean' };
  const options = {
    sizes: values.sizes.split(',').map(sizeOf),
    rounds: wholeNumber('rounds', values.rounds, 1),
    seed: wholeNumber('seed', values.seed, 0),
    ways: values.ways.split(',').map(wayNamed),
  };
  return { kind: 'measure', options, json: values.json ?? null };
}

/** `10k`, `1m` or a whole number. */
function sizeOf(text: string): number {
  const { digits, unit = '' } = /^(?<digits>\d+)(?<unit>[km]?)$/i.exec(text)?.groups ?? {};
  const size = Number(digits) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
  if (size > 0) return size;
  throw new RangeError(`--sizes needs numbers of accounts such as 10k,100k,1m, not ${text}`);
}

function wayNamed(text: string): WayName {
  const name = WAY_NAMES.find((candidate) => candidate === text);
  if (name !== undefined) return name;
  throw new RangeError(`--ways knows ${WAY_NAMES.join(', ')}, not ${text}`);
}

function wholeNumber(option: string, text: string, least: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least) return number;
  throw new RangeError(`--${option} needs a whole number: ${least} or more`);
}
