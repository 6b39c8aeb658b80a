import { expect, test } from 'vitest';
import { NO_LIST, NumberLists } from '../../../shared/domain/number-lists.ts';

test('every value is under its key, and the values of a key are in ascending order', () => {
  const lists = new NumberLists(4, Int32Array.of(2, 0, 2, 3, 2));
  expect([0, 1, 2, 3].map((key) => lists.of(key))).toEqual([[1], [], [0, 2, 4], [3]]);
});

test('a value without a key is in no list', () => {
  const lists = new NumberLists(2, Int32Array.of(NO_LIST, 1, NO_LIST, 0));
  expect([lists.of(0), lists.of(1)]).toEqual([[3], [1]]);
});

test('a list is gone through place by place, without making it', () => {
  const lists = new NumberLists(3, Int32Array.of(1, 2, 1));
  expect([lists.start(1), lists.end(1)]).toEqual([0, 2]);
  expect([lists.at(0), lists.at(1), lists.at(2)]).toEqual([0, 2, 1]);
});

test('the keys of the values are those that were given', () => {
  for (const keys of [[2, 0, 2, NO_LIST, 3, 2], [NO_LIST], []]) {
    const lists = new NumberLists(4, Int32Array.from(keys));
    expect([...lists.keys(keys.length)]).toEqual(keys);
  }
});
