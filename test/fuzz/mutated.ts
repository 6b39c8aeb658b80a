import { gzipSync } from 'node:zlib';
import type { Random } from '../support/enterprise/random.ts';
import { mutatedJson } from './mutated-json.ts';

const MOST_EDITS = 4;
const LONGEST_PIECE = 64;

/** What has a meaning to some parser. */
const TOKENS = [
  ...[
    '"',
    '""',
    "'",
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ';',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '<',
    '>',
    '/',
    '%',
  ],
  ...[
    'null',
    'true',
    '-0',
    '1e999',
    '9007199254740993',
    '0x1F',
    'NaN',
    '\\u0000',
    '\\ud800',
    '%00',
    '%ZZ',
    '+',
    '@',
  ],
  ...[
    '__proto__',
    'constructor',
    '\u0000',
    '\ufeff',
    '\u2028',
    '\u202e',
    '\u00e9',
    '\u0130',
    '\u{1f600}',
    '=cmd|',
  ],
  ...[
    '{"a":'.repeat(300),
    '['.repeat(3_000),
    '"'.repeat(999),
    'a'.repeat(5_000),
    ','.repeat(2_000),
    '\n'.repeat(500),
  ],
] as const;

const CHARACTERS = [
  '0',
  '9',
  'a',
  'Z',
  '-',
  '.',
  ' ',
  '"',
  ',',
  '\n',
  '\\',
  'e',
  '+',
  '@',
  ':',
  '=',
] as const;

/** Of what no text has. */
const BYTES = ['ff', 'c0af', 'eda080', 'f4908080', '1f8b', '504b0304'] as const;

/** A bad input made of good ones. The same choices make the same input. */
export function mutated(random: Random, seeds: readonly [Buffer, ...Buffer[]]): Buffer {
  const seed = random.pick(seeds);
  // What is not even JSON, or UTF-8, is refused soon: most inputs should come further.
  const changed = random.chance(80) ? mutatedJson(random, seed) : seed;
  const edits = changed === seed || random.chance(10) ? random.int(1, MOST_EDITS) : 0;
  let bytes = changed;
  for (let edit = 0; edit < edits; edit++) bytes = edited(random, bytes, seeds);
  return random.chance(3) ? gzipSync(bytes) : bytes;
}

function edited(random: Random, bytes: Buffer, seeds: readonly [Buffer, ...Buffer[]]): Buffer {
  const at = random.int(0, bytes.length);
  const piece = random.int(0, LONGEST_PIECE);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (random.int(0, 30)) {
    case 0:
      return Buffer.concat([before, Buffer.from(random.pick(TOKENS)), after]);
    case 1:
      return Buffer.concat([before, Buffer.from(random.pick(TOKENS)), after.subarray(piece)]);
    case 2:
      return Buffer.concat([before, after.subarray(piece)]);
    case 3:
      return before;
    case 4:
      return Buffer.concat([before, after.subarray(0, piece), after]);
    case 20:
      return Buffer.concat([before, Buffer.from(random.pick(BYTES), 'hex'), after]);
    case 21: {
      const other = random.pick(seeds);
      return Buffer.concat([before, other.subarray(random.int(0, other.length))]);
    }
    case 22:
      return Buffer.concat([before, random.bytes(random.int(1, 4)), after.subarray(random.int(0, 4))]);
    default:
      return Buffer.concat([before, Buffer.from(random.pick(CHARACTERS)), after.subarray(random.int(0, 1))]);
  }
}
