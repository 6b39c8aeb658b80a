import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { HashColumn } from '../../../shared/merge/hash-column.ts';
import { digestOf } from '../../../shared/runtime/fingerprint.ts';

test('hashes are given back by position, however they were put in', () => {
  const column = new HashColumn(3);
  for (const position of [2, 0, 1]) column.setHex(position, digestOf(`${position}`));
  expect([0, 1, 2].map((position) => column.at(position))).toEqual(['0', '1', '2'].map(digestOf));
});

test('the first byte is the first two digits, by which ids are spread over shards', () => {
  const column = new HashColumn(2);
  for (const position of [0, 1]) column.setHex(position, digestOf(`${position}`));
  expect([0, 1].map((position) => column.firstByte(position))).toEqual(
    ['0', '1'].map((text) => Number.parseInt(digestOf(text).slice(0, 2), 16)),
  );
});

test('of the words of a hash as many are kept as of its hex digits', () => {
  const hash = createHash('sha256').update('1').digest();
  const column = new HashColumn(2);
  column.setWords(1, new Int32Array(new Uint8Array(hash).buffer));
  expect([column.at(0), column.at(1)]).toEqual(['0'.repeat(32), digestOf('1')]);
});

test.each(['ab', `${digestOf('')}00`])('a hash of another length is refused, not cut: %s', (hash) => {
  expect(() => new HashColumn(1).setHex(0, hash)).toThrow(RangeError);
});

test('hashes of two columns are the same when every digit is', () => {
  const hash = digestOf('');
  const [one, other] = [new HashColumn(2), new HashColumn(33)];
  one.setHex(1, hash);
  other.setHex(32, hash);
  for (let digit = 0; digit < hash.length; digit++) {
    const changed = (Number.parseInt(hash.charAt(digit), 16) ^ 1).toString(16);
    other.setHex(digit, `${hash.slice(0, digit)}${changed}${hash.slice(digit + 1)}`);
  }
  const same = Array.from({ length: other.length }, (_, place) => one.isSame(1, other, place));
  expect(same.indexOf(true)).toBe(32);
});
