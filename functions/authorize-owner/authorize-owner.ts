import { readCookie } from '../../shared/contracts/http/cookies.ts';
import { isFromConsole } from '../../shared/contracts/http/csrf.ts';
import type { OwnerRequest } from '../../shared/contracts/http/owner-request.ts';
import type { EnterpriseOwners, OwnerCheck } from '../../shared/github-ports.ts';
import type { Seal, Session } from '../../shared/session-ports.ts';
import { requestToken } from './request-token.ts';

export interface AuthorizeOwnerPorts {
  readonly owners: EnterpriseOwners;
  readonly sessions: Pick<Seal<Session>, 'open'>;
}

/**
 * Who sends this request: by its `Authorization` header, else by its session of the console. What holds no token is
 * not worth asking GitHub.
 */
export async function authorizeOwner(
  ports: AuthorizeOwnerPorts,
  request: OwnerRequest,
  now: Date,
): Promise<OwnerCheck> {
  const { authorization } = request.headers;
  if (authorization === undefined) return authorizeSession(ports, request, now);
  const token = requestToken(authorization);
  return token === null ? { verdict: 'unauthenticated' } : ports.owners.check(token);
}

async function authorizeSession(
  { owners, sessions }: AuthorizeOwnerPorts,
  { headers, cookies, requestContext }: OwnerRequest,
  now: Date,
): Promise<OwnerCheck> {
  const cookie = readCookie(cookies, 'session', headers['x-forwarded-proto']);
  const session = cookie === null ? null : await sessions.open(cookie, now);
  if (session === null) return { verdict: 'unauthenticated' };
  const { method } = requestContext.http;
  if (!isFromConsole(session, { method, token: headers['x-csrf-token'] })) return { verdict: 'forbidden' };
  return owners.check(session.token);
}
