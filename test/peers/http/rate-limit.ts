/** GitHub's for a user's token. */
const REQUESTS_PER_HOUR = 5_000;
const HOUR_MS = 60 * 60 * 1000;

interface Window {
  used: number;
  readonly endsAt: number;
}

export interface RateLimitState {
  readonly exceeded: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** The primary limit: so many requests in an hour, by token and resource. */
export class RateLimit {
  readonly #windows = new Map<string, Window>();

  /** Counts a request. */
  use(token: string, resource: 'core' | 'graphql', now: number): RateLimitState {
    const key = `${resource} ${token}`;
    const known = this.#windows.get(key);
    const window = known !== undefined && now < known.endsAt ? known : { used: 0, endsAt: now + HOUR_MS };
    this.#windows.set(key, window);
    const exceeded = window.used === REQUESTS_PER_HOUR;
    if (!exceeded) window.used++;
    return { exceeded, headers: rateLimitHeaders(resource, window.used, window.endsAt) };
  }
}

export function rateLimitHeaders(
  resource: 'core' | 'graphql',
  used: number,
  resetAt: number,
): Record<string, string> {
  return {
    'x-ratelimit-limit': String(REQUESTS_PER_HOUR),
    'x-ratelimit-remaining': String(REQUESTS_PER_HOUR - used),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(Math.ceil(resetAt / 1000)),
    'x-ratelimit-resource': resource,
  };
}

export const ALL_REQUESTS_USED = REQUESTS_PER_HOUR;
