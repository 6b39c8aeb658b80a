import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FAILURES, type Fault } from '../../peers/faults/fault.ts';
import { type GitHubPeer, startGitHubPeer } from '../../peers/github-peer.ts';
import { askServer, type ServerAnswer } from './ask-server.ts';
import { queryPeer } from './query-peer.ts';

const LICENSES = '/enterprises/acme/consumed-licenses';
const STATUS = '/enterprises/acme/license-sync-status';
const REPORT = '/stafftools/reports/all_users.csv';

let peer: GitHubPeer;
beforeAll(async () => {
  peer = await startGitHubPeer({ enterprise: 'acme', people: 200, seed: 2 });
});
afterEach(() => {
  peer.faults.clear();
  peer.requests.clear();
});
afterAll(() => peer.close());

function get(path: string): Promise<Response> {
  return fetch(peer.url + path, { headers: { authorization: `Bearer ${peer.ownerToken}` } });
}

async function statuses(requests: number, path = STATUS): Promise<number[]> {
  const seen = [];
  for (let request = 0; request < requests; request++) seen.push((await get(path)).status);
  return seen;
}

function report(path = REPORT): Promise<ServerAnswer> {
  const [server] = peer.servers;
  if (server === undefined) throw new Error('the peer has servers');
  return askServer(server, path);
}

const down: Fault = { kind: 'status', status: 503 };

describe('a fault is switched on', () => {
  it('for the next requests', async () => {
    peer.faults.next(down, {}, 2);
    expect(await statuses(3)).toEqual([503, 503, 200]);
  });

  it('in the order of the calls', async () => {
    peer.faults.next(down);
    peer.faults.next({ kind: 'status', status: 500 });
    expect(await statuses(3)).toEqual([503, 500, 200]);
  });

  it('for all requests until it is cleared', async () => {
    peer.faults.always(down);
    expect(await statuses(3)).toEqual([503, 503, 503]);
    peer.faults.clear();
    expect(await statuses(1)).toEqual([200]);
  });

  it('for one operation', async () => {
    peer.faults.always(down, { operation: 'consumed-licenses' });
    expect([...(await statuses(1)), ...(await statuses(1, LICENSES))]).toEqual([200, 503]);
  });

  it('for one source', async () => {
    peer.faults.always(down, { source: 'server:ghes-emea.example.com' });
    expect([...(await statuses(1)), (await report()).status]).toEqual([200, 503]);
  });

  it('by a function that is told the request and its number among those of its operation', async () => {
    peer.faults.decide(({ operation }, n) => (operation === 'license-sync-status' && n === 2 ? down : null));
    expect([...(await statuses(3)), ...(await statuses(2, LICENSES))]).toEqual([200, 503, 200, 200, 200]);
  });
});

describe('the log of requests', () => {
  it('has every request with its fault', async () => {
    peer.faults.next(down);
    await statuses(2);
    await report();
    await queryPeer(peer, { query: '{ enterprise(slug: "acme") { viewerIsAdmin } }' });
    const license = { source: 'cloud', operation: 'license-sync-status', method: 'GET', path: STATUS };
    expect(peer.requests.list()).toEqual([
      { ...license, fault: 'status' },
      { ...license, fault: null },
      {
        source: 'server:ghes-emea.example.com',
        operation: 'users-report',
        method: 'GET',
        path: REPORT,
        fault: null,
      },
      { source: 'cloud', operation: 'owner-check', method: 'POST', path: '/graphql', fault: null },
    ]);
    expect(peer.requests.count({ operation: 'license-sync-status' })).toBe(2);
  });

  it('has no token', async () => {
    await report();
    await statuses(1);
    const tokens = [peer.ownerToken, ...peer.servers.map(({ token }) => token)];
    expect(tokens.filter((token) => JSON.stringify(peer.requests.list()).includes(token))).toEqual([]);
  });
});

describe('a failure', () => {
  it.each(FAILURES)('can be told from an honest answer: %o', async (fault) => {
    peer.faults.next(fault);
    const answer = get(LICENSES).then(async (response) => {
      const body = await response.json();
      if (!response.ok || !('users' in Object(body))) throw new Error(`${response.status}`);
    });
    await expect(answer).rejects.toThrow();
  });

  it.each([
    {
      fault: { kind: 'primary-rate-limit', resetInSeconds: 60 },
      status: 403,
      remaining: '0',
      retryAfter: null,
    },
    {
      fault: { kind: 'secondary-rate-limit', retryAfterSeconds: 7, status: 429 },
      status: 429,
      remaining: null,
      retryAfter: '7',
    },
    {
      fault: { kind: 'secondary-rate-limit', retryAfterSeconds: null },
      status: 403,
      remaining: null,
      retryAfter: null,
    },
  ] as const)(
    'of a limit says when to come back: $fault',
    async ({ fault, status, remaining, retryAfter }) => {
      peer.faults.next(fault);
      const { headers, status: answered } = await get(STATUS);
      expect([answered, headers.get('x-ratelimit-remaining'), headers.get('retry-after')]).toEqual([
        status,
        remaining,
        retryAfter,
      ]);
    },
  );

  it('of the primary limit is a GraphQL error with status 200', async () => {
    peer.faults.next({ kind: 'primary-rate-limit', resetInSeconds: 60 });
    const answer = await queryPeer(peer, { query: '{ viewer { login } }' });
    expect(answer).toMatchObject({ errors: [{ type: 'RATE_LIMITED' }] });
  });

  it('may leave a part of the data', async () => {
    peer.faults.next({ kind: 'partial-data' });
    const { data, errors } = await queryPeer(peer, {
      query: '{ enterprise(slug: "acme") { organizations(first: 2) { nodes { login } } } }',
    });
    expect(data).toEqual({ enterprise: { organizations: { nodes: [{ login: 'acme' }, null] } } });
    expect(errors).toHaveLength(1);
  });
});

describe('a detour', () => {
  it('leads to the report under another path', async () => {
    peer.faults.always({ kind: 'redirect' });
    const { status, headers } = await report();
    expect(status).toBe(302);
    const moved = await report(headers.location);
    expect([moved.status, moved.text.slice(0, 10)]).toEqual([200, 'created_at']);
  });

  it('leads to another host', async () => {
    peer.faults.next({ kind: 'redirect', to: 'https://elsewhere.example.com/' });
    expect((await report()).headers.location).toBe('https://elsewhere.example.com/');
  });

  it('waits for a report that is being made', async () => {
    peer.faults.next({ kind: 'not-ready' }, { operation: 'users-report' });
    expect([(await report()).status, (await report()).status]).toEqual([202, 200]);
  });

  it('is slow', async () => {
    peer.faults.next({ kind: 'slow', ms: 1e6 });
    const signal = AbortSignal.timeout(20);
    await expect(fetch(peer.url + STATUS, { signal })).rejects.toThrow('timeout');
  });
});
