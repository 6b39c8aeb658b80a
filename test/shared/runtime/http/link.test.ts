import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkHeader } from '../../../../shared/runtime/http/link.ts';

const URL_ASKED = new URL('https://api.example.com/prod/people?q=mo&per_page=10');

/** `rel` to page, in the order of the header. */
function pagesOf(link = ''): Record<string, string> {
  const links = [...link.matchAll(/<([^>]+)>; rel="(\w+)"/g)];
  return Object.fromEntries(
    links.map(([, target = '', rel = '']) => [rel, new URL(target).searchParams.get('page') ?? '']),
  );
}

it.each([
  { page: 1, total: 0, pages: {} },
  { page: 1, total: 10, pages: {} },
  { page: 1, total: 11, pages: { next: '2', last: '2' } },
  { page: 2, total: 11, pages: { prev: '1', first: '1' } },
  { page: 3, total: 50, pages: { prev: '2', next: '4', last: '5', first: '1' } },
  { page: 5, total: 50, pages: { prev: '4', first: '1' } },
  { page: 6, total: 50, pages: { prev: '5', first: '1' } },
  { page: 900, total: 50, pages: { prev: '5', first: '1' } },
  { page: 2, total: 0, pages: { prev: '1', first: '1' } },
])('page $page of $total items, 10 a page, links to $pages', ({ page, total, pages }) => {
  expect(pagesOf(linkHeader(URL_ASKED, { page, perPage: 10 }, total).link)).toEqual(pages);
});

it('gives no header at all for a single page', () => {
  expect(linkHeader(URL_ASKED, { page: 1, perPage: 10 }, 10)).toEqual({});
});

it('keeps host, stage and every other parameter of the URL as it was asked for', () => {
  expect(linkHeader(URL_ASKED, { page: 1, perPage: 10 }, 20).link).toBe(
    '<https://api.example.com/prod/people?q=mo&per_page=10&page=2>; rel="next", ' +
      '<https://api.example.com/prod/people?q=mo&per_page=10&page=2>; rel="last"',
  );
});

it('leads through all pages and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 7 }), (total, perPage) => {
      const forth = walk('next', 1, total, perPage);
      const back = walk('prev', forth.at(-1) ?? 1, total, perPage);
      expect(forth).toHaveLength(Math.max(1, Math.ceil(total / perPage)));
      expect(back).toEqual(forth.toReversed());
    }),
  );
});

function walk(rel: 'next' | 'prev', from: number, total: number, perPage: number): number[] {
  const pages = [from];
  for (let page = from; ; pages.push(page)) {
    const target = pagesOf(linkHeader(URL_ASKED, { page, perPage }, total).link)[rel];
    if (target === undefined) return pages;
    page = Number(target);
  }
}
