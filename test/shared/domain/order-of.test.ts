import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderOf } from '../../../shared/domain/order-of.ts';

test.each([
  [
    [3, 1, 2],
    [1, 2, 0],
  ],
  [[1, 2, 3], null],
  [[1, 1], null],
  [[7], null],
  [[], null],
])('the order of %j is %j: rows that are in order stay where they are', (values, order) => {
  const inOrder = orderOf(values.length, (one, other) => (values[one] ?? 0) - (values[other] ?? 0));
  expect(inOrder && [...inOrder]).toEqual(order);
});

test('sorted rows are each compared with the next one, and no further ones', () => {
  const compared: [number, number][] = [];
  orderOf(3, (one, other) => compared.push([one, other]) * 0);
  expect(compared).toEqual([
    [0, 1],
    [1, 2],
  ]);
});

test('rows are in the order of their values, and those of one value in the order in which they came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 200, size: 'max' }), (values) => {
      const order = orderOf(values.length, (one, other) => (values[one] ?? 0) - (values[other] ?? 0));
      const positions = values.map((_, position) => position);
      const sorted = positions.toSorted((one, other) => (values[one] ?? 0) - (values[other] ?? 0));
      expect([...(order ?? positions)]).toEqual(sorted);
    }),
  );
});

test('of two runs of rows in order, each is compared with its neighbors and where they are merged alone', () => {
  const values = Array.from({ length: 1000 }, (_, position) => (2 * position) % 1000);
  let comparisons = 0;
  orderOf(values.length, (one, other) => {
    comparisons += 1;
    return (values[one] ?? 0) - (values[other] ?? 0);
  });
  expect(comparisons).toBeLessThan(2 * values.length);
});
