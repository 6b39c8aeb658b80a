import { describe, expect, test } from 'vitest';
import {
  type Answer,
  data,
  failureOf,
  inOrder,
  type Scenario,
  type ScenarioOptions,
  scenario,
} from './scripted-github.ts';

const GOOD: Answer = { json: { total_seats_consumed: 0, users: [] } };
const NO_INSTALLATIONS = data({
  enterprise: {
    ownerInfo: {
      enterpriseServerInstallations: {
        totalCount: 0,
        nodes: [],
        pageInfo: { hasNextPage: false, endCursor: null },
      },
    },
  },
});

/** In seconds since the epoch, as GitHub tells it. */
const inSeconds = (seconds: number) => String(Math.floor(Date.now() / 1000) + seconds);

const primary = (resetInSeconds: number, status = 403): Answer => ({
  status,
  headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(resetInSeconds) },
  json: { message: 'API rate limit exceeded for user ID 1.' },
});

const secondary = (headers: Record<string, string>, status = 403): Answer => ({
  status,
  headers,
  json: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes.' },
});

const queryLimit = (resetInSeconds: number): Answer => ({
  headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inSeconds(resetInSeconds) },
  json: { errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }] },
});

/** With waits as long as they are told. */
const within = (ms: number): ScenarioOptions => ({ deadlineMs: Date.now() + ms, retryAfterBaseMs: 1000 });

const licenses = ({ enterprise, call }: Scenario) => enterprise.consumedLicenses(call);
const installations = ({ enterprise, call }: Scenario) => enterprise.serverInstallations(call);

describe('after a limit, the same is asked again', () => {
  test.each<[string, Answer]>([
    ['the primary one', primary(3)],
    ['the primary one as 429', primary(3, 429)],
    ['a secondary one', secondary({ 'retry-after': '3' })],
    ['a secondary one as 429', secondary({ 'retry-after': '3' }, 429)],
    ['a secondary one that tells no time', secondary({})],
  ])('%s', async (_, limit) => {
    const asked = await scenario(inOrder(limit, limit, GOOD));
    expect(await licenses(asked)).toMatchObject({ rows: [] });
    expect([asked.counted(), asked.requests.length]).toEqual([3, 3]);
  });

  test.each<[string, Answer]>([
    ['of points, with status 200', queryLimit(3)],
    ['a secondary one', secondary({ 'retry-after': '3' })],
  ])('in GraphQL: %s', async (_, limit) => {
    const asked = await scenario(inOrder(limit, NO_INSTALLATIONS));
    expect(await installations(asked)).toEqual([]);
    expect([asked.counted(), asked.requests.length]).toEqual([2, 2]);
  });
});

describe('a limit beyond the deadline fails at once', () => {
  test.each<[string, (asked: Scenario) => Promise<unknown>, Answer]>([
    ['the primary one', licenses, primary(100_000)],
    ['a secondary one', licenses, secondary({ 'retry-after': '100000' })],
    ['a secondary one that tells no time', licenses, secondary({})],
    ['one of points', installations, queryLimit(100_000)],
    ['a secondary one of GraphQL', installations, secondary({ 'retry-after': '100000' })],
    ['one without the words of a limit', licenses, { status: 429, json: {} }],
    [
      'one that tells when to come again, and nothing else',
      licenses,
      { status: 403, headers: { 'retry-after': '9' }, json: {} },
    ],
    [
      'a secondary one with status 200',
      installations,
      { json: { errors: [{ message: 'You have exceeded a secondary rate limit' }] } },
    ],
  ])('%s', async (_, ask, limit) => {
    const asked = await scenario(() => limit, within(20_000));
    expect(await failureOf(ask(asked))).toMatchObject({ failure: 'rate-limited' });
    expect(asked.counted()).toBe(1);
  });

  test('and one that never ends does after a few waits', async () => {
    const asked = await scenario(() => secondary({ 'retry-after': '1' }));
    expect(await failureOf(licenses(asked))).toMatchObject({ failure: 'rate-limited' });
    expect(asked.counted()).toBe(1 + 5);
  });
});

