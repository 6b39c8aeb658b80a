import { once } from 'node:events';
import { createServer } from 'node:https';
import { inspect } from 'node:util';
import { generate } from 'selfsigned';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { OctokitEnterprise } from '../../../../shared/adapters/github/enterprise.ts';
import { PullError } from '../../../../shared/domain/pull-error.ts';
import type { GitHubEnterprise, PullCall } from '../../../../shared/github-ports.ts';
import { host } from '../../../support/accounts.ts';
import { portOf } from '../../../support/engines/engine.ts';
import { type Answer, failureOf, OBSERVED_AT, scenario, TOKEN } from './scripted-github.ts';

const ADDRESS = 'sentinel@example.com';
const INSTALLATION = { id: ADDRESS, hostName: host('ghe.example.com'), uploadedAt: OBSERVED_AT };

const PULLS: Readonly<Record<string, (enterprise: GitHubEnterprise, call: PullCall) => Promise<unknown>>> = {
  'consumed licenses': (enterprise, call) => enterprise.consumedLicenses(call),
  'license sync status': (enterprise, call) => enterprise.licenseSyncStatus(call),
  'linked identities': (enterprise, call) => enterprise.linkedIdentities(call),
  'server installations': (enterprise, call) => enterprise.serverInstallations(call),
  'server accounts': (enterprise, call) => enterprise.serverAccounts(INSTALLATION, call),
};

/** Everything that might be told again of an answer. */
const TELLING = {
  message: `Bad credentials for ${TOKEN} of ${ADDRESS}`,
  documentation_url: `https://docs.github.com/${ADDRESS}`,
};

const STATUSES: readonly (readonly [failure: string, answer: Answer])[] = [
  ['unauthorized', { status: 401, json: TELLING }],
  ['forbidden', { status: 403, json: TELLING, headers: { 'x-ratelimit-remaining': '4999' } }],
  ['forbidden', { status: 403, text: ADDRESS, headers: { 'content-type': 'text/plain' } }],
  ['not-found', { status: 404, json: TELLING }],
  [
    'not-found',
    { status: 404, json: TELLING, headers: { deprecation: 'true', sunset: 'Sat, 1 Jan 2028 00:00:00 GMT' } },
  ],
  ['rate-limited', { status: 429, json: TELLING }],
  ['rate-limited', { status: 403, json: TELLING, headers: { 'retry-after': '9' } }],
  ['unavailable', { status: 500, json: TELLING }],
  ['unavailable', { status: 503, text: `<html>${TOKEN}` }],
  ['unreadable-answer', { status: 400, json: TELLING }],
  ['unreadable-answer', { status: 409, json: TELLING }],
  ['unreadable-answer', { status: 422, json: { ...TELLING, errors: [TELLING] } }],
  ['unreadable-answer', { status: 304, text: '' }],
  ['unreadable-answer', { status: 204, text: '' }],
  ['unreadable-answer', { status: 302, text: '', headers: { location: `https://${TOKEN}.example.com` } }],
  ['unreadable-answer', { text: `<html>${ADDRESS}`, headers: { 'content-type': 'text/html' } }],
  ['unreadable-answer', { text: `{"users":[{"github_com_login":"${ADDRESS}` }],
  ['unreadable-answer', { json: { [ADDRESS]: TOKEN } }],
  ['unreadable-answer', { json: [ADDRESS] }],
  ['unreadable-answer', { json: null }],
  ['unreadable-answer', { json: { errors: ADDRESS } }],
  ['unreadable-answer', { json: { errors: [null] } }],
  ['unavailable', { fault: 'before' }],
  ['incomplete-answer', { text: ADDRESS, fault: 'within' }],
  ['timed-out', { fault: 'never' }],
];

const QUERY_ERRORS: readonly (readonly [failure: string, errors: readonly object[]])[] = [
  ['not-found', [{ type: 'NOT_FOUND', ...TELLING }]],
  ['forbidden', [{ type: 'FORBIDDEN', ...TELLING, path: [ADDRESS] }]],
  ['forbidden', [{ type: 'INSUFFICIENT_SCOPES', ...TELLING }]],
  ['rate-limited', [{ type: 'RATE_LIMITED', ...TELLING }]],
  ['unavailable', [{ type: 'INTERNAL', ...TELLING }]],
  ['unavailable', [{ type: ADDRESS, ...TELLING }]],
  ['unavailable', [{ message: `Something went wrong while executing your query. ${ADDRESS}` }]],
  ['unreadable-answer', [{ ...TELLING, extensions: { code: 'undefinedField' } }]],
  ['unreadable-answer', [{}]],
];

