import { expect, test } from 'vitest';
import { DEFAULT_SEAT_SHARES, reachedShare } from '../../../shared/domain/seat-shares.ts';

test.each([
  { consumed: 79, purchased: 100, share: 0 },
  { consumed: 80, purchased: 100, share: 80 },
  { consumed: 89, purchased: 100, share: 80 },
  { consumed: 99, purchased: 100, share: 90 },
  { consumed: 100, purchased: 100, share: 100 },
  { consumed: 250, purchased: 100, share: 100 },
  // 799.2: a whole license more is needed.
  { consumed: 799, purchased: 999, share: 0 },
  { consumed: 800, purchased: 999, share: 80 },
  // 0.9 * 70 is a little more than 63 in binary.
  { consumed: 63, purchased: 70, share: 90 },
  { consumed: 1, purchased: 0, share: 100 },
  { consumed: 0, purchased: 0, share: 0 },
  { consumed: 5, purchased: null, share: null },
])('$consumed of $purchased reach the share $share', ({ consumed, purchased, share }) => {
  expect(reachedShare({ consumed, purchased }, DEFAULT_SEAT_SHARES)).toBe(share);
});

test('the order of the shares does not matter, and there may be none', () => {
  expect(reachedShare({ consumed: 95, purchased: 100 }, [100, 80, 90])).toBe(90);
  expect(reachedShare({ consumed: 95, purchased: 100 }, [])).toBe(0);
});