describe('what may pass is tried again', () => {
  test.each<[string, Answer]>([
    ['500', { status: 500, json: { message: 'oh' } }],
    ['502 with a page for people', { status: 502, text: '<html>', headers: { 'content-type': 'text/html' } }],
    ['503', { status: 503, text: '' }],
    ['a connection that is closed', { fault: 'before' }],
    ['an answer that is cut off', { ...GOOD, fault: 'within' }],
  ])('%s', async (_, answer) => {
    const asked = await scenario(inOrder(answer, answer, GOOD));
    expect(await licenses(asked)).toMatchObject({ rows: [] });
    expect([asked.counted(), asked.requests.length]).toEqual([3, 3]);
  });

  test('a query that GitHub did not finish', async () => {
    const unfinished = {
      json: { data: null, errors: [{ message: 'Something went wrong while executing your query.' }] },
    };
    const asked = await scenario(inOrder(unfinished, NO_INSTALLATIONS));
    expect(await installations(asked)).toEqual([]);
    expect(asked.counted()).toBe(2);
  });

  test.each<[string, string, Answer]>([
    ['a fault of GitHub', 'unavailable', { status: 500, json: {} }],
    ['a connection that is closed', 'unavailable', { fault: 'before' }],
    ['an answer that is cut off', 'incomplete-answer', { ...GOOD, fault: 'within' }],
    ['no answer', 'timed-out', { fault: 'never' }],
  ])('a few times: %s', async (_, failure, answer) => {
    const asked = await scenario(() => answer, answer.fault === 'never' ? { requestTimeoutMs: 50 } : {});
    expect(await failureOf(licenses(asked))).toMatchObject({ failure });
    expect(asked.counted()).toBe(1 + 3);
  });

  test('but not past the deadline', async () => {
    const asked = await scenario(() => ({ status: 500, json: {} }), within(900));
    expect(await failureOf(licenses(asked))).toMatchObject({ failure: 'unavailable' });
    expect(asked.counted()).toBe(1);
  });

  test.each([400, 401, 403, 404, 409, 410, 422, 451])('and never after %i', async (status) => {
    const asked = await scenario(() => ({ status, json: { message: 'no' } }));
    await failureOf(licenses(asked));
    expect(asked.counted()).toBe(1);
  });
});

describe('the signal of the call ends it', () => {
  const reasons: readonly (readonly [string, unknown])[] = [
    ['a plain abort', undefined],
    ['the time being up', new DOMException('time is up', 'TimeoutError')],
    ['another reason', new Error('lost the lease')],
  ];

  test.each(reasons)('before it began: %s', async (_, reason) => {
    const asked = await scenario(() => GOOD, { signal: AbortSignal.abort(reason) });
    expect(await failureOf(licenses(asked))).toMatchObject({ failure: 'timed-out' });
    expect(asked.counted()).toBe(0);
  });

  test.each(reasons)('while GitHub is silent: %s', async (_, reason) => {
    const abort = new AbortController();
    const asked = await scenario(
      () => {
        abort.abort(reason);
        return { fault: 'never' };
      },
      { signal: abort.signal },
    );
    expect(await failureOf(licenses(asked))).toMatchObject({ failure: 'timed-out' });
    expect(asked.counted()).toBe(1);
  });

  test('while a limit is waited for', async () => {
    const abort = new AbortController();
    const asked = await scenario(
      () => {
        setTimeout(() => abort.abort(), 50);
        return secondary({ 'retry-after': '2' });
      },
      { signal: abort.signal, retryAfterBaseMs: 1000 },
    );
    expect(await failureOf(licenses(asked))).toMatchObject({ failure: 'timed-out' });
    expect(asked.counted()).toBe(1);
  });
});

test('queries do not wait for one another as writes have to, which are one in a second', {
  timeout: 5000,
}, async () => {
  const { enterprise, call, counted } = await scenario(() => NO_INSTALLATIONS, { retryAfterBaseMs: 1000 });
  await Promise.all(Array.from({ length: 12 }, () => enterprise.serverInstallations(call)));
  expect(counted()).toBe(12);
});
