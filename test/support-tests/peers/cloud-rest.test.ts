import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type GitHubPeer, startGitHubPeer } from '../../peers/github-peer.ts';
import { generateEnterprise } from '../../support/enterprise/enterprise.ts';
import { licensesOf } from '../../support/enterprise/files.ts';
import { publishedSchema } from '../../support/published-schema.ts';

const LICENSES = '/enterprises/acme/consumed-licenses';
const STATUS = '/enterprises/acme/license-sync-status';

const pageSchema = z.looseObject({ users: z.array(z.looseObject({ github_com_login: z.string() })) });

const enterprise = generateEnterprise({ people: 150, seed: 5 });
const rows = [...licensesOf(enterprise, 'newer')];

let peer: GitHubPeer;
beforeAll(async () => {
  peer = await startGitHubPeer({ enterprise: 'acme', people: 150, seed: 5 });
});
afterAll(() => peer.close());

function get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return fetch(peer.url + path, { headers: { authorization: `Bearer ${peer.ownerToken}`, ...headers } });
}

async function loginsOf(response: Response): Promise<string[]> {
  return pageSchema.parse(await response.json()).users.map((user) => user.github_com_login);
}

function linksOf(response: Response): Record<string, string> {
  const links = (response.headers.get('link') ?? '').matchAll(/<[^>]*\?([^>]*)>; rel="(\w+)"/g);
  return Object.fromEntries([...links].map(([, query, rel]) => [rel, query]));
}

describe('the published description', () => {
  it.each([
    { path: LICENSES, described: '/enterprises/{enterprise}/consumed-licenses' },
    { path: STATUS, described: '/enterprises/{enterprise}/license-sync-status' },
  ])('is kept by $described', async ({ path, described }) => {
    const problemsOf = publishedSchema('cloud', described);
    expect(problemsOf(await (await get(`${path}?per_page=100`)).json())).toEqual([]);
    expect(problemsOf({ users: [{ github_com_login: 1 }], server_instances: 1 })).not.toEqual([]);
  });
});

describe('consumed licenses', () => {
  it('has 30 rows on a page, and at most 100', async () => {
    expect(await loginsOf(await get(LICENSES))).toHaveLength(30);
    expect(await loginsOf(await get(`${LICENSES}?per_page=1000`))).toHaveLength(100);
  });

  it('has every row on exactly one page', async () => {
    const pages = Array.from({ length: Math.ceil(rows.length / 50) }, (_, index) => index + 1);
    const logins = [];
    for (const page of pages) {
      logins.push(...(await loginsOf(await get(`${LICENSES}?per_page=50&page=${page}`))));
    }
    expect(logins).toEqual(rows.map((row) => row.login));
  });

  it.each([
    { page: 1, links: { next: 'per_page=80&page=2', last: 'per_page=80&page=3' } },
    {
      page: 2,
      links: {
        prev: 'per_page=80&page=1',
        next: 'per_page=80&page=3',
        last: 'per_page=80&page=3',
        first: 'per_page=80&page=1',
      },
    },
    { page: 3, links: { prev: 'per_page=80&page=2', first: 'per_page=80&page=1' } },
  ])('leads on from page $page of 3', async ({ page, links }) => {
    expect(Math.ceil(rows.length / 80)).toBe(3);
    expect(linksOf(await get(`${LICENSES}?per_page=80&page=${page}`))).toEqual(links);
  });

  it('is not sent again to who has it by its ETag', async () => {
    const first = await get(LICENSES);
    const again = await get(LICENSES, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(
      (await get(`${LICENSES}?page=2`, { 'if-none-match': first.headers.get('etag') ?? '' })).status,
    ).toBe(200);
  });

  it('is under the path of a server instance as well', async () => {
    const response = await get(`/api/v3${LICENSES}`);
    expect(await loginsOf(response)).toHaveLength(30);
    expect(response.headers.get('link')).toContain(`${peer.url}/api/v3${LICENSES}?page=2`);
  });
});

it('tells of every instance that it synced a day ago', async () => {
  const { server_instances } = z
    .object({ server_instances: z.array(z.looseObject({ hostname: z.string() })) })
    .parse(await (await get(STATUS)).json());
  expect(server_instances.map(({ hostname }) => hostname)).toEqual(
    enterprise.instances.map(({ hostName }) => hostName),
  );
});

it('counts requests against the limit of the token', async () => {
  const remaining = async () => Number((await get(STATUS)).headers.get('x-ratelimit-remaining'));
  const before = await remaining();
  expect(await remaining()).toBe(before - 1);
});

describe('who and how may ask', () => {
  it.each([
    { who: 'nobody', authorization: () => '', status: 401 },
    { who: 'a stranger', authorization: () => 'Bearer ghp_unknown', status: 401 },
    { who: 'a member', authorization: () => `token ${peer.memberToken}`, status: 404 },
    {
      who: 'an owner without scope',
      authorization: () => `token ${peer.ownerTokenWithoutScope}`,
      status: 404,
    },
    { who: 'an owner', authorization: () => `token ${peer.ownerToken}`, status: 200 },
  ])('answers $who $status', async ({ authorization, status }) => {
    const response = await get(LICENSES, { authorization: authorization() });
    expect(response.status).toBe(status);
    if (status !== 200) expect(await response.json()).toMatchObject({ status: String(status) });
  });

  it.each([
    { version: '2022-11-28', status: 200 },
    { version: '2026-03-10', status: 200 },
    { version: '2020-01-01', status: 400 },
  ])('answers version $version $status', async ({ version, status }) => {
    expect((await get(LICENSES, { 'x-github-api-version': version })).status).toBe(status);
  });

  it.each(['/enterprises/other/consumed-licenses', '/enterprises/acme/settings', '/'])(
    'answers 404 to %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});
