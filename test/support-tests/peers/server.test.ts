import { parse } from 'csv-parse/sync';
import { fetch as fetchWithOptions } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GitHubPeer, type ServerPeer, startGitHubPeer } from '../../peers/github-peer.ts';
import { generateEnterprise } from '../../support/enterprise/enterprise.ts';
import { serverUsersOf } from '../../support/enterprise/files.ts';
import { publishedSchema } from '../../support/published-schema.ts';
import { askServer, basic } from './ask-server.ts';

const REPORT = '/stafftools/reports/all_users.csv';
const LICENSE = '/api/v3/enterprise/settings/license';
const STATS = '/api/v3/enterprise/stats/users';

/** Published header of `all_users.csv`. */
const HEADER =
  'created_at,id,login,email,role,suspended?,last_logged_ip,repos,ssh_keys,org_memberships,dormant?,last_active,raw_login,2fa_enabled?';

const enterprise = generateEnterprise({ people: 300, seed: 9 });

let peer: GitHubPeer;
beforeAll(async () => {
  peer = await startGitHubPeer({ enterprise: 'acme', people: 300, seed: 9 });
});
afterAll(() => peer.close());

function serverAt(position: number): ServerPeer {
  const server = peer.servers[position];
  if (server === undefined) throw new RangeError(`the peer has no server ${position}`);
  return server;
}

describe('the users report', () => {
  it.each([0, 1, 2])('has the accounts of the newest file of instance %i', async (position) => {
    const { text, headers } = await askServer(serverAt(position), REPORT);
    expect(text.split('\n', 1)).toEqual([HEADER]);
    expect(headers['content-type']).toContain('text/csv');
    const rows: Record<string, string>[] = parse(text, { columns: true });
    const planted = [...serverUsersOf(enterprise, serverAt(position).hostName, 'newer')];
    expect(rows.map(({ id, email }) => [Number(id), email])).toEqual(
      planted.map(({ userId, primaryEmail }) => [userId, primaryEmail ?? '']),
    );
  });

  it('leaves blank what no file tells', async () => {
    const isUnknown = (row: Record<string, string>) => row['suspended?'] === '' && row['dormant?'] === '';
    const unknown = [];
    for (const server of peer.servers) {
      const rows: Record<string, string>[] = parse((await askServer(server, REPORT)).text, { columns: true });
      unknown.push(...rows.filter(isUnknown).map((row) => `${server.hostName}:${row.id}`));
    }
    const planted = [...enterprise.humans()].filter(({ kind }) => kind === 'joined-after-report');
    expect(unknown).not.toEqual([]);
    expect(unknown).toEqual(planted.flatMap(({ serverUsers }) => serverUsers.map(({ key }) => key)));
  });
});

describe('the published description', () => {
  it.each([
    { path: LICENSE, described: '/enterprise/settings/license' },
    { path: STATS, described: '/enterprise/stats/users' },
  ])('is kept by $described', async ({ path, described }) => {
    const problemsOf = publishedSchema('server', described);
    expect(problemsOf(JSON.parse((await askServer(serverAt(0), path)).text))).toEqual([]);
    expect(problemsOf({ total_users: '1', seats_used: '1' })).not.toEqual([]);
  });

  it('is filled with the counts of the instance', async () => {
    const users = [...serverUsersOf(enterprise, serverAt(0).hostName, 'newer')];
    const suspended = users.filter((user) => user.suspended).length;
    const license = JSON.parse((await askServer(serverAt(0), LICENSE)).text);
    expect(license).toMatchObject({ seats_used: users.length - suspended - 2 });
    expect(JSON.parse((await askServer(serverAt(0), STATS)).text)).toEqual({
      total_users: users.length,
      admin_users: users.filter((user) => user.siteAdmin).length,
      suspended_users: suspended,
    });
  });
});

describe('who may ask', () => {
  it.each([
    { path: REPORT, who: 'nobody', authorization: () => '', status: 401 },
    { path: REPORT, who: 'a wrong token', authorization: () => basic('site-admin', 'no'), status: 401 },
    { path: REPORT, who: 'a wrong name', authorization: () => basic('mona', serverAt(0).token), status: 401 },
    {
      path: REPORT,
      who: "another instance's",
      authorization: () => basic('site-admin', serverAt(1).token),
      status: 401,
    },
    { path: REPORT, who: 'a bare token', authorization: () => `token ${serverAt(0).token}`, status: 401 },
    { path: LICENSE, who: 'a bare token', authorization: () => `token ${serverAt(0).token}`, status: 200 },
    { path: STATS, who: 'nobody', authorization: () => '', status: 401 },
  ])('answers $who $status at $path', async ({ path, authorization, status }) => {
    expect((await askServer(serverAt(0), path, authorization())).status).toBe(status);
  });

  it("answers 404 in GitHub's shape elsewhere", async () => {
    const { status, text } = await askServer(serverAt(0), '/api/v3/users');
    expect(status).toBe(404);
    expect(JSON.parse(text)).toMatchObject({ message: 'Not Found', status: '404' });
  });

  it('is trusted by nobody who does not know its authority', async () => {
    await expect(fetchWithOptions(serverAt(0).url)).rejects.toThrow();
  });
});
