import * as z from 'zod';
import type { PageRequest } from '../../ports.ts';

/** GitHub's defaults and limit. GitHub lowers a larger `per_page` silently; here it is an error that says so. */
export const DEFAULT_PER_PAGE = 30;
export const MAX_PER_PAGE = 100;

/** Times MAX_PER_PAGE it is still a safe integer. */
export const MAX_PAGE = 10 ** 12;

function wholeNumber(max: number, message: string) {
  return z
    .string()
    .regex(/^\d{1,13}$/, message)
    .transform(Number)
    .pipe(z.int().min(1, message).max(max, message));
}

/** The query parameters of every numbered listing. */
export const pageQuery = {
  page: wholeNumber(MAX_PAGE, 'must be a whole number from 1').default(1),
  per_page: wholeNumber(MAX_PER_PAGE, `must be a whole number from 1 to ${MAX_PER_PAGE}`).default(
    DEFAULT_PER_PAGE,
  ),
};

export const pageQuerySchema = z.object(pageQuery).transform(pageRequestOf);

export function pageRequestOf(query: { readonly page: number; readonly per_page: number }): PageRequest {
  return { page: query.page, perPage: query.per_page };
}
