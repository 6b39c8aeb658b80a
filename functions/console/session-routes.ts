import { forgetCookie, readCookie, setCookie } from '../../shared/contracts/http/cookies.ts';
import { isFromConsole } from '../../shared/contracts/http/csrf.ts';
import type { RouteKeyOf } from '../../shared/contracts/http/routes.ts';
import {
  type ConsoleSettings,
  newSessionSchema,
  sessionBody,
  sessionSchema,
} from '../../shared/contracts/http/session.ts';
import type { EnterpriseOwners } from '../../shared/github-ports.ts';
import type { RouteHandler } from '../../shared/runtime/http/handler.ts';
import { HttpError } from '../../shared/runtime/http/http-error.ts';
import { requireOwner } from '../../shared/runtime/http/owner.ts';
import { reply } from '../../shared/runtime/http/reply.ts';
import { type HttpRequest, parseBody } from '../../shared/runtime/http/request.ts';
import type { GitHubSignIn, OAuthApp, Seal, Session } from '../../shared/session-ports.ts';
import { type NewSessionPorts, newSession, SESSION_SECONDS } from './new-session.ts';

export interface SessionRoutesPorts extends NewSessionPorts {
  /** Slug. */
  readonly enterprise: string;
  readonly owners: EnterpriseOwners;
  readonly github: Pick<GitHubSignIn, 'revoke'>;
  readonly sessions: Seal<Session>;
  /** Null when there is none. */
  readonly oauthApp: () => Promise<OAuthApp | null>;
}

type SessionRoute = Extract<RouteKeyOf<'console'>, `${string} /session`>;

/** Only a script of this origin can send a header; a form of another site cannot. */
const REQUESTED_WITH = 'license-usage';

/** Who is signed in; sign in with a personal access token; sign out. */
export function sessionRoutes(
  ports: SessionRoutesPorts,
): Readonly<Record<SessionRoute, RouteHandler<HttpRequest>>> {
  const settings = async (): Promise<ConsoleSettings> => {
    return { enterprise: ports.enterprise, oauth: (await ports.oauthApp()) !== null };
  };
  return {
    'GET /session': async (request) => {
      return reply(sessionSchema, sessionBody(await sessionOf(request, ports), await settings()));
    },
    'POST /session': async (request) => {
      requireConsole(request.headers['x-requested-with'] === REQUESTED_WITH);
      const { token } = parseBody(request, 'Session', newSessionSchema);
      const login = requireOwner(await ports.owners.check(token));
      const { session, sealed } = await newSession(ports, { token, login }, request.now);
      const cookie = setCookie('session', sealed, { scheme: request.scheme, maxAgeSeconds: SESSION_SECONDS });
      return reply(sessionSchema, sessionBody(session, await settings()), { status: 201, cookies: [cookie] });
    },
    'DELETE /session': async (request) => {
      const session = await sessionOf(request, ports);
      const token = request.headers['x-csrf-token'];
      requireConsole(session === null || isFromConsole(session, { method: 'DELETE', token }));
      if (session !== null) await endSession(session, ports);
      return { status: 204, headers: {}, body: null, cookies: [forgetCookie('session', request.scheme)] };
    },
  };
}

async function sessionOf(
  { cookies, scheme, now }: HttpRequest,
  { sessions }: SessionRoutesPorts,
): Promise<Session | null> {
  const cookie = readCookie(cookies, 'session', scheme);
  return cookie === null ? null : sessions.open(cookie, now);
}

/** The browser forgets the session; a copy of it that somebody kept is worth nothing without its token. */
async function endSession(
  { token }: Session,
  { github, oauthApp }: Pick<SessionRoutesPorts, 'github' | 'oauthApp'>,
): Promise<void> {
  const app = await oauthApp();
  if (app !== null) await github.revoke(app, token);
}

function requireConsole(isConsole: boolean): void {
  if (!isConsole) throw new HttpError(403, 'Must be sent by the console');
}
