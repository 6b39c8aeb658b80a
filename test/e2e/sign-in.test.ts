import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newUploadSchema } from '../../shared/contracts/http/new-upload.ts';
import { sessionSchema } from '../../shared/contracts/http/session.ts';
import { authorize } from '../support/authorize.ts';
import { Browser } from '../support/browser.ts';
import { RunningStack } from '../support/running-stack.ts';

let running: RunningStack;

beforeAll(async () => {
  running = await RunningStack.start();
});

afterAll(() => running.remove());

const newBrowser = () => new Browser(running.stack.api);

async function sessionOf(browser: Browser) {
  return sessionSchema.parse(await (await browser.fetch('/session')).json());
}

/** A browser of an owner who has signed in through GitHub, and the header by which its page changes something. */
async function signedIn() {
  const browser = newBrowser();
  await browser.signIn();
  const session = await sessionOf(browser);
  if (!session.signed_in) throw new Error('nobody is signed in');
  return { browser, csrf: { 'x-csrf-token': session.csrf_token } };
}

describe('the page', () => {
  test('is there for everybody, compressed, under a strict policy that lets uploads through', async () => {
    const page = await newBrowser().fetch('/', { headers: { 'accept-encoding': 'br' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-encoding')).toBe('br');
    expect(await page.text()).toMatch(/^<!doctype html>/i);
    const policy = page.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src 'self' ${running.bucketUrl}/uploads/;`);
  });

  test('refers to assets that are there, and may be kept for good', async () => {
    const page = await (await newBrowser().fetch('/')).text();
    const assets = [...page.matchAll(/(?:href|src)="\/?(assets\/[^"]+)"/g)].map(([, path = '']) => path);
    expect(assets).not.toEqual([]);
    for (const path of assets) {
      const asset = await newBrowser().fetch(path, { headers: { 'accept-encoding': 'gzip' } });
      expect([path, asset.status]).toEqual([path, 200]);
      expect(asset.headers.get('cache-control')).toContain('immutable');
      expect(asset.headers.get('content-encoding')).toBe('gzip');
    }
  });
});

describe('an owner', () => {
  test('signs in through GitHub, and reads what the API tells owners', async () => {
    const browser = newBrowser();
    expect(await sessionOf(browser)).toMatchObject({ signed_in: false, sign_in: { oauth: true } });
    expect((await browser.fetch('/usage')).status).toBe(401);
    expect((await browser.signIn({}, '#/people')).href).toBe(`${running.stack.api}/#/people`);
    expect(await sessionOf(browser)).toMatchObject({ signed_in: true, login: 'octo-owner' });
    expect((await browser.fetch('/usage')).status).toBe(200);
  });

  test('signs in with a personal access token', async () => {
    const browser = newBrowser();
    const answer = await browser.fetch('/session', {
      method: 'POST',
      headers: { 'x-requested-with': 'license-usage' },
      body: { token: running.peer.ownerToken },
    });
    expect(answer.status).toBe(201);
    expect((await browser.fetch('/usage')).status).toBe(200);
  });

  test('changes something from the page only', async () => {
    const { browser, csrf } = await signedIn();
    for (const headers of [{}, { 'x-csrf-token': 'guessed' }]) {
      expect((await browser.fetch('/uploads', { method: 'POST', headers, body: {} })).status).toBe(403);
    }
    expect((await browser.fetch('/uploads', { method: 'POST', headers: csrf, body: {} })).status).toBe(201);
  });

  test('signs out, and a copy of the session is worth nothing any more', async () => {
    const { browser, csrf } = await signedIn();
    const copy = new Browser(running.stack.api);
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
    expect((await browser.fetch('/session', { method: 'DELETE', headers: csrf })).status).toBe(204);
    expect(await sessionOf(browser)).toMatchObject({ signed_in: false });
    expect((await copy.fetch('/usage')).status).toBe(401);
  });
});

describe('nobody is let in', () => {
  const failure = (error: string) => `${running.stack.api}/#/sign-in?error=${error}`;

  test.each([
    [{ user: 'member' }, 'not_an_owner'],
    [{ decision: 'cancel' }, 'access_denied'],
  ] as const)('after %j at GitHub', async (decision, error) => {
    const browser = newBrowser();
    expect((await browser.signIn(decision)).href).toBe(failure(error));
    expect((await browser.fetch('/usage')).status).toBe(401);
  });

  test('by an answer that another browser has asked for, or twice by one', async () => {
    const [browser, other] = [newBrowser(), newBrowser()];
    const github = await browser.follow('/sign-in');
    await other.follow('/sign-in');
    const back = await authorize(github.href);
    expect((await other.follow(back.href)).href).toBe(failure('expired'));
    const attempt = new Map(browser.cookies);
    expect((await browser.follow(back.href)).href).toBe(`${running.stack.api}/#/`);
    const replaying = newBrowser();
    for (const [name, value] of attempt) replaying.cookies.set(name, value);
    expect((await replaying.follow(back.href)).href).toBe(failure('expired'));
  });

  test('while GitHub is in trouble', async () => {
    running.peer.faults.next({ kind: 'status', status: 503 }, { operation: 'access-token' });
    expect((await newBrowser().signIn()).href).toBe(failure('github_unavailable'));
  });
});

describe('an upload from the page', () => {
  const preflight = (url: string, origin: string, method = 'PUT', header = 'content-type') =>
    fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': header,
      },
    });

  test('is let through to the bucket, and no other request from it or upload from elsewhere', async () => {
    const { browser, csrf } = await signedIn();
    const created = await browser.fetch('/uploads', { method: 'POST', headers: csrf, body: {} });
    const { url } = newUploadSchema.parse(await created.json());
    const origin = running.stack.api;
    const asked = await preflight(url, origin);
    expect(asked.status).toBe(200);
    expect(asked.headers.get('access-control-allow-origin')).toBe(origin);
    const put = await fetch(url, { method: 'PUT', headers: { origin }, body: '{}' });
    expect(put.status).toBe(200);
    expect(put.headers.get('access-control-allow-origin')).toBe(origin);
    expect((await preflight(url, 'https://evil.example.com')).status).toBe(403);
    expect((await preflight(url, origin, 'DELETE')).status).toBe(403);
    expect((await preflight(url, origin, 'PUT', 'x-amz-acl')).status).toBe(403);
  });
});

test('no function wrote down a token, a code or a cookie', async () => {
  const { browser } = await signedIn();
  const log = running.log.join('\n');
  expect(log).toContain('GET /sign-in/callback');
  expect(log).not.toMatch(/gh[op]_|eyJ|octo-owner|mona-member/);
  for (const value of browser.cookies.values()) expect(log).not.toContain(value);
});
