import type { PullFailure } from '../domain/sync-run.ts';

/**
 * Why GitHub, on the cloud or on an instance, refused a request. `isRateLimit` tells what a 403 is: it stands for a
 * missing permission, and for the rate limits as well (docs: rate-limits-for-the-rest-api).
 */
export function failureOfStatus(status: number, isRateLimit: boolean): PullFailure {
  if (status === 401) return 'unauthorized';
  if (status === 403) return isRateLimit ? 'rate-limited' : 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'unavailable' : 'unreadable-answer';
}
