import { describe, expect, test } from 'vitest';
import type { HostName } from '../../../../shared/domain/host-name.ts';
import { host } from '../../../support/accounts.ts';
import { connectionOf, data, failureOf, graphql, type Script, scenario } from './scripted-github.ts';

const UPLOADED_AT = '2026-01-02T10:00:00.000Z';
const HOST: HostName = host('ghe.example.com');

interface Told {
  readonly id?: string;
  readonly userId: number;
  readonly login?: string;
  readonly siteAdmin?: boolean;
  /** A primary address has a star in front. */
  readonly emails?: readonly string[];
}

const emailsOf = ({ emails = [] }: Told, after?: string | null) =>
  connectionOf(
    emails.map((email) => ({ email: email.replace('*', ''), isPrimary: email.startsWith('*') })),
    after,
  );

const idOf = (told: Told) => told.id ?? `account-${told.userId}`;

function userAccounts(accounts: readonly Told[], after?: string | null) {
  const page = connectionOf(accounts, after);
  const nodes = page.nodes.map((told) => ({
    id: idOf(told),
    remoteUserId: told.userId,
    login: told.login ?? 'mona',
    isSiteAdmin: told.siteAdmin ?? false,
    emails: emailsOf(told),
  }));
  return { ...page, nodes };
}

function uploads(createdAt: string) {
  return data({ node: { userAccountsUploads: connectionOf([{ syncState: 'SUCCESS', createdAt }], null) } });
}

/** Pages of two. */
function script(accounts: readonly Told[], uploadedAt = UPLOADED_AT): Script {
  return graphql({
    userAccounts: ({ after }) => data({ node: { userAccounts: userAccounts(accounts, after) } }),
    userAccountsUploads: () => uploads(uploadedAt),
    EnterpriseServerUserAccount: ({ id, after }) => {
      const told = accounts.find((candidate) => idOf(candidate) === id);
      return data({ node: told === undefined ? null : { emails: emailsOf(told, after) } });
    },
  });
}

async function pull(answers: Script) {
  const { enterprise, call, counted } = await scenario(answers);
  const installation = { id: 'installation', hostName: HOST, uploadedAt: UPLOADED_AT };
  return { work: enterprise.serverAccounts(installation, call), counted };
}

async function accountsOf(...accounts: readonly Told[]) {
  return [...(await (await pull(script(accounts))).work).accounts];
}

test('a snapshot of the last upload, by user id, with a request for each page and one for the upload', async () => {
  const accounts = [{ userId: 5 }, { userId: 3 }, { userId: 9 }, { userId: 1 }, { userId: 7 }];
  const { work, counted } = await pull(script(accounts));
  const { accounts: pulled, ...snapshot } = await work;
  expect(snapshot).toEqual({
    kind: 'server',
    channel: 'graphql',
    observedAt: UPLOADED_AT,
    instance: { hostName: HOST, serverId: null, version: null },
  });
  expect(Array.from(pulled, ({ userId }) => userId)).toEqual([1, 3, 5, 7, 9]);
  expect(counted()).toBe(3 + 1);
});

describe('what is kept of an account', () => {
  test('nothing but this', async () => {
    const emails = ['*Mona@Example.com', 'z@example.com'];
    expect(await accountsOf({ userId: 7, siteAdmin: true, emails })).toEqual([
      {
        hostName: HOST,
        userId: 7,
        systemUser: null,
        primaryEmail: 'mona@example.com',
        furtherEmails: ['z@example.com'],
        suspended: null,
        dormant: null,
        siteAdmin: true,
        securityProducts: null,
      },
    ]);
  });

  test.each<[string, string[], string | null, string[]]>([
    ['no address', [], null, []],
    ['no primary address', ['b@example.com', 'a@example.com'], null, ['a@example.com', 'b@example.com']],
    ['two primary addresses', ['*b@example.com', '*a@example.com'], null, ['a@example.com', 'b@example.com']],
    ['the primary address twice', ['*a@example.com', 'A@example.com'], 'a@example.com', []],
    ['the primary address twice as such', ['*a@example.com', '*A@example.com'], 'a@example.com', []],
    ['a primary address that is none', ['*mona', 'a@example.com'], null, ['a@example.com']],
    ['an address that is none', ['*a@example.com', 'mona'], 'a@example.com', []],
    ['an address twice', ['a@example.com', 'A@EXAMPLE.com'], null, ['a@example.com']],
  ])('%s', async (_, emails, primaryEmail, furtherEmails) => {
    expect(await accountsOf({ userId: 7, emails })).toMatchObject([{ primaryEmail, furtherEmails }]);
  });

  test.each([
    ['ghost', 'ghost'],
    ['scim-admin', 'scim-admin'],
    ['Ghost', 'ghost'],
    ['ghostly', null],
  ])('of the login %s, that it is the system user %s', async (login, systemUser) => {
    expect(await accountsOf({ userId: 7, login })).toMatchObject([{ systemUser }]);
  });

  test('more addresses than come with it are paged by themselves', async () => {
    const emails = ['a@example.com', 'b@example.com', '*c@example.com', 'd@example.com', 'e@example.com'];
    const { work, counted } = await pull(
      script([
        { userId: 7, emails },
        { userId: 8, emails: ['*x@example.com'] },
      ]),
    );
    expect([...(await work).accounts]).toMatchObject([
      {
        primaryEmail: 'c@example.com',
        furtherEmails: ['a', 'b', 'd', 'e'].map((name) => `${name}@example.com`),
      },
      { primaryEmail: 'x@example.com' },
    ]);
    expect(counted()).toBe(1 + 2 + 1);
  });
});

