import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GitHubEnterpriseOwners } from '../../../../shared/adapters/github-owners/enterprise-owners.ts';
import { WebApplicationFlow } from '../../../../shared/adapters/github-sign-in/web-application-flow.ts';
import type { CodeExchange, OAuthApp } from '../../../../shared/session-ports.ts';
import { type GitHubPeer, startGitHubPeer } from '../../../peers/github-peer.ts';
import { startAnsweringServer } from '../../../support/answering-server.ts';
import { authorize } from '../../../support/authorize.ts';

const VERIFIER = 'verifier-of-this-sign-in-'.repeat(2);
const REDIRECT_URI = 'http://127.0.0.1:3000/sign-in/callback';

let peer: GitHubPeer;

beforeAll(async () => {
  peer = await startGitHubPeer({ enterprise: 'acme', people: 5, seed: 1 });
});
afterAll(() => peer.close());

function flowOf(apiUrl = peer.url) {
  const failures: string[] = [];
  return {
    failures,
    flow: new WebApplicationFlow({ apiUrl, onFailure: (failure) => failures.push(failure) }),
  };
}

/** A code that an owner, or a mere member, has let GitHub give. */
async function codeOf(user: 'owner' | 'member'): Promise<string> {
  const url = flowOf().flow.authorizationUrl(peer.oauthApp, {
    redirectUri: REDIRECT_URI,
    state: 'state-1',
    codeChallenge: hash('sha256', VERIFIER, 'base64url'),
  });
  const back = await authorize(url, { user });
  expect(back.href.split('?')[0]).toBe(REDIRECT_URI);
  expect(back.searchParams.get('state')).toBe('state-1');
  return back.searchParams.get('code') ?? '';
}

async function exchange(changed: Partial<CodeExchange> = {}, app: OAuthApp = peer.oauthApp) {
  const { flow, failures } = flowOf();
  const honest = { code: await codeOf('owner'), codeVerifier: VERIFIER, redirectUri: REDIRECT_URI };
  return { exchanged: await flow.exchange(app, { ...honest, ...changed }), failures };
}

function checkOwner(token: string) {
  const owners = new GitHubEnterpriseOwners({ apiUrl: peer.url, enterprise: 'acme', onFailure: () => {} });
  return owners.check(token);
}

describe('a code', () => {
  it.each([
    { user: 'owner', check: { verdict: 'owner', login: 'octo-owner' } },
    { user: 'member', check: { verdict: 'forbidden' } },
  ] as const)('is good for one token of the $user', async ({ user, check }) => {
    const code = await codeOf(user);
    const { exchanged } = await exchange({ code });
    if (exchanged.outcome !== 'token') throw new Error(exchanged.outcome);
    expect(await checkOwner(exchanged.token)).toEqual(check);
    expect((await exchange({ code })).exchanged).toEqual({ outcome: 'expired' });
  });

  it.each([
    ['another code', { code: 'made-up' }],
    ['another verifier', { codeVerifier: 'made-up' }],
  ])('is none with %s', async (_what, changed) => {
    expect(await exchange(changed)).toEqual({ exchanged: { outcome: 'expired' }, failures: [] });
  });

  it('is for nothing when the app is not set up as GitHub knows it, which GitHub’s word tells', async () => {
    const wrongSecret = { ...peer.oauthApp, clientSecret: 'wrong' };
    expect(await exchange({}, wrongSecret)).toEqual({
      exchanged: { outcome: 'unavailable' },
      failures: ['incorrect_client_credentials'],
    });
    expect(await exchange({ redirectUri: `${REDIRECT_URI}/other` })).toEqual({
      exchanged: { outcome: 'unavailable' },
      failures: ['redirect_uri_mismatch'],
    });
  });
});

describe('GitHub in trouble', () => {
  it.each([
    ['a fault', 503, '{}', 'status 503'],
    ['a redirect', 302, '', 'TypeError'],
    ['a page', 200, '<html>', 'unclear answer'],
    ['an error that quotes', 200, '{"error":"mona@example.com said"}', 'unclear answer'],
    ['a token that is none', 200, '{"access_token":"a b"}', 'unclear answer'],
  ])('answers with %s', async (_what, status, body, failure) => {
    const { url } = await startAnsweringServer((_, response) => {
      response.writeHead(status, { location: 'https://example.com' }).end(body);
    });
    const { flow, failures } = flowOf(url);
    const exchanged = { code: 'a', codeVerifier: 'b', redirectUri: REDIRECT_URI };
    expect(await flow.exchange(peer.oauthApp, exchanged)).toEqual({ outcome: 'unavailable' });
    expect(failures).toEqual([failure]);
  });

  it('does not answer', async () => {
    const { flow, failures } = flowOf('http://127.0.0.1:1');
    await flow.revoke(peer.oauthApp, 'gho_abc');
    expect(failures).toEqual(['TypeError']);
  });
});

describe('revoking', () => {
  it('makes GitHub forget a token of the app', async () => {
    const { exchanged } = await exchange();
    if (exchanged.outcome !== 'token') throw new Error(exchanged.outcome);
    const { flow, failures } = flowOf();
    await flow.revoke(peer.oauthApp, exchanged.token);
    expect(await checkOwner(exchanged.token)).toEqual({ verdict: 'unauthenticated' });
    expect(failures).toEqual([]);
  });

  it('leaves a personal access token alone', async () => {
    const { url, requests } = await startAnsweringServer((_, response) => response.end());
    await flowOf(url).flow.revoke(peer.oauthApp, 'ghp_abc');
    expect(requests).toEqual([]);
  });
});
