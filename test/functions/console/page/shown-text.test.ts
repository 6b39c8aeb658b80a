import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../../functions/console/page/language/load-catalogue.ts';
import { shownText, withVisibleControls } from '../../../../functions/console/page/language/shown-text.ts';
import { Translator } from '../../../../functions/console/page/language/translator.ts';

/** Of one code unit, and of two. */
const CHARACTER = fc.constantFrom('a', '<', '名', 'م', '😀');

test('what is as long as names are stays as it is', () => {
  const name = fc.string({ unit: CHARACTER, maxLength: 100 });
  fc.assert(
    fc.property(name, (text) => {
      expect(shownText(text)).toBe(text);
    }),
  );
});

test('what is longer is cut, and no character in two', () => {
  const long = fc.string({ unit: CHARACTER, minLength: 101, maxLength: 400 });
  fc.assert(
    fc.property(long, (text) => {
      const shown = shownText(text);
      expect(text.startsWith(shown.replace(/…$/, ''))).toBe(true);
      expect(Array.from(shown)).toHaveLength(101);
      expect(shown.isWellFormed()).toBe(true);
    }),
  );
});

test.each([
  ['an override', 'evil\u202Egpj.exe', 'evil\uFFFDgpj.exe'],
  ['an isolate that is not closed', '\u2066mona', '\uFFFDmona'],
  ['the end of an isolate that encloses it', 'mona\u2069', 'mona\uFFFD'],
])('%s is seen, and turns nothing', (_what, text, shown) => {
  expect(shownText(text)).toBe(shown);
  expect(withVisibleControls(text)).toBe(shown);
});

test('a sentence shows controls of direction in the texts that are put into it', async () => {
  const translator = new Translator('en', await loadCatalogue('en'));
  expect(translator.text('add-usage.sending-file', { file: '\u202Egpj.exe' })).toContain('\uFFFDgpj.exe');
});

test('nothing but Written isolates what people have written, since that alone does not hold it', () => {
  const page = join(import.meta.dirname, '../../../../functions/console/page');
  const isolating = globSync('**/*.tsx', { cwd: page }).filter((file) =>
    readFileSync(join(page, file), 'utf8').includes('<bdi'),
  );
  expect(isolating).toEqual(['components/written.tsx']);
});
