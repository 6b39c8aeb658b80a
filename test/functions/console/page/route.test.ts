import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hrefOf, hrefWith, pageOf, parseRoute } from '../../../../functions/console/page/router/route.ts';

test('a link leads where it says, whatever the path and the query are made of', () => {
  const segment = fc.string({ unit: 'grapheme', minLength: 1 });
  const query = fc.dictionary(segment, segment);
  fc.assert(
    fc.property(fc.array(segment), query, (path, values) => {
      const route = parseRoute(hrefOf(path, values));
      expect(route.path).toEqual(path);
      expect(Object.fromEntries(route.query)).toEqual({ ...values });
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['', []],
  ['#', []],
  ['#/', []],
  ['#/people/%E0%A4%A', ['people', '%E0%A4%A']],
])('%j is the path %j', (hash, path) => {
  expect(parseRoute(hash).path).toEqual(path);
});

test('a link to the same place changes what it names, and drops what is empty', () => {
  const route = parseRoute('#/findings?kind=ambiguous&page=3');
  expect(hrefWith(route, { page: '', dismissed: 'true' })).toBe('#/findings?kind=ambiguous&dismissed=true');
});

test.each([
  ['#/people', 1],
  ['#/people?page=7', 7],
  ['#/people?page=0', 1],
  ['#/people?page=1e99', 1],
  ['#/people?page=x', 1],
])('%s is page %d', (hash, page) => {
  expect(pageOf(parseRoute(hash))).toBe(page);
});
