import type { Dispatcher } from 'undici';

/** What an instance answered. The body is to be read, or discarded. */
export interface Answer {
  readonly status: number;
  /** Names in lower case. A header that came several times has a list. */
  readonly headers: Dispatcher.ResponseData['headers'];
  /** From now on; null when the instance did not say. */
  readonly retryAfterMs: number | null;
  readonly body: Dispatcher.ResponseData['body'];
}

/** A `Retry-After` of nothing must not become a loop without a pause. */
const LEAST_RETRY_AFTER_MS = 1_000;

export function answerOf({ statusCode, headers, body }: Dispatcher.ResponseData, nowMs: number): Answer {
  const answer = { status: statusCode, headers, body };
  return { ...answer, retryAfterMs: retryAfterOf(answer, nowMs) };
}

/** Null without the header. Values of several are joined, which is no value that anything expects. */
export function header({ headers }: Pick<Answer, 'headers'>, name: string): string | null {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}

/** Reads on for a little, so that the connection may serve again, else closes it. Its failures are nobody's. */
export function discard({ body }: Answer): void {
  body.dump({ limit: 16 * 1024 }).catch(() => undefined);
}

function retryAfterOf(answer: Pick<Answer, 'headers'>, nowMs: number): number | null {
  const ms = parseRetryAfter(header(answer, 'retry-after'), nowMs) ?? untilReset(answer, nowMs);
  return ms === null ? null : Math.max(ms, LEAST_RETRY_AFTER_MS);
}

/** Seconds or a date (RFC 9110 10.2.3). */
function parseRetryAfter(value: string | null, nowMs: number): number | null {
  if (value === null) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isNaN(ms) ? null : ms;
}

/** A rate limit that is used up begins anew in the second that GitHub names (docs: rate-limits-for-the-rest-api). */
function untilReset(answer: Pick<Answer, 'headers'>, nowMs: number): number | null {
  const reset = header(answer, 'x-ratelimit-reset') ?? '';
  if (header(answer, 'x-ratelimit-remaining') !== '0' || !/^\d+$/.test(reset)) return null;
  return (Number(reset) + 1) * 1000 - nowMs;
}
