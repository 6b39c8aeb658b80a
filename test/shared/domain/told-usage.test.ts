import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reachedShare } from '../../../shared/domain/seat-shares.ts';
import { newsOf, type ToldUsage, toldBy } from '../../../shared/domain/told-usage.ts';
import { committedOf } from '../../support/usage-news.ts';

const SHARES = [80, 90, 100];

type Seats = readonly [consumed: number, purchased: number | null];

/** The shares told, merge by merge, each of which is told. */
function sharesTold(merges: readonly Seats[], shares: readonly number[] = SHARES): (number | null)[] {
  let told: ToldUsage | null = null;
  return merges.map(([consumed, purchased], index) => {
    const news = newsOf(committedOf(index + 1, consumed, purchased), told, shares);
    if (news === null) throw new Error('a new merge is news');
    told = toldBy(news, shares);
    return news.shareCrossed;
  });
}

describe('a share is told', () => {
  test.each<{ when: string; merges: readonly Seats[]; told: (number | null)[] }>([
    {
      when: 'it is reached by more people',
      merges: [
        [79, 100],
        [80, 100],
      ],
      told: [null, 80],
    },
    { when: 'it is reached at the first merge', merges: [[95, 100]], told: [90] },
    {
      when: 'fewer seats are there',
      merges: [
        [70, 100],
        [70, 78],
      ],
      told: [null, 80],
    },
    {
      when: 'it becomes known how many seats there are',
      merges: [
        [95, null],
        [95, 100],
      ],
      told: [null, 90],
    },
    {
      when: 'several are passed: the highest',
      merges: [
        [10, 100],
        [120, 100],
      ],
      told: [null, 100],
    },
    {
      when: 'the next one is reached',
      merges: [
        [85, 100],
        [90, 100],
        [100, 100],
      ],
      told: [80, 90, 100],
    },
    {
      when: 'it is reached again',
      merges: [
        [80, 100],
        [79, 100],
        [80, 100],
      ],
      told: [80, null, 80],
    },
  ])('when $when', ({ merges, told }) => {
    expect(sharesTold(merges)).toEqual(told);
  });
});

describe('a share is not told', () => {
  test.each<{ when: string; merges: readonly Seats[]; told: (number | null)[] }>([
    {
      when: 'consumption stays above it',
      merges: [
        [80, 100],
        [85, 100],
        [81, 100],
      ],
      told: [80, null, null],
    },
    {
      when: 'consumption falls to it',
      merges: [
        [95, 100],
        [85, 100],
      ],
      told: [90, null],
    },
    {
      when: 'seats were unknown for a while',
      merges: [
        [85, 100],
        [85, null],
        [86, 100],
      ],
      told: [80, null, null],
    },
    {
      when: 'it is never known how many seats there are',
      merges: [
        [1, null],
        [1000, null],
      ],
      told: [null, null],
    },
  ])('when $when', ({ merges, told }) => {
    expect(sharesTold(merges)).toEqual(told);
  });

  test('when there is none set', () => {
    expect(sharesTold([[100, 100]], [])).toEqual([null]);
  });
});

test('a merge that was told, by itself or by a later one, is no news', () => {
  const [first, second] = [committedOf(1, 5, 10), committedOf(2, 6, 10)];
  const news = newsOf(second, null, SHARES);
  const told = news && toldBy(news, SHARES);
  expect(newsOf(second, told, SHARES)).toBeNull();
  expect(newsOf(first, told, SHARES)).toBeNull();
});

test('which merges are told does not matter: in the end every share that is reached was told', () => {
  const merges = fc.array(fc.record({ consumed: fc.nat(120), isTold: fc.boolean() }), { minLength: 1 });
  fc.assert(
    fc.property(merges, (planned) => {
      let told: ToldUsage | null = null;
      let share = 0;
      for (const [index, { consumed, isTold }] of planned.entries()) {
        // What could not be told is made up for by the next merge that can.
        if (!isTold && index < planned.length - 1) continue;
        const news = newsOf(committedOf(index + 1, consumed, 100), told, SHARES);
        if (news === null) throw new Error('a new merge is news');
        const reached = reachedShare({ consumed, purchased: 100 }, SHARES) ?? 0;
        expect(news.shareCrossed).toBe(reached > share ? reached : null);
        share = reached;
        told = toldBy(news, SHARES);
      }
    }),
  );
});
