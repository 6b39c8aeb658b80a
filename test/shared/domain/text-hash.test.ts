import { expect, test } from 'vitest';
import { HASH_OF_NOTHING, hashedWith, hashOf, mixedHash } from '../../../shared/domain/text-hash.ts';

/** Test vectors of FNV-1a with 32 bits, by its authors. */
test.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the hash of "%s" is that of FNV-1a, byte by byte or of a part of a file', (text, fnv1a) => {
  const hash = fnv1a | 0;
  expect([...Buffer.from(text)].reduce(hashedWith, HASH_OF_NOTHING)).toBe(hash);
  expect(hashOf(Buffer.from(`before${text}behind`), 'before'.length, text.length)).toBe(mixedHash(hash));
});
