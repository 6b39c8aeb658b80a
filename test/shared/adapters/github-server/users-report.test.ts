import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BASIC, failureOf, HEADER, pull, REPORT, row, snapshotOf } from './pulling.ts';
import { body, REPORT_PATH, type Reply, scriptedInstance, status } from './scripted-instance.ts';

function instanceWith(...replies: readonly Reply[]) {
  return scriptedInstance({ [REPORT_PATH]: replies });
}

describe('a report', () => {
  it('becomes a snapshot of the instance, with the time the pull began', async () => {
    const instance = await instanceWith(body(REPORT));
    const { result, requests } = await pull(instance.origin);
    expect(result).toMatchObject({
      snapshot: {
        kind: 'server',
        channel: 'users-report',
        observedAt: '2026-03-01T00:00:00.000Z',
        instance: { hostName: 'ghe.example.com' },
      },
      crossChecks: [],
    });
    expect([...snapshotOf({ result }).accounts]).toMatchObject([
      { userId: 1, systemUser: 'ghost', primaryEmail: null },
      { userId: 2, primaryEmail: 'mona@example.com', siteAdmin: true },
      { userId: 3, dormant: true },
      { userId: 4, suspended: true },
    ]);
    expect(instance.requests[0]).toBe(`${REPORT_PATH} ${BASIC}`);
    expect(requests).toBe(instance.requests.length);
  });

  it.each([
    ['by its content encoding', body(gzipSync(REPORT), { 'content-encoding': 'gzip' })],
    ['under its old name', body(gzipSync(REPORT), { 'content-encoding': 'x-gzip' })],
  ])('may be compressed %s', async (_, reply) => {
    const { result } = await pull((await instanceWith(reply)).origin);
    expect(result).toMatchObject({ snapshot: { accounts: { length: 4 } } });
  });
});

describe('a report that is being made', () => {
  it('is asked for again after a while', async () => {
    const instance = await instanceWith(status(202), status(202), body(REPORT));
    const { result, pauses } = await pull(instance.origin);
    expect(result).toMatchObject({ snapshot: { accounts: { length: 4 } } });
    expect(pauses).toEqual([70_000, 70_000]);
  });

  it.each([
    ['120', 120_000],
    ['0', 1_000],
    ['Sun, 01 Mar 2026 00:00:20 GMT', 20_000],
    ['soon', 70_000],
  ])('is asked for again when the instance says so: %s', async (retryAfter, pauseMs) => {
    const instance = await instanceWith(status(202, { 'retry-after': retryAfter }), body(REPORT));
    expect((await pull(instance.origin)).pauses).toEqual([pauseMs]);
  });

  it('is given up when the next request would come after the deadline', async () => {
    const pulled = await pull((await instanceWith(status(202))).origin, { timeLeftMs: 200_000 });
    expect(failureOf(pulled)).toBe('report-not-ready');
    expect(pulled.pauses).toEqual([70_000, 70_000]);
  });
});

