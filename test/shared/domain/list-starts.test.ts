import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ListStarts } from '../../../shared/domain/list-starts.ts';

function startsOf(lengths: readonly number[]): number[] {
  const starts = [0];
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + length);
  return starts;
}

function kept(lengths: readonly number[]): ListStarts {
  return new ListStarts(Int32Array.from(startsOf(lengths)));
}

const few = fc.nat(9);
const many = fc.integer({ min: 60_000, max: 80_000 });

test.each([
  ['short', few],
  ['short and long', fc.oneof({ arbitrary: few, weight: 30 }, { arbitrary: many, weight: 1 })],
])('%s lists begin where they began', (_, length) => {
  fc.assert(
    fc.property(fc.array(length, { maxLength: 200 }), (lengths) => {
      const starts = kept(lengths);
      expect(startsOf(lengths).map((_, position) => starts.at(position))).toEqual(startsOf(lengths));
      expect(lengths.map((_, position) => starts.lengthOf(position))).toEqual(lengths);
    }),
  );
});

test('a list is as long in another order', () => {
  const starts = kept([3, 0, 5]).inOrder(Uint32Array.of(2, 0, 1));
  expect([0, 1, 2].map((position) => starts.lengthOf(position))).toEqual([5, 3, 0]);
});

test('what was given and what was released leave no memory', () => {
  const given = Int32Array.from({ length: 100 }, (_, position) => 2 * position);
  const starts = new ListStarts(given);
  // 64 begins a group of lists, of which the start is kept elsewhere than the distances from it.
  expect([64, 65].map((position) => starts.at(position))).toEqual([128, 130]);
  starts.release();
  expect(given.length).toBe(0);
  expect([64, 65].map((position) => starts.at(position))).toEqual([0, 0]);
});
