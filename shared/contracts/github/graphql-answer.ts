import * as z from 'zod';
import type { PullFailure } from '../../domain/sync-run.ts';

const graphqlError = z.object({
  type: z.string().nullish(),
  message: z.string().nullish(),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
});
export type GraphQLError = z.infer<typeof graphqlError>;

/** GitHub answers 200 also when it could not give all or any of what was asked for. */
export const graphqlAnswer = z.object(
  { data: z.unknown().optional(), errors: z.array(graphqlError).nullish() },
  'a GraphQL answer: an object',
);

const FAILURES: ReadonlyMap<string, PullFailure> = new Map([
  ['NOT_FOUND', 'not-found'],
  ['FORBIDDEN', 'forbidden'],
  ['INSUFFICIENT_SCOPES', 'forbidden'],
  ['RATE_LIMITED', 'rate-limited'],
]);

/** Errors of other types are GitHub's own; those without a type tell that the query is not understood. */
export function failureOfGraphQLError({ type, message }: GraphQLError): PullFailure {
  if (/secondary rate limit/i.test(message ?? '')) return 'rate-limited';
  return type ? (FAILURES.get(type) ?? 'unavailable') : 'unreadable-answer';
}
