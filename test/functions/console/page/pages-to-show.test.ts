import { expect, test } from 'vitest';
import { pagesToShow } from '../../../../functions/console/page/components/pages-to-show.ts';

test.each([
  [1, 1, [1]],
  [1, 2, [1, 2]],
  [1, 9, [1, 2, 9]],
  [5, 9, [1, 4, 5, 6, 9]],
  [9, 9, [1, 8, 9]],
  [12, 9, [1, 9]],
])('page %d of %d shows %j', (page, last, shown) => {
  expect(pagesToShow(page, last)).toEqual(shown);
});
