import type { PullFailure } from '../../shared/domain/sync-run.ts';
import type { Fault as AnyFault, GraphQLErrorType } from '../peers/faults/fault.ts';
import type { Operation, PeerRequest } from '../peers/http/peer-request.ts';

/** Those of which it is known what they make of a pull. */
export type Fault = Exclude<AnyFault, { readonly kind: 'altered' }>;

/** Milliseconds that the clients wait for an answer: more than a busy machine keeps an honest one waiting. */
export const PATIENCE_MS = 3_000;

/** What the peer makes of the requests of one operation at one source: of the first ones, then of all others. */
export interface Troubles {
  readonly first: readonly (Fault | null)[];
  readonly otherwise: Fault | null;
}

/** The troubles of one run, by `<source> <operation>`. */
export type PeerPlan = Readonly<Record<string, Troubles>>;

const HONEST: Troubles = { first: [], otherwise: null };

/** Of the `n`-th request (from 1) of its operation at its source, whatever else is asked meanwhile. */
export function faultOf(plan: PeerPlan, request: PeerRequest, n: number): Fault | null {
  const { first, otherwise } = plan[`${request.source} ${request.operation}`] ?? HONEST;
  const fault = n <= first.length ? (first[n - 1] ?? null) : otherwise;
  return fault !== null && isBeyondNotice(fault, request) ? null : fault;
}

/**
 * Lies that nothing in GitHub's protocol gives away, so that no pull can be held responsible for them:
 * - REST pages by position and tells no number of rows. Rows that moved to a page already read are on none
 *   (`moved-rows`), and a last page without rows may have had some that left (`empty-page`).
 * - Two lies about one listing may bear each other out, such as a page without `Link` and an empty one after it: a
 *   plan has one lie for each operation.
 * - Whatever is changed within an entry, and a report that is cut between two lines (`altered`).
 *
 * Nor can wrong seats be noticed (`wrong-totals`), which are no number of rows: they leave the rows as they are.
 */
function isBeyondNotice({ kind }: Fault, { operation, path }: PeerRequest): boolean {
  if (operation !== 'consumed-licenses') return false;
  return kind === 'moved-rows' || (kind === 'empty-page' && !path.endsWith('&page=1'));
}

/** Why a pull may fail after this answer; null when it may not. */
export function failureAfter(fault: Fault, operation: Operation): PullFailure | null {
  // What cannot be had of these is left out of the pull.
  if (operation === 'license-settings' || operation === 'user-stats') return null;
  const isReport = operation === 'users-report';
  switch (fault.kind) {
    case 'status':
      return FAILURE_OF_STATUS[fault.status] ?? 'unavailable';
    case 'graphql-error':
      return FAILURE_OF_ERROR[fault.type];
    case 'primary-rate-limit':
    case 'secondary-rate-limit':
      return 'rate-limited';
    case 'not-ready':
      return isReport ? 'report-not-ready' : 'unreadable-answer';
    case 'reset':
    case 'partial-data':
      return 'unavailable';
    case 'unreadable':
    case 'foreign-link':
      return 'unreadable-answer';
    case 'empty-page':
      return isReport ? 'unreadable-answer' : 'incomplete-answer';
    case 'truncated':
    case 'wrong-totals':
    case 'moved-rows':
    case 'no-link':
    case 'endless-pages':
    case 'new-upload':
      return 'incomplete-answer';
    case 'slow':
      return fault.ms > PATIENCE_MS ? 'timed-out' : null;
    case 'redirect':
      return null;
    default:
      return fault satisfies never;
  }
}

const FAILURE_OF_STATUS: Readonly<Record<number, PullFailure>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
};

const FAILURE_OF_ERROR = {
  NOT_FOUND: 'not-found',
  FORBIDDEN: 'forbidden',
  INSUFFICIENT_SCOPES: 'forbidden',
  INTERNAL: 'unavailable',
  RATE_LIMITED: 'rate-limited',
} as const satisfies Record<GraphQLErrorType, PullFailure>;