describe('an answer that is no report', () => {
  it.each([
    [401, {}, 'unauthorized', 1],
    [403, {}, 'forbidden', 1],
    [403, { 'x-ratelimit-remaining': '0' }, 'rate-limited', 4],
    [403, { 'retry-after': '60' }, 'rate-limited', 4],
    [404, {}, 'not-found', 1],
    [429, {}, 'rate-limited', 4],
    [500, {}, 'unavailable', 4],
    [502, {}, 'unavailable', 4],
    [503, {}, 'unavailable', 4],
    [504, {}, 'unavailable', 4],
    [204, {}, 'unreadable-answer', 1],
    [206, {}, 'unreadable-answer', 1],
    [304, {}, 'unreadable-answer', 1],
    [400, {}, 'unreadable-answer', 1],
    [418, {}, 'unreadable-answer', 1],
  ])('HTTP %i with %j is %s after %i requests', async (code, headers, failure, requests) => {
    const pulled = await pull((await instanceWith(status(code, headers))).origin);
    expect(failureOf(pulled)).toBe(failure);
    expect(pulled.requests).toBe(requests);
  });

  it.each([
    ['a login page', body('<!DOCTYPE html>\n<html><body>Sign in</body></html>\n')],
    ['a login page in one line', body('<!DOCTYPE html><html><body>Sign in</body></html>')],
    ['nothing', body('')],
    ['white space without end', body(' '.repeat(100_000))],
    ['a message', body('{"message":"Not Found"}')],
    ['an export', body('{"instance":{"host_name":"ghe.example.com"},"users":[{"user_id":1,"emails":[]}]}')],
    ['an encrypted export', body('{"instance":{"host_name":"ghe.example.com"},"users":"c2VjcmV0"}')],
    ['a header alone', body(HEADER)],
    [
      'a report of suspended users only',
      body(HEADER + row(7, 'lisa', 'lisa@example.com', 'user', true, false)),
    ],
    ['a report without its columns', body('id,login,suspended?\n1,mona,false\n')],
    ['a row of the wrong length', body(`${REPORT}5,hubot\n`)],
    ['a user id twice', body(REPORT + row(2, 'mona', 'mona@example.com', 'admin', false, false))],
    ['bytes that are no text', body(Buffer.from([0xff, 0xfe, 0x00, 0x0a]))],
    ['an encoding that was not asked for', body(REPORT, { 'content-encoding': 'br' })],
    ['two encodings', body(gzipSync(REPORT), { 'content-encoding': ['gzip', 'gzip'] })],
    ['no archive', body(REPORT, { 'content-encoding': 'gzip' })],
  ])('%s is unreadable, and not asked for again', async (_, reply) => {
    const pulled = await pull((await instanceWith(reply)).origin);
    expect(failureOf(pulled)).toBe('unreadable-answer');
    expect(pulled.requests).toBe(1);
  });

  it('an archive that becomes endless is refused', async () => {
    const bomb = gzipSync(HEADER + row(1, 'mona', '', 'admin', false, false).repeat(20_000));
    const instance = await instanceWith(body(bomb, { 'content-encoding': 'gzip' }));
    const pulled = await pull(instance.origin, { maxReportBytes: 100_000 });
    expect(failureOf(pulled)).toBe('unreadable-answer');
  });
});

describe('a passing failure', () => {
  it('is tried again after pauses that grow', async () => {
    const instance = await instanceWith(status(503), status(500), status(502), body(REPORT));
    const { result, pauses } = await pull(instance.origin);
    expect(result).toMatchObject({ snapshot: { accounts: { length: 4 } } });
    expect(pauses).toEqual([2_000, 10_000, 30_000]);
  });

  it('is tried again no sooner than the instance wants', async () => {
    const instance = await instanceWith(status(503, { 'retry-after': '90' }), body(REPORT));
    expect((await pull(instance.origin)).pauses).toEqual([90_000]);
  });

  it('is tried again when the rate limit that is used up begins anew', async () => {
    const headers = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Date.UTC(2026, 2, 1, 0, 5) / 1000),
    };
    const instance = await instanceWith(status(403, headers), body(REPORT));
    expect((await pull(instance.origin)).pauses).toEqual([301_000]);
  });

  it('is not tried again after the deadline', async () => {
    const instance = await instanceWith(status(503, { 'retry-after': '90' }), body(REPORT));
    const pulled = await pull(instance.origin, { timeLeftMs: 60_000 });
    expect(failureOf(pulled)).toBe('unavailable');
    expect(pulled.pauses).toEqual([]);
  });

  it('has its attempts anew when the report is being made', async () => {
    const [fault, making] = [status(503), status(202)];
    const instance = await instanceWith(fault, fault, fault, making, fault, fault, fault, body(REPORT));
    expect((await pull(instance.origin)).result).toMatchObject({ snapshot: { accounts: { length: 4 } } });
  });
});
