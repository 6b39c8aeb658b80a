import { describe, expect, test } from 'vitest';
import {
  type Answer,
  connectionOf,
  data,
  failureOf,
  type GraphQLVariables,
  graphql,
  OBSERVED_AT,
  scenario,
} from './scripted-github.ts';

interface Provider {
  readonly identities: readonly object[];
  /** In place of its identities. */
  readonly answer?: Answer;
}

interface Told {
  readonly saml?: Provider;
  readonly oidc?: Provider;
  /** In the order of the enterprise's organizations; null for one without a provider. */
  readonly organizations?: readonly (Provider | null | 'forbidden')[];
  /** In place of the organizations. */
  readonly organizationsAnswer?: Answer;
}

function identity(login: string | null, facts: { saml?: object | null; scim?: object | null } = {}): object {
  const saml = { nameId: null, username: null, emails: null, attributes: [], ...facts.saml };
  return {
    user: login === null ? null : { login },
    samlIdentity: facts.saml === null ? null : saml,
    scimIdentity: facts.scim == null ? null : { username: null, emails: null, ...facts.scim },
  };
}

function named(login: string): object {
  return identity(login, { saml: { nameId: `${login}@example.com` } });
}

function script({ saml, oidc, organizations = [], organizationsAnswer }: Told) {
  const providers = new Map<string, Provider>();
  const idOf = (provider: Provider | undefined, id: string) => {
    if (provider === undefined) return null;
    providers.set(id, provider);
    return { id };
  };
  const ownerInfo = { samlIdentityProvider: idOf(saml, 'saml'), oidcProvider: idOf(oidc, 'oidc') };
  const nodes = organizations.map((provider, position) => ({
    samlIdentityProvider:
      typeof provider === 'string' || provider === null ? null : idOf(provider, `org-${position}`),
  }));
  const errors = organizations.flatMap((provider, position) =>
    provider === 'forbidden'
      ? [
          {
            type: 'FORBIDDEN',
            path: ['enterprise', 'organizations', 'nodes', position, 'samlIdentityProvider'],
          },
        ]
      : [],
  );
  return graphql({
    externalIdentities: ({ id = '', after }: GraphQLVariables) => {
      const provider = providers.get(id) ?? { identities: [] };
      return (
        provider.answer ?? data({ node: { externalIdentities: connectionOf(provider.identities, after) } })
      );
    },
    organizations: ({ after }) =>
      organizationsAnswer ?? {
        json: {
          data: { enterprise: { organizations: connectionOf(nodes, after, 100) } },
          ...(errors.length > 0 && { errors }),
        },
      },
    ownerInfo: () => data({ enterprise: { ownerInfo } }),
  });
}

async function pull(told: Told) {
  const { enterprise, call, counted } = await scenario(script(told));
  const { identities, ...snapshot } = await enterprise.linkedIdentities(call);
  return { identities, snapshot, counted };
}

const ADDRESS = 'mona@example.com';
const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';

describe('what is kept of an identity', () => {
  test.each<[string, object, string[]]>([
    ['the NameID', { saml: { nameId: ' Mona@Example.com' } }, [ADDRESS]],
    ['the user name of SAML', { saml: { username: ADDRESS } }, [ADDRESS]],
    [
      'the addresses of SAML',
      { saml: { emails: [{ value: ADDRESS }, { value: 'l@example.com' }] } },
      ['l@example.com', ADDRESS],
    ],
    ['the claim `name`', { saml: { attributes: [{ name: `${CLAIMS}/name`, value: ADDRESS }] } }, [ADDRESS]],
    [
      'the claim `emailaddress`',
      { saml: { attributes: [{ name: `${CLAIMS}/emailaddress`, value: ADDRESS }] } },
      [ADDRESS],
    ],
    ['the user name of SCIM', { scim: { username: ADDRESS } }, [ADDRESS]],
    ['the addresses of SCIM', { saml: null, scim: { emails: [{ value: ADDRESS }] } }, [ADDRESS]],
    [
      'one address, however often',
      { saml: { nameId: ADDRESS, username: ADDRESS }, scim: { username: 'MONA@example.com' } },
      [ADDRESS],
    ],
  ])('%s', async (_, facts, emails) => {
    const { identities } = await pull({ saml: { identities: [identity('Mona', facts)] } });
    expect(identities).toEqual([{ login: 'Mona', emails }]);
  });

  test.each<[string, object]>([
    [
      'another claim',
      identity('mona', { saml: { attributes: [{ name: `${CLAIMS}/upn`, value: ADDRESS }] } }),
    ],
    ['a NameID that is no address', identity('mona', { saml: { nameId: 'mona' } })],
    ['an identity without attributes', identity('mona', { saml: null })],
    ['an identity that is linked to nobody', identity(null, { saml: { nameId: ADDRESS } })],
  ])('nothing of %s', async (_, node) => {
    expect((await pull({ saml: { identities: [node] } })).identities).toEqual([]);
  });
});

