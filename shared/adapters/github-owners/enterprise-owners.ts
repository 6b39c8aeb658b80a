import type { EnterpriseOwners, OwnerCheck } from '../../github-ports.ts';
import { type GitHubAnswer, OWNER_QUERY, ownerCheckOf } from './owner-answer.ts';

/** API Gateway waits ten seconds for an authorizer: two attempts and a cold start fit in. */
const ATTEMPT_TIMEOUT_MS = 3000;

export interface GitHubEnterpriseOwnersOptions {
  /** `https://api.github.com` or `https://api.SUBDOMAIN.ghe.com`. */
  readonly apiUrl: string;
  /** Slug of the enterprise. */
  readonly enterprise: string;
  /** Hears why GitHub could not be asked: the name of an error or a status, never more. */
  readonly onFailure: (failure: string) => void;
  readonly attemptTimeoutMs?: number;
}

/** Asks GitHub with the caller's own token: nobody learns more here than GitHub tells them. */
export class GitHubEnterpriseOwners implements EnterpriseOwners {
  readonly #url: string;
  readonly #body: string;
  readonly #attemptTimeoutMs: number;
  readonly #onFailure: (failure: string) => void;

  constructor(options: GitHubEnterpriseOwnersOptions) {
    this.#url = `${options.apiUrl}/graphql`;
    this.#body = JSON.stringify({ query: OWNER_QUERY, variables: { enterprise: options.enterprise } });
    this.#attemptTimeoutMs = options.attemptTimeoutMs ?? ATTEMPT_TIMEOUT_MS;
    this.#onFailure = options.onFailure;
  }

  /** Never throws. */
  async check(token: string): Promise<OwnerCheck> {
    const answer = (await this.#ask(token)) ?? (await this.#ask(token));
    if (answer === null) return { verdict: 'unavailable' };
    const check = ownerCheckOf(answer);
    if (check.verdict === 'unavailable') this.#onFailure(`unclear answer with status ${answer.status}`);
    return check;
  }

  /** Null when there was no answer, or only that GitHub has a fault: what may pass at once. */
  async #ask(token: string): Promise<GitHubAnswer | null> {
    try {
      const response = await fetch(this.#url, this.#request(token));
      const { status, headers } = response;
      const text = await response.text();
      if (status < 500) return { status, headers, text };
      this.#onFailure(`status ${status}`);
    } catch (error) {
      this.#onFailure(nameOf(error));
    }
    return null;
  }

  #request(token: string): RequestInit {
    return {
      method: 'POST',
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'license-usage-sync',
      },
      body: this.#body,
      // The token is for this host alone.
      redirect: 'error',
      signal: AbortSignal.timeout(this.#attemptTimeoutMs),
    };
  }
}

/** `TimeoutError`, or below fetch's own TypeError the code of the fault, such as ECONNREFUSED. Messages may quote. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
