import type { EnterpriseShown } from '../content/enterprise-shown.ts';
import { answerQuery, operationOfQuery } from '../graphql/answer-query.ts';
import { type Answer, badCredentials, errorAnswer, notFound } from '../http/answer.ts';
import type { Api } from '../http/api.ts';
import type { HttpRequest, Operation } from '../http/peer-request.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { primaryRateLimitAnswer } from '../http/rate-limit-answers.ts';
import type { RegisteredApp } from '../oauth/oauth-app.ts';
import { oauthOperation, WebFlow } from '../oauth/web-flow.ts';
import { credentialsOf, type Role } from '../tokens.ts';
import { refusedVersion } from './api-version.ts';
import { answerConsumedLicenses } from './consumed-licenses.ts';
import { answerLicenseSyncStatus } from './license-sync-status.ts';

const ENTERPRISE_PATH = /^\/enterprises\/([^/]+)\/(consumed-licenses|license-sync-status)$/;
const GRAPHQL_PATH = /^(\/api)?\/graphql$/;

/** GitHub Enterprise Cloud: OAuth, REST and GraphQL, these also under the paths that they have on a server instance. */
export class CloudApi implements Api {
  readonly source = 'cloud';
  readonly #rateLimit = new RateLimit();
  readonly #roles: ReadonlyMap<string, Role>;
  readonly #webFlow: WebFlow;
  readonly #shown: () => EnterpriseShown;

  /** `roles` grows by the tokens that the app is given. */
  constructor(roles: Map<string, Role>, app: RegisteredApp, shown: () => EnterpriseShown) {
    this.#roles = roles;
    this.#webFlow = new WebFlow(app, roles);
    this.#shown = shown;
  }

  operationOf(request: HttpRequest): Operation {
    const oauth = oauthOperation(request);
    if (oauth !== null) return oauth;
    if (isQuery(request)) return operationOfQuery(request.body);
    return enterpriseRoute(request)?.operation ?? 'other';
  }

  async answer(request: HttpRequest, movedBy: number): Promise<Answer> {
    if (request.headers['user-agent'] === undefined) {
      return errorAnswer(403, 'Request forbidden by administrative rules. Please set a User-Agent header.');
    }
    const oauth = oauthOperation(request);
    if (oauth !== null) return this.#webFlow.answer(request, oauth);
    const token = credentialsOf(request.headers)?.token;
    if (token === undefined) return errorAnswer(401, 'Requires authentication');
    const role = this.#roles.get(token);
    if (role === undefined) return badCredentials();
    const resource = isQuery(request) ? 'graphql' : 'core';
    const limit = this.#rateLimit.use(token, resource, Date.now());
    const answer = limit.exceeded
      ? primaryRateLimitAnswer(resource, 403)
      : await this.#answerRole(request, role, movedBy);
    return { ...answer, headers: { ...limit.headers, 'x-oauth-scopes': scopesOf(role), ...answer.headers } };
  }

  async #answerRole(request: HttpRequest, role: Role, movedBy: number): Promise<Answer> {
    const shown = this.#shown();
    if (isQuery(request)) return answerQuery(request.body, { shown, role, movedBy });
    const refused = refusedVersion(request);
    if (refused !== null) return refused;
    const route = enterpriseRoute(request);
    // INFERRED: to others than owners GitHub does not confirm that a resource exists.
    if (route === null || route.slug !== shown.slug || role !== 'owner') return notFound();
    switch (route.operation) {
      case 'consumed-licenses':
        return answerConsumedLicenses(request, shown.content, movedBy);
      case 'license-sync-status':
        return answerLicenseSyncStatus(shown);
    }
  }
}

function isQuery({ method, url }: HttpRequest): boolean {
  return method === 'POST' && GRAPHQL_PATH.test(url.pathname);
}

interface EnterpriseRoute {
  readonly slug: string;
  readonly operation: 'consumed-licenses' | 'license-sync-status';
}

function enterpriseRoute({ method, url }: HttpRequest): EnterpriseRoute | null {
  const [, slug, operation] = ENTERPRISE_PATH.exec(url.pathname.replace(/^\/api\/v3\//, '/')) ?? [];
  if (method !== 'GET' || slug === undefined) return null;
  if (operation !== 'consumed-licenses' && operation !== 'license-sync-status') return null;
  return { slug: decodeURIComponent(slug), operation };
}

function scopesOf(role: Role): string {
  return role === 'owner-without-scope' ? '' : 'read:enterprise';
}
