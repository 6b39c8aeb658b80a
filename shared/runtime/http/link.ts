/** Both from 1. */
interface NumberedPage {
  readonly page: number;
  readonly perPage: number;
}

/**
 * GitHub's `Link` header: the URL as it was asked for, with another `page`. Empty when there is but one page.
 * Beyond the end, `prev` is the last page.
 */
export function linkHeader(url: URL, { page, perPage }: NumberedPage, total: number): { link?: string } {
  const last = Math.max(1, Math.ceil(total / perPage));
  const targets = [
    ...(page > 1 ? [{ rel: 'prev', page: Math.min(page - 1, last) }] : []),
    ...(page < last ? [{ rel: 'next', page: page + 1 }] : []),
    ...(page < last ? [{ rel: 'last', page: last }] : []),
    ...(page > 1 ? [{ rel: 'first', page: 1 }] : []),
  ];
  if (targets.length === 0) return {};
  return { link: targets.map((target) => `<${withPage(url, target.page)}>; rel="${target.rel}"`).join(', ') };
}

function withPage(url: URL, page: number): string {
  const target = new URL(url);
  target.searchParams.set('page', String(page));
  return target.href;
}
