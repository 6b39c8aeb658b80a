/** A request fails, so that whoever sent it can tell. */
export type Failure =
  /** 5,000 requests were sent. REST answers 403 or 429; GraphQL answers 200 with an error of type RATE_LIMITED. */
  | { readonly kind: 'primary-rate-limit'; readonly resetInSeconds: number; readonly status?: 403 | 429 }
  /** Too many at once. Null: without `retry-after`. */
  | {
      readonly kind: 'secondary-rate-limit';
      readonly retryAfterSeconds: number | null;
      readonly status?: 403 | 429;
    }
  /** GitHub's shape of an error, such as with 401, 403, 404, 500, 502 or 503. */
  | { readonly kind: 'status'; readonly status: number }
  /** 202 without content: what is asked for is being made, ask again. */
  | { readonly kind: 'not-ready' }
  /** The connection is closed without an answer. */
  | { readonly kind: 'reset' }
  /** The connection is closed in the middle of the body. */
  | { readonly kind: 'truncated' }
  /** 200 with a page of HTML. */
  | { readonly kind: 'unreadable' }
  /** 200 with an error of GraphQL and no data. */
  | { readonly kind: 'graphql-error'; readonly type: GraphQLErrorType }
  /** GraphQL only: 200 with an error, and the last node of each list missing. */
  | { readonly kind: 'partial-data' };

export type GraphQLErrorType =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'INSUFFICIENT_SCOPES'
  | 'INTERNAL'
  | 'RATE_LIMITED';

/** A right answer in an unusual way. */
export type Detour =
  /** Nothing is sent for so long. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** 302 to another URL; without one, to another path of the peer that has the answer. */
  | { readonly kind: 'redirect'; readonly to?: string };

/** An answer that looks right and is not. */
export type Lie =
  /** Totals are greater by so much: the seats of REST, `totalCount` of GraphQL, the counts of an instance. */
  | { readonly kind: 'wrong-totals'; readonly by: number }
  /**
   * Entries have moved between pages: this one begins so many later (they are on no page) or, below 0, earlier (they
   * are on two). REST: any page. GraphQL: one that follows a cursor.
   */
  | { readonly kind: 'moved-rows'; readonly by: number }
  /** A page without entries, that tells of a next one where there is one. A report: nothing but its header. */
  | { readonly kind: 'empty-page' }
  /** REST only: no `Link`, as if the page were the last. */
  | { readonly kind: 'no-link' }
  /** REST only: the next page is said to be at this URL. */
  | { readonly kind: 'foreign-link'; readonly to: string }
  /** The next page is this one (REST), the first one (GraphQL), again and again. */
  | { readonly kind: 'endless-pages' }
  /** Every installation has uploaded its accounts again, and the answers from this one on tell so. */
  | { readonly kind: 'new-upload' }
  /** Any other lie. What is answered goes through this function: parsed, where it is JSON, else as text. */
  | { readonly kind: 'altered'; readonly alter: (body: unknown) => unknown };

export type Fault = Failure | Detour | Lie;

/** One of every failure; none asks to wait for longer than a second. */
export const FAILURES: readonly Failure[] = [
  { kind: 'primary-rate-limit', resetInSeconds: 0 },
  { kind: 'primary-rate-limit', resetInSeconds: 0, status: 429 },
  { kind: 'secondary-rate-limit', retryAfterSeconds: 0 },
  { kind: 'secondary-rate-limit', retryAfterSeconds: 1, status: 429 },
  ...[401, 403, 404, 500, 502, 503].map((status): Failure => ({ kind: 'status', status })),
  { kind: 'not-ready' },
  { kind: 'reset' },
  { kind: 'truncated' },
  { kind: 'unreadable' },
  { kind: 'graphql-error', type: 'INTERNAL' },
  { kind: 'graphql-error', type: 'FORBIDDEN' },
];