/** What a failure tells, wherever one might look. */
function told(error: PullError): string {
  return [
    error.message,
    error.stack,
    String(error),
    inspect(error, { depth: 9, showHidden: true }),
    JSON.stringify(error),
  ].join();
}

function expectNothingTold(error: PullError): void {
  expect(error).toBeInstanceOf(PullError);
  expect(error.cause).toBeUndefined();
  expect(Object.keys(error).sort()).toEqual(['failure', 'name']);
  for (const secret of [TOKEN, ADDRESS, 'authorization', '127.0.0.1', 'per_page', 'github_com_login":']) {
    expect(told(error)).not.toContain(secret);
  }
}

const consoles = (['log', 'warn', 'error', 'info', 'debug'] as const).map((level) =>
  vi.spyOn(console, level),
);

afterEach(() => {
  for (const spy of consoles) expect(spy).not.toHaveBeenCalled();
});

async function failureWhen(pull: string, answer: Answer) {
  const { enterprise, call } = await scenario(
    () => answer,
    answer.fault === 'never' ? { requestTimeoutMs: 50 } : {},
  );
  return failureOf(PULLS[pull]?.(enterprise, call) ?? Promise.resolve());
}

describe.each(['consumed licenses', 'server accounts'])('%s', (pull) => {
  test.each(STATUSES)('%s after %j', async (failure, answer) => {
    const error = await failureWhen(pull, answer);
    expect(error.failure).toBe(failure);
    expectNothingTold(error);
  });
});

test.each(Object.keys(PULLS))('%s with a token that GitHub does not know', async (pull) => {
  const error = await failureWhen(pull, { status: 401, json: TELLING });
  expect(error.failure).toBe('unauthorized');
  expectNothingTold(error);
});

describe.each(['linked identities', 'server installations', 'server accounts'])('%s by GraphQL', (pull) => {
  test.each(QUERY_ERRORS)('%s after %j', async (failure, errors) => {
    const error = await failureWhen(pull, { json: { data: null, errors } });
    expect(error.failure).toBe(failure);
    expectNothingTold(error);
  });
});

describe('the connection', () => {
  let sent = 0;

  async function failureAt(apiUrl: string, more: object = {}) {
    const enterprise = new OctokitEnterprise({
      apiUrl,
      apiVersion: '2022-11-28',
      enterprise: 'acme',
      token: TOKEN,
      retryAfterBaseMs: 1,
      ...more,
    });
    const signal = new AbortController().signal;
    sent = 0;
    const call = {
      observedAt: OBSERVED_AT,
      deadlineMs: Date.now() + 10_000,
      signal,
      onRequest: () => {
        sent++;
      },
    };
    return failureOf(enterprise.consumedLicenses(call));
  }

  test('to a server whose certificate nobody vouches for', async () => {
    const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }]);
    const server = createServer({ key, cert }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const error = await failureAt(`https://127.0.0.1:${portOf(server)}`);
    expect(error.failure).toBe('untrusted-certificate');
    expect(sent).toBe(1);
    expectNothingTold(error);
  });

  test('to nobody', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `https://127.0.0.1:${portOf(server)}`;
    server.close();
    await once(server, 'close');
    const error = await failureAt(url);
    expect(error.failure).toBe('unavailable');
    expectNothingTold(error);
  });

  test.each([
    ['CERT_HAS_EXPIRED', 'untrusted-certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'untrusted-certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted-certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted-certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted-certificate'],
    ['ENOTFOUND', 'unavailable'],
    ['ECONNRESET', 'unavailable'],
    ['UND_ERR_SOCKET', 'unavailable'],
  ])('that fails with %s', async (code, failure) => {
    const cause = Object.assign(new Error(`${code} ${ADDRESS}`), { code });
    const fetch = () => Promise.reject(new TypeError('fetch failed', { cause }));
    const error = await failureAt('https://api.github.com', { fetch });
    expect(error.failure).toBe(failure);
    expectNothingTold(error);
  });

  test('that cannot be made with such a token', async () => {
    const error = await failureAt('http://127.0.0.1:1', { token: `${TOKEN}\n` });
    expect(error.failure).toBe('internal');
    expectNothingTold(error);
  });
});
