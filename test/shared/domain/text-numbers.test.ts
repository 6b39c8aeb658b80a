import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { MAX_TEXT_BYTES } from '../../../shared/domain/text-bytes.ts';
import { NO_TEXT, TextList } from '../../../shared/domain/text-list.ts';
import { TextNumbers } from '../../../shared/domain/text-numbers.ts';
import { orderOfTexts } from '../../../shared/domain/text-order.ts';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\u{1f600}') }),
  fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 3 }).map((end) => `@given-family-${end}`),
);

/** The same characters in the same order as their bytes. */
function byCodePoints(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

test('texts are numbered in the order in which they come, each once, and given back', () => {
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const numbers = new TextNumbers();
      const given = texts.map((each) => numbers.add(each));
      expect(given.map((number) => numbers.at(number))).toEqual(texts);
      expect(numbers.size).toBe(new Set(texts).size);
      expect(texts.map((each) => numbers.numberOf(each))).toEqual(given);
    }),
  );
});

test('texts of a list have a number each, be they the same, from texts and from bytes', () => {
  fc.assert(
    fc.property(text, text, (before, each) => {
      const list = new TextList();
      const bytes = Buffer.from(before + each);
      const given = [list.add(each), list.addBytes(bytes, Buffer.byteLength(before), bytes.length)];
      expect(given).toEqual([0, 1]);
      expect(given.map((number) => list.at(number))).toEqual([each, each]);
      expect(() => list.at(2)).toThrow(RangeError);
    }),
  );
});

test('the numbers of texts can be had in the order of the texts', () => {
  fc.assert(
    fc.property(fc.uniqueArray(text), (texts) => {
      const numbers = new TextNumbers();
      for (const each of texts) numbers.add(each);
      const order = orderOfTexts(numbers.texts) ?? texts.keys();
      expect(Array.from(order, (number) => texts[number])).toEqual(texts.toSorted(byCodePoints));
    }),
  );
});

test('texts that differ in the six bytes behind what all begin with are ordered by these alone', () => {
  const list = new TextList();
  const texts = Array.from(
    { length: 300 },
    (_, number) => `login:${String((number * 7) % 300).padStart(6, '0')}-EMU`,
  );
  for (const each of texts) list.add(each);
  const compare = vi.spyOn(list, 'compare');
  expect(Array.from(orderOfTexts(list) ?? [], (number) => texts[number])).toEqual(texts.toSorted());
  expect(compare).not.toHaveBeenCalled();
});

test('a text that was written is added once: as a new one, or as one that may have a number already', () => {
  const numbers = new TextNumbers();
  const written = (text: string) => {
    const length = numbers.texts.write(text);
    return [length, numbers.texts.hashOfWritten(length)] as const;
  };
  expect(['mona', 'mona', 'lisa'].map((each) => numbers.addNewWritten(...written(each)))).toEqual([
    0,
    NO_TEXT,
    1,
  ]);
  expect(['lisa', 'zoe', 'zoe'].map((each) => numbers.addWritten(...written(each)))).toEqual([1, 2, 2]);
  expect(numbers.numberOf('zoe')).toBe(2);
});

test.each([1, 700, 1000, 5000])(
  '%i texts keep their numbers when no others are numbered any more',
  (size) => {
    const numbers = new TextNumbers();
    const texts = Array.from({ length: size }, (_, number) => `mona-${number}`);
    for (const each of texts) numbers.add(each);
    expect(texts.map((each) => numbers.numberOf(each))).toEqual([...texts.keys()]);
    numbers.end();
    numbers.end();
    expect(texts.map((_, number) => numbers.at(number))).toEqual(texts);
    expect(() => numbers.add('lisa')).toThrow(RangeError);
    expect(() => numbers.numberOf('mona-0')).toThrow(RangeError);
  },
);

test('a text that was not added has no number', () => {
  expect(new TextNumbers().numberOf('mona')).toBe(NO_TEXT);
});

test('as many texts as fill several blocks keep their numbers', () => {
  const numbers = new TextNumbers();
  const textOf = (number: number): string => (number % 100 === 0 ? `${number}`.padEnd(2000) : `${number}`);
  const texts = Array.from({ length: 17_000 }, (_, number) => textOf(number));
  for (const each of texts) numbers.add(each);
  expect(texts.map((each) => numbers.add(each))).toEqual(texts.map((_, number) => number));
  expect(texts.map((_, number) => numbers.at(number))).toEqual(texts);
});

test.each([
  ['ASCII', 'x'],
  ['other', 'é'],
])('a text of %s that is too long is refused', (_, character) => {
  const longest = character.repeat(MAX_TEXT_BYTES / Buffer.byteLength(character));
  const numbers = new TextNumbers();
  expect(numbers.at(numbers.add(longest))).toBe(longest);
  expect(() => numbers.add(`${longest}x`)).toThrow(RangeError);
});
