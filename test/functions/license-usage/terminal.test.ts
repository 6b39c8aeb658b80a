import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { LocalFile } from '../../../functions/license-usage/local-file.ts';
import { printable } from '../../../functions/license-usage/printable.ts';
import { Progress } from '../../../functions/license-usage/progress.ts';
import { styleFor } from '../../../functions/license-usage/style.ts';
import { textTable } from '../../../functions/license-usage/text-table.ts';

test.each([
  ['a terminal with colors', { hasColors: () => true }, '\u001B[1m7\u001B[22m'],
  ['a terminal without colors, or with NO_COLOR', { hasColors: () => false }, '7'],
  ['a pipe', {}, '7'],
])('%s', (_, output, shown) => {
  expect(styleFor(output)('bold', '7')).toBe(shown);
});

test('colors take no room in a table', () => {
  const style = styleFor({ hasColors: () => true });
  const [plain, styled] = [textTable([], [['a', '1', 'x']]), textTable([], [[style('red', 'a'), '1', 'x']])];
  expect(stripVTControlCharacters(styled)).toBe(plain);
});

test('control characters of a login do not reach the terminal', () => {
  expect(printable('mona\u001B[2J\u0007')).toBe('mona?[2J?');
});

const file: LocalFile = {
  path: 'exports/usage.json',
  hostName: null,
  bytes: 4_000_000,
  modifiedAt: '2026-01-01T00:00:00.000Z',
  open: async function* () {
    yield new Uint8Array(1_000_000);
  },
};

async function shownOn(output: PassThrough & { isTTY?: boolean }): Promise<string> {
  const progress = new Progress(output, [file]);
  for await (const _ of progress.opened(file));
  progress.end();
  output.end();
  return text(output);
}

test('a terminal is told how far the reading is', async () => {
  const shown = await shownOn(Object.assign(new PassThrough(), { isTTY: true }));
  expect(shown).toContain('Reading usage.json: 25 % of 4.0 MB');
});

test('a pipe is told nothing', async () => {
  expect(await shownOn(new PassThrough())).toBe('');
});
