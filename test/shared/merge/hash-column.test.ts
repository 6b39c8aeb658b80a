import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { HashColumn, hexOf } from '../../../shared/merge/hash-column.ts';
import { digestOf } from '../../../shared/runtime/fingerprint.ts';

/** The first 128 bits of the hash of each text, as they are in memory. */
function wordsOf(...texts: readonly string[]): Int32Array {
  const hashes = texts.map((text) => createHash('sha256').update(text).digest().subarray(0, 16));
  return new Int32Array(new Uint8Array(Buffer.concat(hashes)).buffer);
}

function firstByteOf(text: string): number {
  return Number.parseInt(digestOf(text).slice(0, 2), 16);
}

test('the hex of a hash is what a digest is', () => {
  expect(hexOf(wordsOf('mona'))).toBe(digestOf('mona'));
});

test('a hash is the same from words and from hex, and so is the sum of two, in whatever order', () => {
  const [fromWords, fromHex] = [new HashColumn(3), new HashColumn(3)];
  for (const position of [2, 0, 1]) {
    fromWords.addUpTo(position, wordsOf(`${position}`));
    fromWords.addUpTo(position, wordsOf('mona'));
    fromHex.addHex(position, digestOf('mona'));
    fromHex.addHex(position, digestOf(`${position}`));
  }
  for (const position of [0, 1, 2]) {
    const same = [0, 1, 2].filter((place) => fromWords.isSame(position, fromHex, place));
    expect(same).toEqual([position]);
    expect(fromWords.lastWord(position)).toBe(fromHex.lastWord(position));
  }
});

test('hashes that follow one another go to positions that do', () => {
  const [together, oneByOne] = [new HashColumn(4), new HashColumn(4)];
  together.addUpTo(3, wordsOf('mona', 'lisa', 'zoë'));
  for (const [index, text] of ['mona', 'lisa', 'zoë'].entries()) oneByOne.addUpTo(1 + index, wordsOf(text));
  for (const position of [0, 1, 2, 3]) {
    expect(together.isSame(position, oneByOne, position)).toBe(true);
  }
  expect([...together.firstBytes()]).toEqual([0, ...['mona', 'lisa', 'zoë'].map(firstByteOf)]);
});

test('hashes go to the positions that are given, several to one', () => {
  const [at, upTo] = [new HashColumn(3), new HashColumn(3)];
  at.addAt(Int32Array.of(2, 0, 2), wordsOf('mona', 'lisa', 'zoë'));
  for (const text of ['mona', 'zoë']) upTo.addUpTo(2, wordsOf(text));
  upTo.addUpTo(0, wordsOf('lisa'));
  for (const position of [0, 1, 2]) expect(at.isSame(position, upTo, position)).toBe(true);
});

test('of a sum there is the hex without one of its hashes', () => {
  const column = new HashColumn(2);
  for (const text of ['mona', 'lisa']) column.addUpTo(1, wordsOf(text));
  expect(column.hexWithout(1, wordsOf('mona'))).toBe(digestOf('lisa'));
});

test('those that are picked are in the order of the positions', () => {
  const column = new HashColumn(4);
  column.addUpTo(3, wordsOf('mona', 'lisa', 'zoë', 'hubot'));
  const picked = column.picked([2, 0, 2]);
  const places = [0, 1, 2].map((place) => [0, 1, 2, 3].filter((each) => picked.isSame(place, column, each)));
  expect(places).toEqual([[2], [0], [2]]);
});

test.each(['ab', `${digestOf('')}00`])('a hash of another length is refused: %s', (hash) => {
  expect(() => new HashColumn(1).addHex(0, hash)).toThrow(RangeError);
});

test('hashes of two columns are the same when every digit is', () => {
  const hash = digestOf('');
  const [one, other] = [new HashColumn(2), new HashColumn(33)];
  one.addHex(1, hash);
  other.addHex(32, hash);
  for (let digit = 0; digit < hash.length; digit++) {
    const changed = (Number.parseInt(hash.charAt(digit), 16) ^ 1).toString(16);
    other.addHex(digit, `${hash.slice(0, digit)}${changed}${hash.slice(digit + 1)}`);
  }
  const same = Array.from({ length: other.length }, (_, place) => one.isSame(1, other, place));
  expect(same.indexOf(true)).toBe(32);
});
