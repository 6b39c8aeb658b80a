import type { Random } from '../support/enterprise/random.ts';

const ODD_VALUES = [
  ...[null, true, false, 0, -1, 1.5, 1e308, 2 ** 31, 9_007_199_254_740_991, 9_007_199_254_740_992],
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    'a'.repeat(300),
    '@',
    'a@b',
    'ZO\u00cb@EXAMPLE.COM',
    '__proto__',
    'cloud',
    'server:x',
  ],
  ...[
    '0001-01-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '9999-12-31T23:59:60Z',
    '2026-03-01T00:00:00+99:99',
    '2026-03-01',
  ],
  ...[
    'ghes.example.com',
    'GHES.example.com:443',
    'xn--',
    '-',
    '1e3',
    '0',
    '-5',
    '0007',
    'https://a.example.com/%',
  ],
  ...[[], {}, [[]], [null], { nodes: [] }],
] as const;

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

/** The JSON with one value replaced, removed, doubled or moved; as it is when it is none. */
export function mutatedJson(random: Random, bytes: Buffer): Buffer {
  const root = { root: parsed(bytes) };
  if (root.root === undefined) return bytes;
  for (let change = random.int(1, 2); change > 0; change--) changeSomething(random, root);
  return Buffer.from(JSON.stringify(root.root) ?? '');
}

function changeSomething(random: Random, root: Record<string, unknown>): void {
  const places = [...placesIn(root)];
  const [first, ...others] = places;
  if (first === undefined) return;
  const { holder, key } = random.pick([first, ...others]);
  const other = random.pick([first, ...others]);
  switch (random.int(0, 4)) {
    case 0:
      delete holder[key];
      break;
    case 1:
      holder[`${key}2`] = holder[key];
      break;
    case 2:
      // A copy, since a value may be put into itself.
      holder[key] = structuredClone(other.holder[other.key]);
      break;
    default:
      // A copy, too: the next change may be within it.
      holder[key] = structuredClone(random.pick(ODD_VALUES));
  }
}

function* placesIn(value: unknown): Generator<Place> {
  if (!isHolder(value)) return;
  for (const key of Object.keys(value)) {
    yield { holder: value, key };
    yield* placesIn(value[key]);
  }
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
