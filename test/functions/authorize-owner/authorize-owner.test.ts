import { describe, expect, it } from 'vitest';
import { authorizeOwner } from '../../../functions/authorize-owner/authorize-owner.ts';
import { sessionSeal } from '../../../shared/adapters/sessions/jwe-seal.ts';
import { ownerRequestSchema } from '../../../shared/contracts/http/owner-request.ts';
import type { OwnerCheck } from '../../../shared/github-ports.ts';
import type { Session } from '../../../shared/session-ports.ts';
import { ScriptedOwners } from '../../support/fakes/scripted-owners.ts';

const OWNER: OwnerCheck = { verdict: 'owner', login: 'octo-owner' };
const NOW = new Date('2026-03-01T12:00:00.000Z');
const SESSION: Session = {
  token: 'ghp_abc',
  login: 'octo-owner',
  csrfToken: 'csrf-of-this-session',
  expiresAt: '2026-03-01T20:00:00.000Z',
};
const sessions = sessionSeal(async () => 'key of this deployment');

interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
}

/** Asks with scripted owners, of whom ghp_abc is one. */
async function world({ method = 'GET', headers = {}, cookies = [] }: Request, now = NOW) {
  const owners = new ScriptedOwners();
  owners.checks.set('ghp_abc', OWNER);
  const request = ownerRequestSchema.parse({
    version: '2.0',
    type: 'REQUEST',
    headers,
    cookies,
    requestContext: { http: { method } },
  });
  return { check: await authorizeOwner({ owners, sessions }, request, now), asked: owners.asked };
}

const cookieOf = async (session: Session) => `__Host-session=${await sessions.seal(session)}`;

describe('a request with an Authorization header', () => {
  it.each([
    ['token ghp_abc', OWNER],
    ['token ghp_def', { verdict: 'unauthenticated' }],
  ])('%s: is what GitHub says of the token', async (authorization, check) => {
    expect((await world({ headers: { authorization } })).check).toEqual(check);
  });

  it.each([[{}], [{ authorization: 'Digest ghp_abc' }]])('GitHub is not asked about %j', async (headers) => {
    expect(await world({ headers })).toEqual({ check: { verdict: 'unauthenticated' }, asked: [] });
  });

  it('is judged by it alone, whatever session comes along', async () => {
    const cookies = [await cookieOf(SESSION)];
    const { check, asked } = await world({ headers: { authorization: 'Bearer ghp_def' }, cookies });
    expect(check).toEqual({ verdict: 'unauthenticated' });
    expect(asked).toEqual(['ghp_def']);
  });

  it('needs no csrf token: no browser sends it by itself', async () => {
    const { check } = await world({ method: 'POST', headers: { authorization: 'Bearer ghp_abc' } });
    expect(check).toEqual(OWNER);
  });
});

describe('a request with a session', () => {
  it('is what GitHub says of the token in it', async () => {
    const { check, asked } = await world({ cookies: ['other=1', await cookieOf(SESSION)] });
    expect(check).toEqual(OWNER);
    expect(asked).toEqual(['ghp_abc']);
  });

  it('of somebody who is an owner no longer is refused', async () => {
    const cookies = [await cookieOf({ ...SESSION, token: 'ghp_def' })];
    expect((await world({ cookies })).check).toEqual({ verdict: 'unauthenticated' });
  });

  it('is nobody’s from the second on in which it expires', async () => {
    const cookies = [await cookieOf(SESSION)];
    const lastMoment = new Date('2026-03-01T19:59:59.000Z');
    expect((await world({ cookies }, lastMoment)).check).toEqual(OWNER);
    expect(await world({ cookies }, new Date(SESSION.expiresAt))).toEqual({
      check: { verdict: 'unauthenticated' },
      asked: [],
    });
  });

  it.each([
    ['sealed elsewhere', sessionSeal(async () => 'key of another deployment')],
    ['that is none', { seal: async () => 'eyJ.a.b.c.d' }],
  ])('%s is nobody’s', async (_what, seal) => {
    const cookies = [`__Host-session=${await seal.seal(SESSION)}`];
    expect(await world({ cookies })).toEqual({ check: { verdict: 'unauthenticated' }, asked: [] });
  });

  it('is not taken from a cookie that another host could have set', async () => {
    const cookies = [`session=${await sessions.seal(SESSION)}`];
    expect((await world({ cookies })).check).toEqual({ verdict: 'unauthenticated' });
  });

  describe.each(['POST', 'PATCH', 'PUT', 'DELETE'])('%s', (method) => {
    it('with the session’s csrf token is judged as others are', async () => {
      const headers = { 'x-csrf-token': SESSION.csrfToken };
      const { check } = await world({ method, headers, cookies: [await cookieOf(SESSION)] });
      expect(check).toEqual(OWNER);
    });

    it.each([[{}], [{ 'x-csrf-token': '' }], [{ 'x-csrf-token': 'csrf-of-that-session' }]])(
      'with %j is forbidden before GitHub is asked',
      async (headers) => {
        const cookies = [await cookieOf(SESSION)];
        expect(await world({ method, headers, cookies })).toEqual({
          check: { verdict: 'forbidden' },
          asked: [],
        });
      },
    );
  });
});
