import * as z from 'zod';
import { isGitHubToken } from '../../contracts/github/token.ts';
import { githubWebUrl } from '../../contracts/github/web-url.ts';
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

/** What a token begins with that an OAuth app was given; a personal access token is its owner's to revoke. */
const OAUTH_TOKEN = 'gho_';

export interface WebApplicationFlowOptions {
  /** `https://api.github.com` or `https://api.SUBDOMAIN.ghe.com`. */
  readonly apiUrl: string;
  /** Hears why there is no token, or still one: the name of an error, a status, or GitHub's word for what is wrong; never more. */
  readonly onFailure: (failure: string) => void;
}

interface GitHubRequest {
  readonly method: 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: URLSearchParams | string;
}

/** https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#web-application-flow */
export class WebApplicationFlow implements GitHubSignIn {
  readonly #apiUrl: string;
  readonly #webUrl: string;
  readonly #onFailure: (failure: string) => void;

  constructor({ apiUrl, onFailure }: WebApplicationFlowOptions) {
    this.#apiUrl = apiUrl;
    this.#webUrl = githubWebUrl(apiUrl);
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
    const body = await this.#ask(200, `${this.#webUrl}/login/oauth/access_token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: app.clientId,
        client_secret: app.clientSecret,
        code: exchange.code,
        redirect_uri: exchange.redirectUri,
        code_verifier: exchange.codeVerifier,
      }),
    });
    return body === null ? { outcome: 'unavailable' } : this.#judge(body);
  }

  /** https://docs.github.com/rest/apps/oauth-applications#delete-an-app-token */
  async revoke({ clientId, clientSecret }: OAuthApp, token: string): Promise<void> {
    if (!token.startsWith(OAUTH_TOKEN)) return;
    const credentials = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    await this.#ask(204, `${this.#apiUrl}/applications/${encodeURIComponent(clientId)}/token`, {
      method: 'DELETE',
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/json' },
      body: JSON.stringify({ access_token: token }),
    });
  }

  #judge(body: string): ExchangedCode {
    const answer = answerSchema.safeParse(parseJson(body));
    if (answer.success && 'access_token' in answer.data) {
      return { outcome: 'token', token: answer.data.access_token };
    }
    const error = answer.success && 'error' in answer.data ? answer.data.error : '';
    if (error === EXPIRED) return { outcome: 'expired' };
    this.#onFailure(/^[a-z_]{1,50}$/.test(error) ? error : 'unclear answer');
    return { outcome: 'unavailable' };
  }

  /** The text of the answer; null when there is none with that status. */
  async #ask(status: number, url: string, request: GitHubRequest): Promise<string | null> {
    try {
      const response = await fetch(url, {
        ...request,
        headers: { accept: 'application/json', 'user-agent': 'license-usage-sync', ...request.headers },
        // The secret is for this host alone.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const text = await response.text();
      if (response.status === status) return text;
      this.#onFailure(`status ${response.status}`);
    } catch (error) {
      this.#onFailure(error instanceof Error ? error.name : 'Error');
    }
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
