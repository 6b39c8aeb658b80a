import { type Answer, errorAnswer, jsonAnswer } from './answer.ts';

const LIMITS = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api';

/** Without the headers that tell of the limit. GraphQL answers 200 all the same. */
export function primaryRateLimitAnswer(resource: 'core' | 'graphql', status: 403 | 429): Answer {
  const message = 'API rate limit exceeded for user ID 1.';
  if (resource === 'graphql') return jsonAnswer({ errors: [{ type: 'RATE_LIMITED', message }] });
  return errorAnswer(status, message, LIMITS);
}

/** The same for REST and GraphQL. */
export function secondaryRateLimitAnswer(status: 403 | 429, retryAfterSeconds: number | null): Answer {
  return errorAnswer(
    status,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    `${LIMITS}#about-secondary-rate-limits`,
    retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) },
  );
}
