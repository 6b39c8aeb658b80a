import { describe, expect, test } from 'vitest';
import { gitHubExampleOf } from './github-examples.ts';
import {
  type Answer,
  failureOf,
  inOrder,
  OBSERVED_AT,
  type Script,
  scenario,
  TOKEN,
} from './scripted-github.ts';

const PATH = '/enterprises/acme/consumed-licenses';

function users(from: number, to: number): { github_com_login: string }[] {
  return Array.from({ length: to - from + 1 }, (_, index) => ({ github_com_login: `user-${from + index}` }));
}

/** Pages of the listing, the first with number 1. */
function page(
  rows: readonly object[],
  links: Readonly<Record<string, string>> = {},
  more: object = {},
): Answer {
  const link = Object.entries(links).map(([rel, target]) => `<${target}>; rel="${rel}"`);
  return {
    json: { total_seats_consumed: 7, total_seats_purchased: 9, users: rows, ...more },
    headers: link.length === 0 ? {} : { link: link.join(', ') },
  };
}

function to(number: number, last?: number): Record<string, string> {
  const target = (n: number) => `${PATH}?per_page=100&page=${n}`;
  return last === undefined ? { next: target(number) } : { next: target(number), last: target(last) };
}

async function pull(script: Script) {
  const { enterprise, call, ...rest } = await scenario(script);
  return { snapshot: await enterprise.consumedLicenses(call), ...rest };
}

async function logins(...pages: readonly [Answer, ...Answer[]]) {
  const { snapshot } = await pull(inOrder(...pages));
  return snapshot.rows.map(({ login }) => login);
}

describe.each(['2022-11-28', '2026-03-10'] as const)('the request, version %s', (apiVersion) => {
  test('says who asks, for what, and in which version', async () => {
    const { enterprise, call, requests } = await scenario(() => page([], {}, { total_seats_consumed: 0 }), {
      apiVersion,
      slug: 'acme & söhne/x',
    });
    await enterprise.consumedLicenses(call);
    expect(requests).toMatchObject([
      {
        method: 'GET',
        path: '/enterprises/acme%20%26%20s%C3%B6hne%2Fx/consumed-licenses?per_page=100&page=1',
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `token ${TOKEN}`,
          'user-agent': expect.stringMatching(/^license-usage-sync /),
          'x-github-api-version': apiVersion,
        },
      },
    ]);
  });

  test("reads GitHub's own example", async () => {
    const example = gitHubExampleOf('/enterprises/{enterprise}/consumed-licenses');
    const { enterprise, call } = await scenario(() => ({ json: example }), { apiVersion });
    expect(await enterprise.consumedLicenses(call)).toMatchObject({
      kind: 'cloud',
      channel: 'rest',
      observedAt: OBSERVED_AT,
      seatsConsumed: 5000,
      seatsPurchased: 4500,
      unidentifiedRows: 0,
      rows: [
        { login: 'monalisa', samlNameId: 'monalisa', totalUserAccounts: 3 },
        { login: null, serverAccounts: [{ hostName: 'example_host_name', userId: 123 }] },
      ],
    });
  });
});

describe('paging', () => {
  test('follows `next` to the end, with no request more than there are pages', async () => {
    const { snapshot, requests, counted } = await pull(
      inOrder(
        page(users(1, 100), to(2, 3)),
        page(users(101, 200), to(3, 3), { total_seats_consumed: 8 }),
        page(users(201, 250), {}, { total_seats_consumed: 8 }),
      ),
    );
    expect(snapshot.rows).toHaveLength(250);
    expect(snapshot.seatsConsumed).toBe(8);
    expect(requests.map(({ path }) => path)).toEqual([1, 2, 3].map((n) => `${PATH}?per_page=100&page=${n}`));
    expect(counted()).toBe(3);
  });

  test.each<[string, Answer[], string[]]>([
    [
      'a row that moved to the next page',
      [page(users(1, 2), to(2)), page(users(2, 3))],
      ['user-1', 'user-2', 'user-3'],
    ],
    [
      'a last page of nothing but moved rows',
      [page(users(1, 2), to(2)), page(users(2, 2))],
      ['user-1', 'user-2'],
    ],
    [
      'a login spelled another way',
      [page([{ github_com_login: 'Mona' }], to(2)), page([{ github_com_login: 'mona' }, ...users(1, 1)])],
      ['mona', 'user-1'],
    ],
    ['a page shorter than it could be', [page(users(1, 1), to(2)), page(users(2, 2))], ['user-1', 'user-2']],
    [
      'one page more than the first one promised',
      [page(users(1, 1), to(2, 2)), page(users(2, 2), to(3, 3)), page(users(3, 3))],
      ['user-1', 'user-2', 'user-3'],
    ],
    ['a last page without rows', [page(users(1, 1), to(2)), page([])], ['user-1']],
    ['an enterprise in which nobody consumes', [page([], {}, { total_seats_consumed: 0 })], []],
    [
      'totals that are missing',
      [page(users(1, 1), {}, { total_seats_consumed: null, total_seats_purchased: '' })],
      ['user-1'],
    ],
  ])('takes %s', async (_, [first, ...others], expected) => {
    expect(await logins(first ?? page([]), ...others)).toEqual(expected);
  });

  test('takes a full page for the last one when the page after it is empty', async () => {
    const { snapshot, requests } = await pull(inOrder(page(users(1, 100)), page([])));
    expect(snapshot.rows).toHaveLength(100);
    expect(requests[1]?.path).toBe(`${PATH}?per_page=100&page=2`);
  });

  test('believes in a full last page that the page before has promised', async () => {
    const { counted } = await pull(inOrder(page(users(1, 100), to(2, 2)), page(users(101, 200))));
    expect(counted()).toBe(2);
  });

  test('of one row on two pages, the later one holds', async () => {
    const { snapshot } = await pull(
      inOrder(
        page([{ github_com_login: 'mona', total_user_accounts: 1 }], to(2)),
        page([{ github_com_login: 'mona', total_user_accounts: 2 }]),
      ),
    );
    expect(snapshot.rows.map(({ totalUserAccounts }) => totalUserAccounts)).toEqual([2]);
  });
});

