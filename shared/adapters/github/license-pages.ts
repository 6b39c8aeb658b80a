import {
  type ConsumedLicensesPage,
  consumedLicensesPage,
} from '../../contracts/github/consumed-licenses-page.ts';
import { pageLinksOf } from '../../contracts/github/link-header.ts';
import type { PullError } from '../../domain/pull-error.ts';
import type { GitHubClient } from './client.ts';
import { pullFailure } from './pull-failures.ts';

/** GitHub gives no more. */
const PER_PAGE = 100;

export interface ListedPage {
  readonly body: ConsumedLicensesPage;
  /** From 1. */
  readonly number: number;
  /** URL of the next page; null on the last. */
  readonly next: string | null;
  /** Number of the last page; null where this one does not tell. */
  readonly last: number | null;
  /** What was asked for, in a few words. */
  readonly asked: string;
}

/**
 * The pages of consumed licenses, by `Link` alone. Throws PullError when one of them is missing, as far as can be
 * told: GitHub pages by position and gives no number of rows, and the seats consumed need not equal them.
 * - A page that promises others has rows, and the next one is on the same host.
 * - No page is the last while the one before it promised more.
 * - A full page that is the last, and of which no page before said so, has an empty one after it.
 * - There are rows when seats are consumed.
 *
 * What cannot be told: that somebody left meanwhile, and the first row of the next page moved to one already read.
 */
export async function* licensePages(client: GitHubClient): AsyncGenerator<ListedPage> {
  let promised: number | null = null;
  let url: string | null = pageUrl(client, 1);
  for (let number = 1; url !== null; number++) {
    const page: ListedPage = await askPage(client, url, number);
    if (page.next === null) await proveLast(client, page, promised);
    else if (page.body.users.length === 0) throw incomplete(page, 'an empty page that promises others');
    yield page;
    promised = page.last;
    url = page.next;
  }
}

async function askPage(client: GitHubClient, url: string, number: number): Promise<ListedPage> {
  const asked = `consumed licenses, page ${number}`;
  const { body, link } = await client.get(url, consumedLicensesPage, asked);
  const { next, last } = pageLinksOf(link);
  return {
    body,
    number,
    next: next === null ? null : onSameHost(next, url, asked),
    last: last === null ? null : numberOf(last, url),
    asked,
  };
}

/** @param promised the number of the last page as the page before tells; null where it does not. */
async function proveLast(client: GitHubClient, page: ListedPage, promised: number | null): Promise<void> {
  const { number, body } = page;
  if (promised !== null && number < promised) throw incomplete(page, `${promised} pages were promised`);
  if (number === 1 && body.users.length === 0 && (body.total_seats_consumed ?? 0) > 0) {
    throw incomplete(page, 'seats are consumed, and no row came');
  }
  if (promised !== null || body.users.length < PER_PAGE) return;
  const after = await askPage(client, pageUrl(client, number + 1), number + 1);
  if (after.body.users.length > 0) throw incomplete(page, 'it named no next page, and there is one');
}

function incomplete({ asked }: ListedPage, detail: string): PullError {
  return pullFailure('incomplete-answer', asked, detail);
}

function pageUrl(client: GitHubClient, page: number): string {
  return client.url('consumed-licenses', { per_page: String(PER_PAGE), page: String(page) });
}

/** Null where the link gives no number. */
function numberOf(link: string, url: string): number | null {
  const page = URL.parse(link, url)?.searchParams.get('page') ?? '';
  return /^\d+$/.test(page) ? Number(page) : null;
}

/** The token is for this host alone. */
function onSameHost(next: string, url: string, asked: string): string {
  const target = URL.parse(next, url);
  if (target !== null && target.origin === new URL(url).origin) return target.href;
  throw pullFailure('unreadable-answer', asked, 'the next page is said to be elsewhere');
}
