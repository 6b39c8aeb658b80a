import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { failureOfRequest } from '../../../../shared/adapters/github-server/server-failures.ts';
import { failureOf, HEADER, pull, REPORT } from './pulling.ts';
import { body, REPORT_PATH, type Reply, rawInstance, scriptedInstance } from './scripted-instance.ts';

const SOON = { connect: 50, answer: 50, body: 50 };
const HELD_OPEN = (_socket: Socket): void => undefined;
const BEGUN = `HTTP/1.1 200 OK\r\ncontent-length: ${REPORT.length}\r\n\r\n${HEADER}`;

describe('an instance that is gone', () => {
  it('has no server', async () => {
    const pulled = await pull('http://127.0.0.1:1');
    expect(failureOf(pulled)).toBe('unavailable');
    expect(pulled.pauses).toEqual([2_000, 10_000, 30_000]);
  });

  it('resets the connection', async () => {
    const origin = await rawInstance('', (socket) => socket.resetAndDestroy());
    expect(failureOf(await pull(origin))).toBe('unavailable');
  });

  it('comes back', async () => {
    const instance = await scriptedInstance({
      [REPORT_PATH]: [(response) => response.destroy(), body(REPORT)],
    });
    const { result, requests } = await pull(instance.origin);
    expect(result).toMatchObject({ snapshot: { kind: 'server' } });
    expect(requests).toBe(instance.requests.length);
  });
});

describe('an instance that hangs', () => {
  it.each([
    ['before its answer', ''],
    ['within its answer', BEGUN],
  ])('%s is given up', async (_, bytes) => {
    const instance = await rawInstance(bytes, HELD_OPEN);
    expect(failureOf(await pull(instance, { timeouts: SOON, timeLeftMs: 1_000 }))).toBe('timed-out');
  });

  it.each([
    ['before its answer', ''],
    ['within its answer', BEGUN],
  ])('%s is left when the call is aborted', async (_, bytes) => {
    const abort = new AbortController();
    const origin = await rawInstance(bytes, () => setImmediate(() => abort.abort()));
    const pulled = await pull(origin, { signal: abort.signal });
    expect(failureOf(pulled)).toBe('timed-out');
    expect(pulled.requests).toBe(1);
  });

  it('is not asked when the call was aborted before', async () => {
    const instance = await scriptedInstance({ [REPORT_PATH]: [body(REPORT)] });
    const pulled = await pull(instance.origin, { signal: AbortSignal.abort(new Error('lease lost')) });
    expect(failureOf(pulled)).toBe('timed-out');
    expect(instance.requests).toEqual([]);
  });

  it('is left in a pause when the call is aborted', async () => {
    const abort = new AbortController();
    const instance = await scriptedInstance({
      [REPORT_PATH]: [
        (response) => {
          response.writeHead(202).end();
          abort.abort();
        },
      ],
    });
    expect(failureOf(await pull(instance.origin, { signal: abort.signal }))).toBe('timed-out');
  });
});

it('an answer without an end is left as soon as it is known to be none', async () => {
  const left = Promise.withResolvers<void>();
  const endless: Reply = (response) => {
    response.on('drain', () => response.write('<p>sign in</p>\n'.repeat(10_000)));
    response.on('close', left.resolve);
    response.write('<p>sign in</p>\n'.repeat(10_000));
  };
  const instance = await scriptedInstance({ [REPORT_PATH]: [endless] });
  expect(failureOf(await pull(instance.origin))).toBe('unreadable-answer');
  await left.promise;
});

it.each([
  ['ENOTFOUND', 'unavailable'],
  ['EAI_AGAIN', 'unavailable'],
  ['ECONNREFUSED', 'unavailable'],
  ['EHOSTUNREACH', 'unavailable'],
  ['ENETUNREACH', 'unavailable'],
  ['UND_ERR_SOCKET', 'unavailable'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'unavailable'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'unavailable'],
  ['ETIMEDOUT', 'timed-out'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timed-out'],
  ['CERT_REVOKED', 'untrusted-certificate'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted-certificate'],
  ['INVALID_PURPOSE', 'untrusted-certificate'],
  ['UND_ERR_INVALID_ARG', 'internal'],
])('%s is %s', (code, failure) => {
  const error = Object.assign(new Error('getaddrinfo ghe.example.com'), { code });
  const failed = failureOfRequest('the users report', error, new AbortController().signal);
  expect(failed).toMatchObject({ name: 'PullError', failure });
  expect(failed.message).not.toContain('ghe.example.com');
});
