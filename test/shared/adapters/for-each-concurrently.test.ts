import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { forEachConcurrently } from '../../../shared/adapters/for-each-concurrently.ts';

it('works on every item once, with no more of them at a time than allowed', async () => {
  const done: number[] = [];
  let underWay = 0;
  let mostUnderWay = 0;
  await forEachConcurrently([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    mostUnderWay = Math.max(mostUnderWay, ++underWay);
    await sleep(1);
    underWay--;
    done.push(item);
  });
  expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(mostUnderWay).toBe(3);
});

it('ends at once when there is nothing to do', async () => {
  await expect(
    forEachConcurrently([], 3, () => Promise.reject(new Error('unwanted'))),
  ).resolves.toBeUndefined();
});

it('begins nothing after a failure, and waits for what is under way', async () => {
  const begun: number[] = [];
  const finished: number[] = [];
  const run = forEachConcurrently([1, 2, 3, 4, 5], 2, async (item) => {
    begun.push(item);
    if (item === 1) throw new Error('item 1 failed');
    await sleep(5);
    finished.push(item);
  });
  await expect(run).rejects.toThrow('item 1 failed');
  expect(begun).toEqual([1, 2]);
  expect(finished).toEqual([2]);
});
