import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { GitHubEnterpriseOwners } from '../../../../shared/adapters/github-owners/enterprise-owners.ts';
import { OWNER_QUERY } from '../../../../shared/adapters/github-owners/owner-answer.ts';
import { githubSchema } from '../../../peers/graphql/schema.ts';
import { startAnsweringServer } from '../../../support/answering-server.ts';
import { portOf } from '../../../support/engines/engine.ts';

const TOKEN = 'ghp_sentinel';

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

function answering({ status = 200, headers = {}, body = '' }: Answer): RequestListener {
  return (_, response) => {
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

/** Asks a GitHub that gives the answers in turn, and the last of them again. */
async function check(...answers: readonly [RequestListener, ...RequestListener[]]) {
  const rest = [...answers];
  const server = await startAnsweringServer((request, response) => {
    const answer = rest.length > 1 ? rest.shift() : rest[0];
    answer?.(request, response);
  });
  return { ...(await checkAt(server.url)), requests: server.requests };
}

async function checkAt(apiUrl: string, attemptTimeoutMs?: number) {
  const failures: string[] = [];
  const owners = new GitHubEnterpriseOwners({
    apiUrl,
    enterprise: 'octo-enterprise',
    onFailure: (failure) => failures.push(failure),
    ...(attemptTimeoutMs !== undefined && { attemptTimeoutMs }),
  });
  return { verdict: await owners.check(TOKEN), failures };
}

const enterprise = { viewerIsAdmin: true, ownerInfo: { __typename: 'EnterpriseOwnerInfo' } };
const data = { viewer: { login: 'octo-owner' }, enterprise };
const owner = { verdict: 'owner', login: 'octo-owner' };
const refusal = (type: string, extra: object = {}): Answer => ({
  body: { data: { viewer: data.viewer, enterprise: null }, errors: [{ type, message: 'no', ...extra }] },
});

describe('an owner', () => {
  it('is who administers the enterprise and sees what owners see', async () => {
    expect((await check(answering({ body: { data } }))).verdict).toEqual(owner);
  });

  it('is asked for in one request, with the token of the caller', async () => {
    const { requests } = await check(answering({ body: { data } }));
    expect(requests).toMatchObject([
      {
        method: 'POST',
        path: '/graphql',
        headers: { authorization: `Bearer ${TOKEN}`, 'user-agent': 'license-usage-sync' },
      },
    ]);
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      query: OWNER_QUERY,
      variables: { enterprise: 'octo-enterprise' },
    });
  });

  it('is asked for in words of GitHub’s schema', async () => {
    expect(validate(await githubSchema(), parse(OWNER_QUERY))).toEqual([]);
  });
});

