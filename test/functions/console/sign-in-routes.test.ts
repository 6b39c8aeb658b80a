import { describe, expect, it } from 'vitest';
import { ConsoleWorld } from '../../support/console-world.ts';

const SESSION = '__Host-session';
const ATTEMPT = '__Host-sign-in';

/** A world in which GitHub has given an owner the code `good`, and somebody else `other`. */
function world(): ConsoleWorld {
  const made = new ConsoleWorld();
  made.github.tokens.set('good', 'ghp_owner');
  made.github.tokens.set('other', 'ghp_member');
  return made;
}

const failure = (error: string) => `https://api.example.com/#/sign-in?error=${error}`;

describe('whoever wants to sign in', () => {
  it('is sent to GitHub, and takes along what only this browser can bring back', async () => {
    const answer = await world().call('GET /sign-in?return_to=%23%2Fpeople');
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe(
      'https://github.example.com/authorize?client_id=client-1&state=secret-1',
    );
    expect(answer.cookies).toEqual([
      expect.stringMatching(/^__Host-sign-in=[\w.-]+; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/),
    ]);
    expect(answer.cookies.join()).not.toContain('secret-');
  });

  it('stays here when there is no OAuth app', async () => {
    const made = world();
    made.oauthApp = null;
    for (const path of ['/sign-in', '/sign-in/callback?code=good&state=a']) {
      const answer = await made.call(`GET ${path}`);
      expect(answer).toMatchObject({
        status: 302,
        headers: { location: 'https://api.example.com/#/sign-in' },
      });
    }
  });
});

describe('an owner who comes back', () => {
  it('is signed in for eight hours, where they wanted to go', async () => {
    const made = world();
    const answer = await made.signIn('code=good');
    expect(answer.headers.location).toBe('https://api.example.com/#/people');
    expect(answer.cookies).toEqual([
      '__Host-sign-in=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
      expect.stringMatching(
        /^__Host-session=[\w.-]+; Path=\/; Max-Age=28800; HttpOnly; SameSite=Lax; Secure$/,
      ),
    ]);
    expect(answer.cookies.join()).not.toContain('ghp_owner');
    expect((await made.call('GET /session')).json()).toMatchObject({ signed_in: true, login: 'octo-owner' });
  });

  it.each([
    ['https://evil.example.com/'],
    ['//evil.example.com'],
    ['/\\evil.example.com'],
    ['#//evil.example.com'.slice(1)],
    ['javascript:alert(1)'],
    ['#/a\r\nset-cookie: a=b'],
    [`#/${'a'.repeat(2000)}`],
    [''],
  ])('cannot be led elsewhere: %j', async (returnTo) => {
    const answer = await world().signIn('code=good', returnTo);
    expect(answer.headers.location).toBe('https://api.example.com/#/');
  });
});

describe('nobody is let in', () => {
  it('who is no owner, and GitHub forgets the token', async () => {
    const made = world();
    const answer = await made.signIn('code=other');
    expect(answer.headers.location).toBe(failure('not_an_owner'));
    expect(made.github.revoked).toEqual(['ghp_member']);
    expect(made.cookies).toEqual(new Map());
  });

  it.each([
    ['access_denied', 'access_denied', []],
    ['redirect_uri_mismatch', 'github_unavailable', ['redirect_uri_mismatch']],
    ['mona@example.com', 'github_unavailable', ['unknown']],
  ])('whom GitHub sends back with %s', async (error, told, refusals) => {
    const made = world();
    const answer = await made.signIn(`error=${error}`);
    expect(answer.headers.location).toBe(failure(told));
    expect(made.refusals).toEqual(refusals);
    expect(made.cookies).toEqual(new Map());
  });

  it.each([
    ['a code that GitHub does not know', 'code=unknown'],
    ['no code', 'scope=none'],
  ])('with %s', async (_what, query) => {
    expect((await world().signIn(query)).headers.location).toBe(failure('expired'));
  });

  it('while GitHub does not answer', async () => {
    const silent = world();
    silent.github.isAvailable = false;
    expect((await silent.signIn('code=good')).headers.location).toBe(failure('github_unavailable'));
    const unclear = world();
    unclear.owners.checks.set('ghp_owner', { verdict: 'unavailable' });
    expect((await unclear.signIn('code=good')).headers.location).toBe(failure('github_unavailable'));
  });

  it('with the state of another sign-in, nor without any', async () => {
    for (const query of ['code=good&state=secret-9', 'code=good']) {
      const made = world();
      await made.call('GET /sign-in');
      const answer = await made.call(`GET /sign-in/callback?${query}`);
      expect(answer.headers.location).toBe(failure('expired'));
      expect(made.github.tokens.has('good')).toBe(true);
    }
  });

  it('from another browser than the one that asked', async () => {
    const made = world();
    await made.call('GET /sign-in');
    const answer = await made.call('GET /sign-in/callback?code=good&state=secret-1', { cookies: [] });
    expect(answer.headers.location).toBe(failure('expired'));
    expect(made.cookies.has(SESSION)).toBe(false);
  });

  it('twice with one answer', async () => {
    const made = world();
    await made.call('GET /sign-in');
    const attempt = `${ATTEMPT}=${made.cookies.get(ATTEMPT)}`;
    await made.call('GET /sign-in/callback?code=good&state=secret-1');
    expect(made.cookies.has(SESSION)).toBe(true);
    const again = { cookies: [attempt] };
    const answer = await made.call('GET /sign-in/callback?code=good&state=secret-1', again);
    expect(answer.headers.location).toBe(failure('expired'));
  });

  it('by a session in place of an attempt, or the other way round', async () => {
    const made = world();
    await made.signIn('code=good');
    const session = made.cookies.get(SESSION);
    const asAttempt = { cookies: [`${ATTEMPT}=${session}`] };
    const answer = await made.call('GET /sign-in/callback?code=good', asAttempt);
    expect(answer.headers.location).toBe(failure('expired'));
    await made.call('GET /sign-in');
    const asSession = { cookies: [`${SESSION}=${made.cookies.get(ATTEMPT)}`] };
    expect((await made.call('GET /session', asSession)).json()).toMatchObject({ signed_in: false });
  });
});
