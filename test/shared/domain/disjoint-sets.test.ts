import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DisjointSets } from '../../../shared/domain/disjoint-sets.ts';

const SIZE = 6;
const pairs = fc.array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { maxLength: 8 });

test('at first each number is a set of its own', () => {
  const sets = new DisjointSets(3);
  expect([0, 1, 2].map((number) => sets.rootOf(number))).toEqual([0, 1, 2]);
});

test('a joined set is known by its smallest number, in whatever order it was joined', () => {
  const sets = new DisjointSets(5);
  expect([sets.join(4, 3), sets.join(1, 2), sets.join(4, 2)]).toEqual([3, 1, 1]);
  expect([0, 1, 2, 3, 4].map((number) => sets.rootOf(number))).toEqual([0, 1, 1, 1, 1]);
});

test('sets are numbered in the order of their smallest numbers', () => {
  const sets = new DisjointSets(6);
  sets.join(5, 3);
  sets.join(4, 1);
  expect([...sets.numbers()]).toEqual([0, 1, 2, 3, 1, 3]);
});

test('two numbers are in one set when a chain of pairs leads from one to the other', () => {
  fc.assert(
    fc.property(pairs, (joined) => {
      const sets = new DisjointSets(SIZE);
      const labels = Array.from({ length: SIZE }, (_, number) => number);
      for (const [a, b] of joined) {
        sets.join(a, b);
        const [one, other] = [labels[a], labels[b]];
        for (const [number, label] of labels.entries()) if (label === other) labels[number] = one ?? 0;
      }
      const smallest = labels.map((label) => labels.indexOf(label));
      expect(labels.map((_, number) => sets.rootOf(number))).toEqual(smallest);
      const roots = [...new Set(smallest)];
      expect([...sets.numbers()]).toEqual(smallest.map((root) => roots.indexOf(root)));
    }),
  );
});
