import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type ListColumn,
  narrowed,
  reordered,
  reorderedLists,
  reorderedValues,
} from '../../../shared/domain/columns.ts';
import { ListsBuilder } from '../../../shared/domain/numbers-builder.ts';

function columnOf(lists: readonly (readonly number[])[]) {
  const builder = new ListsBuilder();
  for (const list of lists) {
    for (const value of list) builder.add(value);
    builder.end();
  }
  return builder.lists();
}

function listsOf({ starts, values }: ListColumn, length: number) {
  return Array.from({ length }, (_, position) => [
    ...values.subarray(starts.at(position), starts.at(position + 1)),
  ]);
}

test('values and lists go where the order has the place they were at', () => {
  const rows = fc.uniqueArray(fc.record({ value: fc.integer({ max: 99 }), list: fc.array(fc.nat(9)) }), {
    selector: ({ value }) => value,
  });
  fc.assert(
    fc.property(rows, (given) => {
      const sorted = given.toSorted((one, other) => one.value - other.value);
      const order = Uint32Array.from(sorted, (row) => given.indexOf(row));
      const lists = columnOf(given.map(({ list }) => list));
      const values = Int32Array.from(given, ({ value }) => value);
      expect([...reordered(values, order)]).toEqual(sorted.map(({ value }) => value));
      expect(listsOf(reorderedLists(lists, order), given.length)).toEqual(sorted.map(({ list }) => list));
    }),
  );
});

test('what belongs to the values of lists goes where they go', () => {
  const { starts } = columnOf([[5, 6], [], [7]]);
  const weights = Float64Array.of(0.5, 0.6, 0.7);
  expect([...reorderedValues(weights, starts, Uint32Array.of(2, 1, 0))]).toEqual([0.7, 0.5, 0.6]);
  expect([0, 1, 2, 3].map((position) => starts.at(position))).toEqual([0, 2, 2, 3]);
});

test('of what was put in another order no memory is left', () => {
  const values = Int32Array.of(7, 8);
  const lists = columnOf([[5, 6], [7]]);
  reordered(values, Uint32Array.of(1, 0));
  reorderedLists(lists, Uint32Array.of(1, 0));
  expect([values, lists.values].map(({ buffer }) => buffer.byteLength)).toEqual([0, 0]);
  expect(lists.starts.at(1)).toBe(0);
});

test.each([
  [Int32Array.of(-1, 127, -128), 1],
  [Int32Array.of(-1, 128), 2],
  [Int32Array.of(-129), 2],
  [Float64Array.of(32_767, -32_768), 2],
  [Int32Array.of(32_768), 4],
  [Float64Array.of(-32_769, 2 ** 40), 8],
])('whole numbers such as %j need no more than %i bytes each', (values, bytes) => {
  const numbers = [...values];
  const narrow = narrowed(values);
  expect([[...narrow], narrow.BYTES_PER_ELEMENT]).toEqual([numbers, bytes]);
  expect(values.length).toBe(narrow === values ? numbers.length : 0);
});
