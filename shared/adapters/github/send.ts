import type { PullCall } from '../../github-ports.ts';

export type Fetch = typeof globalThis.fetch;

/** The connection was lost within an answer. */
export class CutOffAnswerError extends Error {
  override readonly name = 'CutOffAnswerError';
}

export interface Sending {
  readonly fetch: Fetch;
  readonly call: PullCall;
  /** Of one request until the end of its answer. */
  readonly timeoutMs: number;
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 307, 308]);

/** More are a loop. */
const MAX_REDIRECTS = 3;

/**
 * A `fetch` that counts its requests, waits for the whole answer, and follows redirects as GitHub's REST API asks
 * of its clients, but only within its origin: the token is for that one alone. A redirect elsewhere is the answer.
 */
export function sender(sending: Sending) {
  return async (input: string, init: RequestInit): Promise<Response> => {
    let url = input;
    for (let redirects = 0; ; redirects++) {
      const response = await sendOnce(url, init, sending);
      const target = REDIRECTS.has(response.status) ? redirectTarget(response, url) : null;
      if (target === null || redirects === MAX_REDIRECTS) return response;
      url = target;
    }
  };
}

async function sendOnce(
  url: string,
  init: RequestInit,
  { fetch, call, timeoutMs }: Sending,
): Promise<Response> {
  const signal = AbortSignal.any([call.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    call.signal.throwIfAborted();
    call.onRequest();
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    const body = await bodyOf(response, signal);
    return new Response(body.byteLength === 0 ? null : body, response);
  } catch (error) {
    // By its name an abort is not sent again, whatever the reason the signal was given.
    if (call.signal.aborted) throw new DOMException('The pull was aborted', 'AbortError');
    throw error;
  }
}

async function bodyOf(response: Response, signal: AbortSignal): Promise<ArrayBuffer> {
  try {
    return await response.arrayBuffer();
  } catch {
    signal.throwIfAborted();
    throw new CutOffAnswerError('The connection was lost within an answer');
  }
}

function redirectTarget({ headers }: Response, from: string): string | null {
  const target = URL.parse(headers.get('location') ?? '', from);
  return target?.origin === new URL(from).origin ? target.href : null;
}
