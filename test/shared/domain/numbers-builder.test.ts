import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ListsBuilder, NumbersBuilder, WholeNumbersBuilder } from '../../../shared/domain/numbers-builder.ts';

function builderOf(numbers: readonly number[]): NumbersBuilder<Float64Array<ArrayBuffer>> {
  const builder = new NumbersBuilder(Float64Array);
  for (const number of numbers) builder.add(number);
  return builder;
}

/** As many as a builder has room for at first, half of them, and what lies around. */
describe.each([0, 1, 32, 33, 64, 65, 129])('%i numbers', (count) => {
  const numbers = Array.from({ length: count }, (_, position) => position + 0.5);
  const builder = builderOf(numbers);

  test('are given back, each and all', () => {
    expect(builder).toHaveLength(count);
    expect(numbers.map((_, position) => builder.at(position))).toEqual(numbers);
    expect([...builder.numbers()]).toEqual(numbers);
  });

  test('keep less than twice their memory', () => {
    const { buffer, byteLength } = builder.numbers();
    expect(buffer.byteLength).toBeLessThan(Math.max(1, 2 * byteLength));
  });
});

const wholeNumber = fc.oneof(
  fc.integer({ min: -1, max: 200 }),
  fc.constantFrom(2 ** 31 - 1, 2 ** 31, 2 ** 32, -(2 ** 31), -(2 ** 31) - 1),
  fc.maxSafeInteger(),
);

test('whole numbers are given back, each and all, be they small or large', () => {
  fc.assert(
    fc.property(fc.array(wholeNumber, { maxLength: 200, size: 'max' }), (numbers) => {
      const builder = new WholeNumbersBuilder();
      for (const number of numbers) builder.add(number);
      expect(builder).toHaveLength(numbers.length);
      expect(numbers.map((_, position) => builder.at(position))).toEqual(numbers);
      expect([...builder.numbers()]).toEqual(numbers);
    }),
  );
});

test.each([
  [2 ** 31 - 1, 4],
  [2 ** 31, 8],
])('whole numbers up to %i take %i bytes each', (largest, bytes) => {
  const builder = new WholeNumbersBuilder();
  for (const number of [7, largest, 8]) builder.add(number);
  expect(builder.numbers().buffer.byteLength).toBe(3 * bytes);
});

test('lists of numbers stand one behind the other', () => {
  const builder = new ListsBuilder();
  for (const list of [[7, 8], [], [9]]) {
    for (const value of list) builder.add(value);
    builder.end();
  }
  const { starts, values } = builder.lists();
  expect([0, 1, 2, 3].map((position) => starts.at(position))).toEqual([0, 2, 2, 3]);
  expect(values).toEqual(Int32Array.of(7, 8, 9));
});
