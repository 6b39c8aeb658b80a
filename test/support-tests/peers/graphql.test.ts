import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GitHubPeer, startGitHubPeer } from '../../peers/github-peer.ts';
import { queryPeer } from './query-peer.ts';

let peer: GitHubPeer;
beforeAll(async () => {
  peer = await startGitHubPeer({ enterprise: 'acme', people: 50, seed: 1 });
});
afterAll(() => peer.close());

const IS_OWNER = 'query ($slug: String!) { viewer { login } enterprise(slug: $slug) { viewerIsAdmin } }';
const ORGANIZATIONS = 'enterprise(slug: "acme") { organizations';

describe('the owner check', () => {
  it.each([
    { who: 'an owner', token: () => peer.ownerToken, login: 'octo-owner', viewerIsAdmin: true },
    { who: 'a member', token: () => peer.memberToken, login: 'mona-member', viewerIsAdmin: false },
  ])('tells of $who', async ({ token, login, viewerIsAdmin }) => {
    const answer = await queryPeer(peer, { query: IS_OWNER, variables: { slug: 'acme' }, token: token() });
    expect(answer).toEqual({ data: { viewer: { login }, enterprise: { viewerIsAdmin } } });
  });

  it('refuses a token without the scope', async () => {
    const token = peer.ownerTokenWithoutScope;
    const { errors } = await queryPeer(peer, { query: IS_OWNER, variables: { slug: 'acme' }, token });
    expect(errors).toMatchObject([{ type: 'INSUFFICIENT_SCOPES' }]);
  });

  it('knows no other enterprise', async () => {
    const answer = await queryPeer(peer, { query: IS_OWNER, variables: { slug: 'other' } });
    expect(answer).toMatchObject({ data: { enterprise: null }, errors: [{ type: 'NOT_FOUND' }] });
  });

  it('hides from a member what is for owners', async () => {
    const query = `{ enterprise(slug: "acme") { billingInfo { totalLicenses } ownerInfo { oidcProvider { id } } } }`;
    const answer = await queryPeer(peer, { query, token: peer.memberToken });
    expect(answer).toEqual({ data: { enterprise: { billingInfo: null, ownerInfo: null } } });
  });
});

describe('a connection', () => {
  it.each([
    { arguments_: '', type: 'MISSING_PAGINATION_BOUNDARIES' },
    { arguments_: '(first: 101)', type: 'EXCESSIVE_PAGINATION' },
    { arguments_: '(first: 1, after: "nonsense")', type: 'INTERNAL' },
  ])('refuses the arguments "$arguments_"', async ({ arguments_, type }) => {
    const query = `{ ${ORGANIZATIONS}${arguments_} { totalCount } } }`;
    expect((await queryPeer(peer, { query })).errors).toMatchObject([{ type }]);
  });

  it('is read page by page', async () => {
    const page = (after: string) =>
      queryPeer(peer, {
        query: `{ ${ORGANIZATIONS}(first: 1${after}) { totalCount nodes { login } pageInfo { hasNextPage endCursor } } } }`,
      });
    const endCursor = expect.any(String);
    const first = await page('');
    expect(first.data).toEqual({
      enterprise: {
        organizations: {
          totalCount: 2,
          nodes: [{ login: 'acme' }],
          pageInfo: { hasNextPage: true, endCursor },
        },
      },
    });
    const cursor = /"endCursor":"([^"]+)"/.exec(JSON.stringify(first.data))?.[1];
    expect((await page(`, after: "${cursor}"`)).data).toEqual({
      enterprise: {
        organizations: {
          totalCount: 2,
          nodes: [{ login: 'acme-labs' }],
          pageInfo: { hasNextPage: false, endCursor },
        },
      },
    });
  });
});

describe("GitHub's schema", () => {
  it.each(['{ enterprise(slug: "acme") { seats } }', '{ enterprise { slug } }', '{'])(
    'refuses %s',
    async (query) => {
      const { data, errors } = await queryPeer(peer, { query });
      expect([data, errors?.length]).toEqual([undefined, 1]);
    },
  );
});

describe('a node', () => {
  const find = (id: string, token = peer.ownerToken) =>
    queryPeer(peer, {
      query: 'query ($id: ID!) { node(id: $id) { __typename id } }',
      variables: { id },
      token,
    });

  async function someIds(): Promise<string[]> {
    const { data } = await queryPeer(peer, {
      query: `{ enterprise(slug: "acme") { id ownerInfo { samlIdentityProvider { id }
        enterpriseServerInstallations(first: 1) { nodes { id userAccounts(first: 1) { nodes { id } } } } } } }`,
    });
    return [...JSON.stringify(data).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id ?? '');
  }

  it('is found by its id', async () => {
    const ids = await someIds();
    const types = [
      'Enterprise',
      'EnterpriseIdentityProvider',
      'EnterpriseServerInstallation',
      'EnterpriseServerUserAccount',
    ];
    expect(ids).toHaveLength(types.length);
    for (const [index, id] of ids.entries()) {
      expect((await find(id)).data).toEqual({ node: { __typename: types[index], id } });
    }
  });

  it.each([
    { who: 'a member', token: () => peer.memberToken },
    { who: 'an owner who mistypes it', id: 'bm9uZQ', token: () => peer.ownerToken },
  ])('is not found by $who', async ({ id, token }) => {
    const [known = ''] = await someIds();
    expect((await find(id ?? known, token())).errors).toMatchObject([{ type: 'NOT_FOUND' }]);
  });
});

describe('linked identities', () => {
  it.each([
    { identityProvider: 'enterprise-saml', found: ['ownerInfo.samlIdentityProvider'] },
    { identityProvider: 'enterprise-oidc', found: ['ownerInfo.oidcProvider'] },
    { identityProvider: 'organization-saml', found: ['organizations.nodes.0.samlIdentityProvider'] },
    { identityProvider: 'none', found: [] },
  ] as const)('are where $identityProvider has them', async ({ identityProvider, found }) => {
    const other = await startGitHubPeer({ enterprise: 'acme', people: 50, seed: 1, identityProvider });
    const { data } = await queryPeer(other, {
      query: `{ enterprise(slug: "acme") {
        ownerInfo {
          samlIdentityProvider { externalIdentities(first: 1) { totalCount } }
          oidcProvider { externalIdentities(first: 1) { totalCount } } }
        organizations(first: 10) { nodes {
          samlIdentityProvider { externalIdentities(first: 1) { totalCount } } } } } }`,
    });
    await other.close();
    const paths = [
      'ownerInfo.samlIdentityProvider',
      'ownerInfo.oidcProvider',
      'organizations.nodes.0.samlIdentityProvider',
      'organizations.nodes.1.samlIdentityProvider',
    ];
    for (const path of paths) {
      const expected = found.some((place) => place === path)
        ? { externalIdentities: { totalCount: expect.any(Number) } }
        : null;
      expect(data).toHaveProperty(`enterprise.${path}`, expected);
    }
  });
});
