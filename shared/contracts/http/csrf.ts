import { timingSafeEqual } from 'node:crypto';
import type { Session } from '../../session-ports.ts';

/** Methods by which nothing changes. */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * Whether a request that is signed in by a cookie, which a browser sends along whoever has made the request, comes
 * from the console. Only the page can read the token of its session.
 */
export function isFromConsole(
  { csrfToken }: Session,
  { method, token }: { readonly method: string; readonly token: string | undefined },
): boolean {
  return SAFE.has(method) || (token !== undefined && areEqual(token, csrfToken));
}

/** In a time that does not tell how much of it was right. */
function areEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