test('a user id that comes twice is one account', async () => {
  const accounts = [{ userId: 7 }, { userId: 8 }, { id: 'again', userId: 7, siteAdmin: true }];
  expect(await accountsOf(...accounts)).toMatchObject([{ userId: 7, siteAdmin: true }, { userId: 8 }]);
});

describe('a pull that is not complete', () => {
  const three = [{ userId: 1 }, { userId: 2 }, { userId: 3 }];

  /** The listing of `three`, altered page by page. */
  function altered(alter: (page: ReturnType<typeof userAccounts>, isFirst: boolean) => object): Script {
    const answers = {
      userAccounts: (after: string | null | undefined) => ({
        node: { userAccounts: alter(userAccounts(three, after), after == null) },
      }),
    };
    return graphql({
      userAccounts: ({ after }) => data(answers.userAccounts(after)),
      userAccountsUploads: () => uploads(UPLOADED_AT),
    });
  }

  const last = { hasNextPage: false, endCursor: null };

  test.each<[string, Script]>([
    ['another upload came in meanwhile', script(three, '2026-01-03T10:00:00.000Z')],
    ['more accounts are counted than come', altered((page) => ({ ...page, totalCount: 4 }))],
    ['fewer accounts are counted than come', altered((page) => ({ ...page, totalCount: 2 }))],
    ['the count changes', altered((page, isFirst) => ({ ...page, totalCount: isFirst ? 4 : 3 }))],
    ['the listing ends early', altered((page) => ({ ...page, pageInfo: last }))],
    [
      'an account comes twice and another not at all',
      altered((page, isFirst) =>
        isFirst ? page : { ...page, nodes: userAccounts(three).nodes.slice(0, 1) },
      ),
    ],
    [
      'a page comes again for ever',
      altered((page, isFirst) => (isFirst ? page : { ...userAccounts(three), totalCount: 3 })),
    ],
    [
      'a page is empty',
      altered((page, isFirst) =>
        isFirst ? page : { ...page, nodes: [], pageInfo: { hasNextPage: true, endCursor: 'x' } },
      ),
    ],
    [
      'an address is missing',
      altered((page) => ({
        ...page,
        nodes: page.nodes.map((node) => ({ ...node, emails: { ...node.emails, totalCount: 1 } })),
      })),
    ],
  ])('%s', async (_, answers) => {
    const { work } = await pull(answers);
    expect(await failureOf(work)).toMatchObject({ failure: 'incomplete-answer' });
  });

  test.each<[string, string, Script]>([
    ['the installation is gone', 'not-found', () => data({ node: null })],
    ['something else has the id', 'unreadable-answer', () => data({ node: {} })],
    ['an account is null', 'unreadable-answer', altered((page) => ({ ...page, nodes: [null, null] }))],
    ['a user id is none', 'unreadable-answer', script([{ userId: 0 }])],
    [
      'too many accounts have one address',
      'unreadable-answer',
      script(Array.from({ length: 51 }, (_, n) => ({ userId: n + 1, emails: ['*a@example.com'] }))),
    ],
    [
      'an account has too many addresses',
      'unreadable-answer',
      script([{ userId: 1, emails: Array.from({ length: 101 }, (_, n) => `a${n}@example.com`) }]),
    ],
  ])('%s: %s', async (_, failure, answers) => {
    const { work } = await pull(answers);
    expect(await failureOf(work)).toMatchObject({ name: 'PullError', failure });
  });
});