describe('nobody else is an owner', () => {
  it.each<[what: string, verdict: string, answer: Answer]>([
    [
      'a token that GitHub does not know',
      'unauthenticated',
      { status: 401, body: { message: 'Bad credentials' } },
    ],
    [
      'no administrator',
      'forbidden',
      { body: { data: { ...data, enterprise: { ...enterprise, viewerIsAdmin: false } } } },
    ],
    [
      'an administrator but no owner',
      'forbidden',
      { body: { data: { ...data, enterprise: { ...enterprise, ownerInfo: null } } } },
    ],
    ['one who may not see the enterprise', 'forbidden', { body: { data: { ...data, enterprise: null } } }],
    ['an enterprise that is not there', 'forbidden', refusal('NOT_FOUND')],
    ['a token that is forbidden to', 'forbidden', refusal('FORBIDDEN')],
    ['a token without the scope', 'forbidden', refusal('INSUFFICIENT_SCOPES')],
    [
      'a token without SAML authorization',
      'forbidden',
      refusal('FORBIDDEN', { extensions: { saml_failure: true } }),
    ],
    [
      'a token refused as a whole',
      'forbidden',
      { status: 403, body: { message: 'Resource not accessible' } },
    ],
    [
      'a refusal without data',
      'forbidden',
      { body: { data: null, errors: [{ type: 'INSUFFICIENT_SCOPES' }] } },
    ],
    ['an owner, but for an error', 'forbidden', { body: { data, errors: [{ type: 'FORBIDDEN' }] } }],
    ['the primary limit', 'unavailable', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }],
    ['the primary limit in GraphQL', 'unavailable', { body: { errors: [{ type: 'RATE_LIMITED' }] } }],
    ['the secondary limit', 'unavailable', { status: 403, headers: { 'retry-after': '60' } }],
    [
      'the secondary limit without a header',
      'unavailable',
      { status: 403, body: 'You have exceeded a secondary rate limit.' },
    ],
    ['the limit as 429', 'unavailable', { status: 429 }],
    ['an error of a kind that nobody knows', 'unavailable', { body: { data, errors: [{ type: 'NEW' }] } }],
    ['an error of no kind', 'unavailable', { body: { data, errors: [{ message: 'Something went wrong' }] } }],
    ['a refusal beside another error', 'unavailable', { body: { errors: [{ type: 'FORBIDDEN' }, {}] } }],
    ['an empty list of errors', 'unavailable', { body: { data, errors: [] } }],
    ['errors that are no list', 'unavailable', { body: { data, errors: 'none' } }],
    ['another path', 'unavailable', { status: 404, body: { data } }],
    ['a redirect', 'unavailable', { status: 307, headers: { location: '/elsewhere' } }],
    ['no JSON', 'unavailable', { body: '<html>' }],
    ['nothing', 'unavailable', {}],
    ['no data', 'unavailable', { body: {} }],
    [
      'a text for a boolean',
      'unavailable',
      { body: { data: { ...data, enterprise: { ...enterprise, viewerIsAdmin: 'true' } } } },
    ],
    [
      'owner info left out',
      'unavailable',
      { body: { data: { ...data, enterprise: { viewerIsAdmin: true } } } },
    ],
    ['no login', 'unavailable', { body: { data: { ...data, viewer: { login: '' } } } }],
    ['a fault of GitHub', 'unavailable', { status: 502, body: { data } }],
  ])('%s: %s', async (_what, verdict, answer) => {
    expect((await check(answering(answer))).verdict).toEqual({ verdict });
  });

  it('an answer that breaks off: unavailable', async () => {
    const truncated: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(JSON.stringify({ data }), () => response.destroy());
    };
    expect((await check(truncated)).verdict).toEqual({ verdict: 'unavailable' });
  });

  it('no answer: unavailable', async () => {
    const silent = await startAnsweringServer(() => {});
    expect(await checkAt(silent.url, 50)).toEqual({
      verdict: { verdict: 'unavailable' },
      failures: ['TimeoutError', 'TimeoutError'],
    });
  });

  it('nobody there: unavailable', async () => {
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const url = `http://127.0.0.1:${portOf(gone)}`;
    gone.close();
    await once(gone, 'close');
    expect(await checkAt(url)).toEqual({
      verdict: { verdict: 'unavailable' },
      failures: ['ECONNREFUSED', 'ECONNREFUSED'],
    });
  });
});

describe('a second attempt', () => {
  it.each<[what: string, first: RequestListener]>([
    ['a fault of GitHub', answering({ status: 503 })],
    ['a connection that breaks', (_, response) => response.destroy()],
  ])('is made after %s', async (_what, first) => {
    const { verdict, requests } = await check(first, answering({ body: { data } }));
    expect(verdict).toEqual(owner);
    expect(requests).toHaveLength(2);
  });

  it('is the last', async () => {
    expect((await check(answering({ status: 503 }))).requests).toHaveLength(2);
  });

  it.each<[what: string, first: Answer]>([
    ['a refusal', { status: 401 }],
    ['a rate limit', { status: 429 }],
  ])('is not made after %s', async (_what, first) => {
    expect((await check(answering(first), answering({ body: { data } }))).requests).toHaveLength(1);
  });
});

it('tells why GitHub could not be asked, and neither token nor address', async () => {
  const { failures } = await check(answering({ status: 502 }));
  expect(failures).toEqual(['status 502', 'status 502']);
  const limited = await check(answering({ status: 429, body: TOKEN }));
  expect(limited.failures).toEqual(['unclear answer with status 429']);
});
