import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messages } from '../../../../functions/console/page/messages/en.ts';

const ROOT = join(import.meta.dirname, '../../../..');

/** The code of the page, and what it takes the names of messages from: kinds, states and reasons of the API. */
const CODE = globSync(['functions/console/page/**/*.{ts,tsx}', 'shared/{domain,contracts/http}/**/*.ts'], {
  cwd: ROOT,
})
  .filter((file) => !file.includes('/messages/'))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');

/** The keys that are put together: `findings.${kind}.title`, as what is before and after the piece. */
const COMPOSED = [...CODE.matchAll(/`([\w-]+\.[^`${}]*)\$\{[^`{}]*\}([^`${}]*)`/g)].map(
  ([, before = '', after = '']) => [before, after] as const,
);

function isUsed(key: string): boolean {
  return CODE.includes(`'${key}'`) || COMPOSED.some(([before, after]) => isComposed(key, before, after));
}

/** The piece between is written somewhere as well: as a string, or as the name of a field. */
function isComposed(key: string, before: string, after: string): boolean {
  if (!key.startsWith(before) || !key.endsWith(after)) return false;
  const piece = key.slice(before.length, key.length - after.length);
  return CODE.includes(`'${piece}'`) || new RegExp(`\\b${piece}\\??:`).test(CODE);
}

test('every message is shown somewhere', () => {
  const keys = Object.entries(messages).flatMap(([view, texts]) =>
    Object.keys(texts).map((name) => `${view}.${name}`),
  );
  expect(keys.filter((key) => !isUsed(key))).toEqual([]);
});

test('finds one that is not', () => {
  expect(['usage.title', 'findings.ambiguous.fix', 'usage.nowhere'].filter((key) => !isUsed(key))).toEqual([
    'usage.nowhere',
  ]);
});
