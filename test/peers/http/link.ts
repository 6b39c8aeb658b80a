import type { HttpRequest } from './peer-request.ts';

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly size: number;
}

const DEFAULT_SIZE = 30;
const MAX_SIZE = 100;

/** What is no number above 0 counts as not given; GitHub gives at most 100. */
export function pageOf({ url }: HttpRequest): Page {
  const size = Math.min(numberOf(url, 'per_page') ?? DEFAULT_SIZE, MAX_SIZE);
  return { number: numberOf(url, 'page') ?? 1, size };
}

function numberOf(url: URL, parameter: string): number | null {
  const number = Number(url.searchParams.get(parameter));
  return Number.isInteger(number) && number > 0 ? number : null;
}

/** GitHub's header; empty when there is one page. */
export function linkOf({ url }: HttpRequest, page: Page, lastPage: number): string {
  const links = [
    ['prev', page.number > 1 ? page.number - 1 : null],
    ['next', page.number < lastPage ? page.number + 1 : null],
    ['last', page.number < lastPage ? lastPage : null],
    ['first', page.number > 1 ? 1 : null],
  ] as const;
  return links
    .flatMap(([rel, number]) => (number === null ? [] : `<${withPage(url, number)}>; rel="${rel}"`))
    .join(', ');
}

function withPage(url: URL, number: number): string {
  const other = new URL(url);
  other.searchParams.set('page', String(number));
  return other.href;
}
