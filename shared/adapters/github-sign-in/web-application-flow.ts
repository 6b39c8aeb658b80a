import * as z from 'zod';
import { isGitHubToken } from '../../contracts/github/token.ts';
import type {
  AuthorizationRequest,
  CodeExchange,
  ExchangedCode,
  GitHubSignIn,
  OAuthApp,
} from '../../session-ports.ts';

/** The browser waits, and HTTP APIs give up after 30 seconds; a code cannot be sent twice, so there is one attempt. */
const TIMEOUT_MS = 8_000;

/** What tells owners of the enterprise from others; it lets nobody change anything. */
const SCOPE = 'read:enterprise';

const EXPIRED = 'bad_verification_code';

/** GitHub answers errors with status 200 too. */
const answerSchema = z.union([
  z.object({ access_token: z.string().refine(isGitHubToken) }),
  z.object({ error: z.string() }),
]);

export interface WebApplicationFlowOptions {
  /** `https://github.com` or `https://SUBDOMAIN.ghe.com`. */
  readonly webUrl: string;
  /** Hears why there is no token: the name of an error, a status, or GitHub's word for what is wrong; never more. */
  readonly onFailure: (failure: string) => void;
}

/** https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#web-application-flow */
export class WebApplicationFlow implements GitHubSignIn {
  readonly #webUrl: string;
  readonly #onFailure: (failure: string) => void;

  constructor({ webUrl, onFailure }: WebApplicationFlowOptions) {
    this.#webUrl = webUrl;
    this.#onFailure = onFailure;
  }

  authorizationUrl(
    { clientId }: OAuthApp,
    { redirectUri, state, codeChallenge }: AuthorizationRequest,
  ): string {
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: SCOPE,
      state,
      code_challenge: codeChallenge,
      code_challenge_method: 'S256',
      // Whoever has no account is no owner.
      allow_signup: 'false',
    });
    return `${this.#webUrl}/login/oauth/authorize?${query}`;
  }

  async exchange(app: OAuthApp, exchange: CodeExchange): Promise<ExchangedCode> {
    try {
      const response = await this.#send(app, exchange);
      if (response.status === 200) return this.#judge(await response.json());
      this.#onFailure(`status ${response.status}`);
    } catch (error) {
      this.#onFailure(error instanceof Error ? error.name : 'Error');
    }
    return { outcome: 'unavailable' };
  }

  #judge(body: unknown): ExchangedCode {
    const answer = answerSchema.safeParse(body);
    if (answer.success && 'access_token' in answer.data) {
      return { outcome: 'token', token: answer.data.access_token };
    }
    const error = answer.success && 'error' in answer.data ? answer.data.error : '';
    if (error === EXPIRED) return { outcome: 'expired' };
    this.#onFailure(/^[a-z_]{1,50}$/.test(error) ? error : 'unclear answer');
    return { outcome: 'unavailable' };
  }

  #send({ clientId, clientSecret }: OAuthApp, exchange: CodeExchange): Promise<Response> {
    return fetch(`${this.#webUrl}/login/oauth/access_token`, {
      method: 'POST',
      headers: { accept: 'application/json', 'user-agent': 'license-usage-sync' },
      body: new URLSearchParams({
        client_id: clientId,
        client_secret: clientSecret,
        code: exchange.code,
        redirect_uri: exchange.redirectUri,
        code_verifier: exchange.codeVerifier,
      }),
      // The secret is for this host alone.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }
}