describe('providers', () => {
  test('all of them are asked, and the identities of one login become one', async () => {
    const { identities, snapshot } = await pull({
      saml: { identities: [named('mona')] },
      oidc: { identities: [named('lisa')] },
      organizations: [{ identities: [identity('MONA', { scim: { username: 'm@example.org' } })] }, null],
    });
    expect(snapshot).toEqual({ kind: 'identities', channel: 'graphql', observedAt: OBSERVED_AT });
    expect(identities).toEqual([
      { login: 'lisa', emails: ['lisa@example.com'] },
      { login: 'mona', emails: ['m@example.org', 'mona@example.com'] },
    ]);
  });

  test('none at all is an answer, too', async () => {
    expect((await pull({})).identities).toEqual([]);
  });

  test('each is paged by itself, with no request more than there are pages', async () => {
    const people = ['a', 'b', 'c', 'd', 'e'].map(named);
    const { identities, counted } = await pull({
      saml: { identities: people },
      oidc: { identities: people },
    });
    expect(identities.map(({ login }) => login)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(counted()).toBe(2 + 3 + 3);
  });

  test('sorted by login in lower case', async () => {
    const { identities } = await pull({ saml: { identities: ['b', 'C', 'a'].map(named) } });
    expect(identities.map(({ login }) => login)).toEqual(['a', 'b', 'C']);
  });

  test.each<[string, Provider | 'forbidden']>([
    ['may not be seen', 'forbidden'],
    [
      'may not be read',
      {
        identities: [],
        answer: { json: { data: { node: null }, errors: [{ type: 'FORBIDDEN', path: ['node'] }] } },
      },
    ],
    ['is gone', { identities: [], answer: data({ node: null }) }],
  ])('an organization whose provider %s is passed over', async (_, provider) => {
    const { identities } = await pull({ organizations: [provider, { identities: [named('mona')] }] });
    expect(identities.map(({ login }) => login)).toEqual(['mona']);
  });
});

test.each([
  ['no data', {}],
  ['null', { data: null }],
  ['a null enterprise', { data: { enterprise: null } }],
])(
  'a token without read:org, answered with %s, sees the identities of the enterprise alone',
  async (_, answer) => {
    const organizationsAnswer = { json: { ...answer, errors: [{ type: 'INSUFFICIENT_SCOPES' }] } };
    const { identities } = await pull({ saml: { identities: [named('mona')] }, organizationsAnswer });
    expect(identities.map(({ login }) => login)).toEqual(['mona']);
  },
);

describe('anything else fails the whole', () => {
  const enterprise = (value: unknown) => graphql({ ownerInfo: () => data({ enterprise: value }) });
  const organizations = (errors: unknown, value: unknown = { organizations: connectionOf([], null) }) =>
    graphql({
      organizations: () => ({ json: { data: { enterprise: value }, errors } }),
      ownerInfo: () =>
        data({ enterprise: { ownerInfo: { samlIdentityProvider: null, oidcProvider: null } } }),
    });
  const identities = (answer: Answer) => script({ saml: { identities: [], answer } });
  const noPage = { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

  test.each([
    ['no enterprise', 'not-found', enterprise(null)],
    ['no owner', 'forbidden', enterprise({ ownerInfo: null })],
    [
      'forbidden organizations',
      'forbidden',
      organizations([{ type: 'FORBIDDEN', path: ['enterprise', 'organizations'] }], null),
    ],
    [
      'an organization with another error',
      'unavailable',
      organizations([{ type: 'INTERNAL', path: ['enterprise', 'organizations', 'nodes', 0] }]),
    ],
    ['the enterprise gone meanwhile', 'not-found', organizations(null, null)],
    [
      'a forbidden provider of the enterprise',
      'forbidden',
      identities({ json: { data: { node: null }, errors: [{ type: 'FORBIDDEN', path: ['node'] }] } }),
    ],
    ['a provider of the enterprise that is gone', 'not-found', identities(data({ node: null }))],
    [
      'an error beside data',
      'unavailable',
      identities({
        json: { data: { node: { externalIdentities: noPage } }, errors: [{ type: 'INTERNAL' }] },
      }),
    ],
    [
      'an identity that is null',
      'unreadable-answer',
      identities(data({ node: { externalIdentities: { ...noPage, nodes: [null] } } })),
    ],
    [
      'fewer than were counted',
      'incomplete-answer',
      identities(data({ node: { externalIdentities: { ...noPage, totalCount: 1 } } })),
    ],
    [
      'a next page without a cursor',
      'incomplete-answer',
      identities(
        data({
          node: {
            externalIdentities: {
              ...noPage,
              nodes: [named('a')],
              pageInfo: { hasNextPage: true, endCursor: null },
            },
          },
        }),
      ),
    ],
    [
      'an empty page in the middle',
      'incomplete-answer',
      identities(
        data({
          node: { externalIdentities: { ...noPage, pageInfo: { hasNextPage: true, endCursor: 'x' } } },
        }),
      ),
    ],
    [
      'pages in circles',
      'incomplete-answer',
      identities(
        data({
          node: {
            externalIdentities: {
              ...noPage,
              nodes: [named('a')],
              pageInfo: { hasNextPage: true, endCursor: 'x' },
            },
          },
        }),
      ),
    ],
  ])('%s: %s', async (_, failure, answers) => {
    const { enterprise: client, call } = await scenario(answers);
    expect(await failureOf(client.linkedIdentities(call))).toMatchObject({ name: 'PullError', failure });
  });

  test('an organization that may no longer be read in the middle', async () => {
    const page = {
      ...noPage,
      totalCount: 2,
      nodes: [named('a')],
      pageInfo: { hasNextPage: true, endCursor: 'x' },
    };
    const answers = graphql({
      externalIdentities: ({ after }) =>
        after == null
          ? data({ node: { externalIdentities: page } })
          : { json: { data: { node: null }, errors: [{ type: 'FORBIDDEN', path: ['node'] }] } },
      organizations: () =>
        data({
          enterprise: { organizations: connectionOf([{ samlIdentityProvider: { id: 'org' } }], null) },
        }),
      ownerInfo: () =>
        data({ enterprise: { ownerInfo: { samlIdentityProvider: null, oidcProvider: null } } }),
    });
    const { enterprise: client, call } = await scenario(answers);
    expect(await failureOf(client.linkedIdentities(call))).toMatchObject({ failure: 'forbidden' });
  });
});

test('people who come and go while pages are read do not break it', async () => {
  const page = (nodes: object[], totalCount: number, endCursor: string | null) =>
    data({
      node: {
        externalIdentities: { nodes, totalCount, pageInfo: { hasNextPage: endCursor !== null, endCursor } },
      },
    });
  const answers = graphql({
    externalIdentities: ({ after }) =>
      after == null ? page([named('a'), named('b')], 3, 'x') : page([named('c')], 4, null),
    organizations: () => data({ enterprise: { organizations: connectionOf([], null) } }),
    ownerInfo: () =>
      data({ enterprise: { ownerInfo: { samlIdentityProvider: { id: 'saml' }, oidcProvider: null } } }),
  });
  const { enterprise, call } = await scenario(answers);
  expect((await enterprise.linkedIdentities(call)).identities).toHaveLength(3);
});
