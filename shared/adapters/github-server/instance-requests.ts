import type { Dispatcher } from 'undici';
import type { PullCall } from '../../github-ports.ts';
import { type Answer, answerOf, discard, header } from './answer.ts';
import type { Clock } from './clock.ts';
import { failureOfRequest, serverFailure } from './server-failures.ts';

/** A login, a proxy and the report itself are three; more is a loop. */
const MAX_REDIRECTS = 5;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export interface Request {
  /** In a few words, for errors. */
  readonly asked: string;
  /** From the slash on. */
  readonly path: string;
  readonly authorization: string;
  readonly accept: string;
  readonly signal: AbortSignal;
}

/** Sends requests to one instance, and counts them. */
export class InstanceRequests {
  readonly #dispatcher: Dispatcher;
  readonly #baseUrl: string;
  readonly #onRequest: PullCall['onRequest'];
  readonly #clock: Clock;

  constructor(dispatcher: Dispatcher, baseUrl: string, onRequest: PullCall['onRequest'], clock: Clock) {
    this.#dispatcher = dispatcher;
    this.#baseUrl = baseUrl;
    this.#onRequest = onRequest;
    this.#clock = clock;
  }

  /** Follows redirects. The credentials never leave the origin of the instance. @throws PullError */
  async get(request: Request): Promise<Answer> {
    let url = new URL(request.path, this.#baseUrl);
    let authorization: string | null = request.authorization;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const answer = await this.#send(url, authorization, request);
      if (!REDIRECTS.has(answer.status)) return answer;
      discard(answer);
      const target = redirectTarget(answer, url);
      if (target === null)
        throw serverFailure('unreadable-answer', request.asked, 'a redirect to nowhere, or out of TLS');
      // Also when a later redirect leads back: the other origin has chosen what would be asked for.
      if (target.origin !== url.origin) authorization = null;
      url = target;
    }
    throw serverFailure('unreadable-answer', request.asked, 'too many redirects');
  }

  async #send(url: URL, authorization: string | null, request: Request): Promise<Answer> {
    const { asked, accept, signal } = request;
    this.#onRequest();
    try {
      const response = await this.#dispatcher.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: 'GET',
        headers: {
          accept,
          'accept-encoding': 'gzip',
          'user-agent': 'license-usage-sync',
          ...(authorization === null ? {} : { authorization }),
        },
        signal,
      });
      return answerOf(response, this.#clock.now());
    } catch (error) {
      throw failureOfRequest(asked, error, signal);
    }
  }
}

/** Null for what leads nowhere, or from an encrypted connection to one that is not. */
function redirectTarget(answer: Answer, from: URL): URL | null {
  const location = header(answer, 'location');
  const target = location === null ? null : URL.parse(location, from.href);
  if (target === null) return null;
  return target.protocol === 'https:' || target.protocol === from.protocol ? target : null;
}
