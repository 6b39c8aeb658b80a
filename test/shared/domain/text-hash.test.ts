import { expect, test } from 'vitest';
import { hashOf } from '../../../shared/domain/text-hash.ts';

/** Test vectors of FNV-1a with 32 bits, by its authors. */
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the hash of "%s", be it a part of a file, is that of FNV-1a with its bits mixed', (text, fnv1a) => {
  const hash = fnv1a | 0;
  expect(hashOf(Buffer.from(`before${text}behind`), 'before'.length, text.length)).toBe(hash ^ (hash >>> 15));
});
