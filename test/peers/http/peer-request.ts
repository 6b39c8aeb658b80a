import type { IncomingHttpHeaders } from 'node:http';
import type { SourceId } from '../../../shared/domain/usage-snapshot.ts';

/** What is asked by an OAuth app, and by whoever is to authorize it. */
export type OAuthOperation = 'authorize' | 'access-token' | 'revoke-token';

/** What is asked of GraphQL, told by the fields of a query. */
const QUERIES = [
  'owner-check',
  'linked-identities',
  'server-installations',
  'server-accounts',
  'other-query',
] as const;
type Query = (typeof QUERIES)[number];

/** What is asked. `other` is any path that the peer has not. */
export type Operation =
  | Query
  | 'consumed-licenses'
  | 'license-sync-status'
  | 'users-report'
  | 'license-settings'
  | 'user-stats'
  | OAuthOperation
  | 'other';

export function isQuery(operation: Operation): operation is Query {
  return QUERIES.some((query) => query === operation);
}

/** A request as faults and tests see it: without its credentials. */
export interface PeerRequest {
  /** Which of the peer's servers was asked. */
  readonly source: SourceId;
  readonly operation: Operation;
  readonly method: string;
  /** With its query string. */
  readonly path: string;
}

/** A request as it arrives. */
export interface HttpRequest {
  readonly method: string;
  /** Scheme, host and port under which the peer was asked, then path and query string. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
