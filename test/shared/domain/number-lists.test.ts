import { expect, test } from 'vitest';
import { NONE, NumberLists } from '../../../shared/domain/number-lists.ts';

test('every value is under its key, and the values of a key are in ascending order', () => {
  const lists = new NumberLists(4, [2, 0, 2, 3, 2]);
  expect([0, 1, 2, 3].map((key) => lists.of(key))).toEqual([[1], [], [0, 2, 4], [3]]);
});

test('a list is gone through value by value, without making it', () => {
  const lists = new NumberLists(2, [1, 1]);
  expect([lists.first(1), lists.next(0), lists.next(1)]).toEqual([0, 1, NONE]);
  expect(lists.first(0)).toBe(NONE);
});
