import { describe, expect, it } from 'vitest';
import { sessionSchema } from '../../../shared/contracts/http/session.ts';
import type { OwnerCheck } from '../../../shared/github-ports.ts';
import { ConsoleWorld } from '../../support/console-world.ts';
import { errorOf, type HttpCall } from '../../support/http-client.ts';

const FROM_PAGE = { 'x-requested-with': 'license-usage' };
const withToken = (token: unknown): HttpCall => ({ headers: FROM_PAGE, body: JSON.stringify({ token }) });

async function signedIn() {
  const world = new ConsoleWorld();
  const session = sessionSchema.parse((await world.call('POST /session', withToken('ghp_owner'))).json());
  if (!session.signed_in) throw new Error('nobody is signed in');
  return { world, session };
}

describe('GET /session', () => {
  it.each([true, false])('tells how to sign in, with an OAuth app: %s', async (oauth) => {
    const world = new ConsoleWorld();
    if (!oauth) world.oauthApp = null;
    const answer = await world.call('GET /session');
    expect(answer.json()).toEqual({ signed_in: false, enterprise: 'acme', sign_in: { oauth } });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('tells who is signed in, until when, and the csrf token; never the token of GitHub', async () => {
    const { world, session } = await signedIn();
    const answer = await world.call('GET /session');
    expect(answer.json()).toEqual(session);
    expect(session).toMatchObject({ login: 'octo-owner', enterprise: 'acme', csrf_token: 'secret-1' });
    expect(answer.body.toString()).not.toContain('ghp_owner');
    const hours = (Date.parse(session.expires_at) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(7.9);
    expect(hours).toBeLessThanOrEqual(8);
  });
});

describe('POST /session', () => {
  it('signs an owner in with a personal access token', async () => {
    const world = new ConsoleWorld();
    const answer = await world.call('POST /session', withToken(' ghp_owner\n'));
    expect(answer.status).toBe(201);
    expect(answer.cookies).toEqual([
      expect.stringMatching(
        /^__Host-session=[\w.-]+; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax; Secure$/,
      ),
    ]);
    expect(answer.json()).toMatchObject({ signed_in: true, login: 'octo-owner' });
  });

  it.each<[string, OwnerCheck, number]>([
    ['no owner', { verdict: 'forbidden' }, 403],
    ['nobody', { verdict: 'unauthenticated' }, 401],
    ['whom GitHub cannot tell', { verdict: 'unavailable' }, 503],
  ])('refuses %s', async (_who, check, status) => {
    const world = new ConsoleWorld();
    world.owners.checks.set('ghp_other', check);
    const answer = await world.call('POST /session', withToken('ghp_other'));
    expect(answer.status).toBe(status);
    expect(errorOf({ body: answer.json() }).status).toBe(String(status));
    expect(answer.cookies).toEqual([]);
    expect(answer.body.toString()).not.toContain('ghp_other');
  });

  it.each([[undefined], [''], ['two words'], [{ a: 1 }], ['a'.repeat(2000)]])(
    'does not ask GitHub about %j',
    async (token) => {
      const world = new ConsoleWorld();
      const answer = await world.call('POST /session', withToken(token));
      expect(answer.status).toBe(422);
      expect(errorOf({ body: answer.json() }).errors).toEqual([
        expect.objectContaining({ resource: 'Session', field: 'token' }),
      ]);
      expect(world.owners.asked).toEqual([]);
    },
  );

  it.each([[{}], [{ 'x-requested-with': 'XMLHttpRequest' }]])(
    'takes nothing from another site: %j',
    async (headers) => {
      const world = new ConsoleWorld();
      const answer = await world.call('POST /session', { ...withToken('ghp_owner'), headers });
      expect(answer.status).toBe(403);
      expect(world.owners.asked).toEqual([]);
    },
  );

  it('works over http as well, where a browser takes no secure cookie', async () => {
    const world = new ConsoleWorld();
    const headers = { ...FROM_PAGE, 'x-forwarded-proto': 'http' };
    const answer = await world.call('POST /session', { ...withToken('ghp_owner'), headers });
    expect(answer.cookies).toEqual([
      expect.stringMatching(/^session=[\w.-]+; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax$/),
    ]);
    const local = await world.call('GET /session', { headers: { 'x-forwarded-proto': 'http' } });
    expect(local.json()).toMatchObject({ signed_in: true });
    expect((await world.call('GET /session')).json()).toMatchObject({ signed_in: false });
  });
});

describe('DELETE /session', () => {
  it('signs out, and GitHub forgets the token', async () => {
    const { world, session } = await signedIn();
    const answer = await world.call('DELETE /session', { headers: { 'x-csrf-token': session.csrf_token } });
    expect(answer).toMatchObject({
      status: 204,
      cookies: ['__Host-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure'],
    });
    expect(world.github.revoked).toEqual(['ghp_owner']);
    expect((await world.call('GET /session')).json()).toMatchObject({ signed_in: false });
  });

  it('takes nothing from another site', async () => {
    const { world } = await signedIn();
    for (const headers of [{}, { 'x-csrf-token': 'secret-2' }]) {
      const answer = await world.call('DELETE /session', { headers });
      expect(answer).toMatchObject({ status: 403, cookies: [] });
    }
    expect(world.github.revoked).toEqual([]);
  });

  it('of nobody is done', async () => {
    const world = new ConsoleWorld();
    expect((await world.call('DELETE /session')).status).toBe(204);
    expect(world.github.revoked).toEqual([]);
  });
});
