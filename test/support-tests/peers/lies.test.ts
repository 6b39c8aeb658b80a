import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Fault } from '../../peers/faults/fault.ts';
import { type GitHubPeer, startGitHubPeer } from '../../peers/github-peer.ts';
import { askServer, type ServerAnswer } from './ask-server.ts';
import { type QueryAnswer, queryPeer } from './query-peer.ts';

const SECOND_PAGE = '/enterprises/acme/consumed-licenses?per_page=20&page=2';
const REPORT = '/stafftools/reports/all_users.csv';
const ELSEWHERE = 'https://elsewhere.example.com/';

let peer: GitHubPeer;
beforeAll(async () => {
  peer = await startGitHubPeer({ enterprise: 'acme', people: 200, seed: 2 });
});
afterEach(() => peer.faults.clear());
afterAll(() => peer.close());

function getSecondPage(): Promise<Response> {
  return fetch(peer.url + SECOND_PAGE, { headers: { authorization: `Bearer ${peer.ownerToken}` } });
}

function askFirstServer(path: string): Promise<ServerAnswer> {
  const [server] = peer.servers;
  if (server === undefined) throw new Error('the peer has servers');
  return askServer(server, path);
}

describe('a lie of REST', () => {
  const pageSchema = z.looseObject({
    total_seats_consumed: z.int(),
    total_seats_purchased: z.int(),
    users: z.array(z.unknown()),
  });

  async function secondPage() {
    const response = await getSecondPage();
    return { ...pageSchema.parse(await response.json()), link: response.headers.get('link') };
  }

  async function told(fault: Fault) {
    const honest = await secondPage();
    peer.faults.next(fault);
    return { honest, lying: await secondPage() };
  }

  it('tells of more seats', async () => {
    const { honest, lying } = await told({ kind: 'wrong-totals', by: 3 });
    expect(lying).toEqual({
      ...honest,
      total_seats_consumed: honest.total_seats_consumed + 3,
      total_seats_purchased: honest.total_seats_purchased + 3,
    });
  });

  it('has rows that moved', async () => {
    const { honest, lying } = await told({ kind: 'moved-rows', by: 1 });
    expect(lying.users.slice(0, -1)).toEqual(honest.users.slice(1));
    const back = await told({ kind: 'moved-rows', by: -1 });
    expect(back.lying.users.slice(1)).toEqual(honest.users.slice(0, -1));
  });

  it('has no rows, and a next page', async () => {
    const { honest, lying } = await told({ kind: 'empty-page' });
    expect(lying).toEqual({ ...honest, users: [] });
  });

  it('has no Link', async () => {
    const { honest, lying } = await told({ kind: 'no-link' });
    expect(lying).toEqual({ ...honest, link: null });
  });

  it.each([
    { fault: { kind: 'foreign-link', to: ELSEWHERE }, next: (): string => ELSEWHERE },
    { fault: { kind: 'endless-pages' }, next: (): string => peer.url + SECOND_PAGE },
  ] as const)('leads astray: $fault', async ({ fault, next }) => {
    const { honest, lying } = await told(fault);
    expect(lying.users).toEqual(honest.users);
    expect(lying.link).toContain(`<${next()}>; rel="next"`);
    expect(lying.link?.match(/rel="next"/g)).toHaveLength(1);
  });

  it('is any other', async () => {
    peer.faults.next({ kind: 'altered', alter: (body) => ({ ...Object(body), users: 'none' }) });
    expect(await (await getSecondPage()).json()).toMatchObject({ users: 'none' });
  });
});

describe('a lie of GraphQL', () => {
  const LIST = `query ($after: String) { enterprise(slug: "acme") { ownerInfo {
    enterpriseServerInstallations(first: 1, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      nodes { hostName userAccountsUploads(first: 1) { nodes { syncState } } } } } } }`;

  async function page(after: string | null = null): Promise<QueryAnswer> {
    return queryPeer(peer, { query: LIST, variables: { after } });
  }
  const at = (path: string) => `data.enterprise.ownerInfo.enterpriseServerInstallations.${path}`;
  const cursorIn = (answer: QueryAnswer) => /"endCursor":"([^"]+)"/.exec(JSON.stringify(answer))?.[1] ?? null;

  it('tells of more entries', async () => {
    peer.faults.next({ kind: 'wrong-totals', by: 1 });
    expect(await page()).toHaveProperty(at('totalCount'), 4);
  });

  it('has entries that moved', async () => {
    const second = cursorIn(await page());
    peer.faults.next({ kind: 'moved-rows', by: -1 });
    const repeated = await page(second);
    expect(repeated).toHaveProperty(at('nodes.0.hostName'), 'ghes-emea.example.com');
    peer.faults.next({ kind: 'moved-rows', by: 1 });
    expect(await page(second)).toHaveProperty(at('nodes.0.hostName'), 'ghes-amer.example.com');
  });

  it('has no entries, and a next page', async () => {
    peer.faults.next({ kind: 'empty-page' });
    const answer = await page();
    expect(answer).toHaveProperty(at('nodes'), []);
    expect(answer).toHaveProperty(at('pageInfo.hasNextPage'), true);
  });

  it('never ends', async () => {
    peer.faults.always({ kind: 'endless-pages' });
    let after: string | null = null;
    for (let request = 0; request < 5; request++) {
      const answer = await page(after);
      expect(answer).toHaveProperty(at('nodes.0.hostName'), 'ghes-emea.example.com');
      after = cursorIn(answer);
    }
  });

  it('tells of an upload in the midst of paging', async () => {
    const state = at('nodes.0.userAccountsUploads.nodes.0.syncState');
    expect(await page()).toHaveProperty(state, 'PENDING');
    peer.faults.next({ kind: 'new-upload' });
    expect(await page()).toHaveProperty(state, 'SUCCESS');
    expect(await page()).toHaveProperty(state, 'SUCCESS');
  });
});

describe('a lie of a server instance', () => {
  it('has a report without people', async () => {
    peer.faults.next({ kind: 'empty-page' });
    expect((await askFirstServer(REPORT)).text).toMatch(/^created_at,.*2fa_enabled\?\n$/);
  });

  it('counts otherwise', async () => {
    const path = '/api/v3/enterprise/stats/users';
    const honest = JSON.parse((await askFirstServer(path)).text);
    peer.faults.next({ kind: 'wrong-totals', by: 5 });
    expect(JSON.parse((await askFirstServer(path)).text).total_users).toBe(honest.total_users + 5);
  });

  it('is any other', async () => {
    peer.faults.next({ kind: 'altered', alter: (text) => String(text).replace('suspended?', 'gone?') });
    expect((await askFirstServer(REPORT)).text).toContain(',gone?,');
  });
});