describe('a pull that is not complete', () => {
  const mona = { github_com_login: 'mona' };
  const serverOnly = { enterprise_server_user_ids: ['ghe.example.com:7'] };

  test.each<[string, [Answer, ...Answer[]]]>([
    ['an empty page in the middle', [page(users(1, 1), to(2)), page([], to(3)), page(users(2, 2))]],
    ['fewer pages than were promised', [page(users(1, 1), to(2, 3)), page(users(2, 2))]],
    [
      'a first page that names no next one, though there is one',
      [page(users(1, 100)), page(users(101, 101))],
    ],
    [
      'pages that come again for ever',
      [page(users(1, 1), to(2)), page(users(2, 2), to(1)), page(users(1, 1), to(2))],
    ],
    ['a page that is its own next one', [page(users(1, 1), to(1))]],
    ['seats consumed and no row', [page([])]],
  ])('%s', async (_, pages) => {
    const { enterprise, call } = await scenario(inOrder(...pages));
    expect(await failureOf(enterprise.consumedLicenses(call))).toMatchObject({
      failure: 'incomplete-answer',
    });
  });

  test.each<[string, Answer]>([
    ['a login twice on one page', page([mona, { github_com_login: 'MONA' }])],
    ['a server account twice on one page', page([{ ...mona, ...serverOnly }, serverOnly])],
    ['a next page on another host', page([mona], { next: 'https://api.github.com/enterprises/acme' })],
    ['a next page on another port', page([mona], { next: 'http://127.0.0.1:1/' })],
    ['a next page that is no URL', page([mona], { next: 'http://[' })],
    ['no list of users', { json: { total_seats_consumed: 1 } }],
    ['a list in place of an object', { json: [] }],
    ['a row that is no object', page([mona, 'mona'] as object[])],
    ['a total that is no number', page([mona], {}, { total_seats_consumed: 'unlimited' })],
    ['a server account that is none', page([{ enterprise_server_user_ids: ['ghe.example.com:mona'] }])],
    ['JSON that is cut off', { text: '{"users":[{"github_com_login":"mo' }],
    ['an empty body', { text: '' }],
    ['a page for people', { text: '<html>', headers: { 'content-type': 'text/html' } }],
    ['JSON that is not called JSON', { text: '{"users":[]}', headers: { 'content-type': 'text/plain' } }],
    ['a success of another kind', { status: 202, json: {} }],
    [
      'a redirect to another host',
      { status: 302, headers: { location: 'https://github.com/login' }, text: '' },
    ],
    ['a redirect in circles', { status: 301, headers: { location: PATH }, text: '' }],
  ])('%s', async (_, answer) => {
    const { enterprise, call } = await scenario(() => answer);
    expect(await failureOf(enterprise.consumedLicenses(call))).toMatchObject({
      failure: 'unreadable-answer',
    });
  });

  test('its message names the page and what is expected where', async () => {
    const broken = page([mona, { github_com_login: 'lisa', total_user_accounts: -1 }]);
    const { enterprise, call } = await scenario(inOrder(page(users(1, 1), to(2)), broken));
    const { message } = await failureOf(enterprise.consumedLicenses(call));
    expect(message).toMatch(
      /^consumed licenses, page 2: users\.1\.total_user_accounts: a whole number, 0 or more/,
    );
  });
});

test('a redirect on the same host is followed, and counted', async () => {
  const { snapshot, requests, counted } = await pull(
    inOrder({ status: 307, headers: { location: '/elsewhere' }, text: '' }, page(users(1, 1))),
  );
  expect(snapshot.rows).toHaveLength(1);
  expect(requests.map(({ path }) => path)).toEqual([`${PATH}?per_page=100&page=1`, '/elsewhere']);
  expect(requests[1]?.headers.authorization).toBe(`token ${TOKEN}`);
  expect(counted()).toBe(2);
});
