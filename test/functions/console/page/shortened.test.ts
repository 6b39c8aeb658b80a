import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened } from '../../../../functions/console/page/language/shortened.ts';

/** Of one code unit, and of two. */
const CHARACTER = fc.constantFrom('a', '<', '名', '\u202e', '😀');

test('what is as long as names are stays as it is', () => {
  const name = fc.string({ unit: CHARACTER, maxLength: 100 });
  fc.assert(
    fc.property(name, (text) => {
      expect(shortened(text)).toBe(text);
    }),
  );
});

test('what is longer is cut, and no character in two', () => {
  const long = fc.string({ unit: CHARACTER, minLength: 101, maxLength: 400 });
  fc.assert(
    fc.property(long, (text) => {
      const shown = shortened(text);
      expect(text.startsWith(shown.replace(/…$/, ''))).toBe(true);
      expect(Array.from(shown)).toHaveLength(101);
      expect(shown.isWellFormed()).toBe(true);
    }),
  );
});
