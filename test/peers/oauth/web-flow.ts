import { hash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Answer, errorAnswer, jsonAnswer, notFound } from '../http/answer.ts';
import type { HttpRequest, OAuthOperation } from '../http/peer-request.ts';
import { credentialsOf, newToken, type Role } from '../tokens.ts';
import { authorizationPage, html } from './authorization-page.ts';
import { mayRedirectTo, type RegisteredApp } from './oauth-app.ts';

const CODE_LASTS_MS = 10 * 60_000;
const NEEDED_SCOPE = 'read:enterprise';

const revocationSchema = z.object({ access_token: z.string() });

/** What a code stands for. */
interface Grant {
  readonly role: Role;
  readonly redirectUri: string;
  readonly scope: string;
  readonly codeChallenge: string | null;
  readonly expiresAtMs: number;
}

/** Null for a request of something else. */
export function oauthOperation({ method, url }: HttpRequest): OAuthOperation | null {
  if (url.pathname === '/login/oauth/authorize') return 'authorize';
  if (method === 'POST' && url.pathname === '/login/oauth/access_token') return 'access-token';
  return method === 'DELETE' && /^\/applications\/[^/]+\/token$/.test(url.pathname) ? 'revoke-token' : null;
}

/**
 * GitHub's web application flow, with PKCE, and the end of a token that came of it. What it answers to a wrong verifier is INFERRED.
 * https://docs.github.com/apps/oauth-apps/building-oauth-apps/authorizing-oauth-apps#web-application-flow
 */
export class WebFlow {
  readonly #app: RegisteredApp;
  readonly #roles: Map<string, Role>;
  readonly #grants = new Map<string, Grant>();

  /** `roles` learns whose token each is that the flow gives. */
  constructor(app: RegisteredApp, roles: Map<string, Role>) {
    this.#app = app;
    this.#roles = roles;
  }

  answer(request: HttpRequest, operation: OAuthOperation): Answer {
    if (operation === 'access-token') return this.#exchange(new URLSearchParams(request.body));
    if (operation === 'revoke-token') return this.#revoke(request);
    const isDecision = request.method === 'POST';
    return this.#authorize(
      isDecision ? new URLSearchParams(request.body) : request.url.searchParams,
      isDecision,
    );
  }

  #authorize(question: URLSearchParams, isDecision: boolean): Answer {
    if (question.get('client_id') !== this.#app.clientId)
      return html(404, '<title>Not Found</title>Not Found');
    const redirectUri = question.get('redirect_uri') ?? this.#app.callbackUrl;
    const state = question.get('state');
    const back = (to: string, answer: Readonly<Record<string, string>>) =>
      redirect(to, { ...answer, ...(state !== null && { state }) });
    if (!mayRedirectTo(this.#app, redirectUri)) {
      return back(this.#app.callbackUrl, { error: 'redirect_uri_mismatch' });
    }
    if (question.has('code_challenge') && question.get('code_challenge_method') !== 'S256') {
      return html(400, '<title>Bad Request</title>Only the code challenge method S256 is accepted');
    }
    if (!isDecision) return authorizationPage(this.#app.name, question);
    if (question.get('decision') !== 'authorize') return back(redirectUri, { error: 'access_denied' });
    return back(redirectUri, { code: this.#grant(question, redirectUri) });
  }

  #grant(question: URLSearchParams, redirectUri: string): string {
    const code = randomBytes(10).toString('hex');
    const scope = question.get('scope') ?? '';
    this.#grants.set(code, {
      role: roleOf(question.get('user'), scope),
      redirectUri,
      scope,
      codeChallenge: question.get('code_challenge'),
      expiresAtMs: Date.now() + CODE_LASTS_MS,
    });
    return code;
  }

  #exchange(given: URLSearchParams): Answer {
    const { clientId, clientSecret } = this.#app;
    if (given.get('client_id') !== clientId || given.get('client_secret') !== clientSecret) {
      return refusal(
        'incorrect_client_credentials',
        'The client_id and/or client_secret passed are incorrect.',
      );
    }
    const code = given.get('code') ?? '';
    const grant = this.#grants.get(code);
    this.#grants.delete(code);
    if (grant === undefined || grant.expiresAtMs <= Date.now() || !isProven(grant, given)) {
      return refusal('bad_verification_code', 'The code passed is incorrect or expired.');
    }
    if ((given.get('redirect_uri') ?? grant.redirectUri) !== grant.redirectUri) {
      const description = 'The redirect_uri MUST match the registered callback URL for this application.';
      return refusal('redirect_uri_mismatch', description);
    }
    const token = newToken('gho');
    this.#roles.set(token, grant.role);
    return jsonAnswer({ access_token: token, scope: grant.scope, token_type: 'bearer' });
  }

  /** https://docs.github.com/rest/apps/oauth-applications#delete-an-app-token */
  #revoke({ url, headers, body }: HttpRequest): Answer {
    const { clientId, clientSecret } = this.#app;
    const credentials = credentialsOf(headers);
    if (url.pathname !== `/applications/${clientId}/token`) return notFound();
    if (credentials?.username !== clientId || credentials.token !== clientSecret) return notFound();
    const { access_token: token } = revocationSchema.parse(JSON.parse(body));
    if (!this.#roles.delete(token)) return errorAnswer(422, 'Validation Failed');
    return { status: 204, headers: {}, body: '' };
  }
}

function roleOf(user: string | null, scope: string): Role {
  if (user === 'member') return 'member';
  return scope.split(/[ ,]+/).includes(NEEDED_SCOPE) ? 'owner' : 'owner-without-scope';
}

function isProven({ codeChallenge }: Grant, given: URLSearchParams): boolean {
  if (codeChallenge === null) return true;
  return hash('sha256', given.get('code_verifier') ?? '', 'base64url') === codeChallenge;
}

function redirect(to: string, parameters: Readonly<Record<string, string>>): Answer {
  const url = new URL(to);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return { status: 302, headers: { location: url.href }, body: '' };
}

/** GitHub answers these with 200. */
function refusal(error: string, description: string): Answer {
  return jsonAnswer({ error, error_description: description, error_uri: 'https://docs.github.com' });
}
