import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_TEXT_BYTES } from '../../../shared/domain/text-bytes.ts';
import { TextList } from '../../../shared/domain/text-list.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u{1f600}'), maxLength: 5 });

function listOf(...texts: string[]): TextList {
  const list = new TextList();
  for (const each of texts) list.add(each);
  return list;
}

test('texts are compared as their bytes are', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const list = listOf(one, other);
      const bytes = [Buffer.from(one), Buffer.from(other)] as const;
      expect(Math.sign(list.compare(0, 1))).toBe(Buffer.compare(...bytes));
    }),
  );
});

test.each([
  ['mona', 'monalisa', 4],
  ['mona', 'moira', 2],
  ['mona', 'mona', 4],
  ['é', 'è', 1],
  ['', 'mona', 0],
])('%s and %s begin with %i bytes alike', (one, other, bytes) => {
  expect(listOf(one, other).alike(0, 1)).toBe(bytes);
  expect(listOf(one, other).alike(1, 0)).toBe(bytes);
});

/** Behind a text stands the length of the next one: here, that of 98 bytes looks like the letter b. */
test('what is kept behind a text is no part of it', () => {
  const list = listOf('a', 'x'.repeat('b'.charCodeAt(0)), 'ab');
  expect(list.alike(0, 2)).toBe(1);
  expect(list.compare(0, 2)).toBeLessThan(0);
  expect(listOf('mona', 'lisa', 'mona', 'lisa').alike(0, 2)).toBe('mona'.length);
});

test('a text has bytes up to its end, and a value below all bytes behind it', () => {
  const list = listOf('before', 'mé', 'behind');
  expect([0, 1, 2, 3, 4].map((index) => list.byteAt(1, index))).toEqual([0x6d, 0xc3, 0xa9, -1, -1]);
});

test.each([
  ['a byte order mark', '\ufeffmona'],
  ['the last character of ASCII', '\u007f'],
  ['the first one that is none', '\u0080'],
])('%s is a character of a text like any other', (_, each) => {
  expect(listOf(each).at(0)).toBe(each);
});

test.each([-1, 1])('nothing has the number %i in a list of one text', (number) => {
  expect(() => listOf('mona').at(number)).toThrow(RangeError);
});

test.each([
  ['mona', [true, false, false]],
  ['mon', [false, false, true]],
  ['monalisa', [false, false, false]],
])('"%s" that was written is known again, and is not added by that', (text, isWritten) => {
  const list = listOf('mona', 'lisa', 'mon');
  const length = list.write(text);
  expect([0, 1, 2].map((number) => list.isWritten(number, length))).toEqual(isWritten);
  expect(list.size).toBe(3);
});

test('texts of nearly the greatest length come back whole, wherever the block ends that they are kept in', () => {
  const texts = Array.from({ length: 140 }, (_, number) => 'é'.repeat(MAX_TEXT_BYTES / 2 - number));
  const list = listOf(...texts);
  expect(texts.map((_, number) => list.at(number))).toEqual(texts);
});

test('texts keep their numbers when what is begun moves on into the next block', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 1, 500, MAX_TEXT_BYTES), { maxLength: 300, size: 'max' }),
      (lengths) => {
        const texts = lengths.map((length, number) => `${number}:`.padEnd(length).slice(0, MAX_TEXT_BYTES));
        const list = listOf(...texts);
        expect(texts.map((_, number) => list.at(number))).toEqual(texts);
        expect(list.size).toBe(texts.length);
      },
    ),
  );
});

test.each([0, 1, 254, 255, 256, 511, 512, MAX_TEXT_BYTES])(
  'a text of %i bytes is found among others',
  (length) => {
    const list = listOf('before', 'x'.repeat(length), 'behind', 'y'.repeat(length));
    expect([0, 1, 2, 3].map((number) => list.at(number))).toEqual([
      'before',
      'x'.repeat(length),
      'behind',
      'y'.repeat(length),
    ]);
    expect([1, 3].map((number) => list.isWritten(number, list.write('x'.repeat(length))))).toEqual([
      true,
      length === 0,
    ]);
  },
);

test('short texts share the room of a block', () => {
  const list = new TextList();
  const block = list.room();
  for (const each of ['mona', 'lisa']) list.add(each);
  expect(list.room()).toBe(block);
});
