import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { GitHubServerClient } from '../../../../shared/adapters/github-server/github-server-client.ts';
import { parseConnections } from '../../../../shared/contracts/github-connections.ts';
import { BASIC, failureOf, HEADER, pull, REPORT, row, TOKEN, USERNAME } from './pulling.ts';
import {
  body,
  REPORT_PATH,
  type Reply,
  rawInstance,
  redirect,
  scriptedInstance,
  status,
} from './scripted-instance.ts';

const ADDRESS = 'sentinel.person@example.com';
const LOGIN = 'sentinel-login';
const QUERY = 'sentinel-query';
const SENTINELS = [TOKEN, USERNAME, BASIC.slice(6), ADDRESS, LOGIN, QUERY];

const ROW = row(7, LOGIN, ADDRESS, 'user', false, false);
const FULL = REPORT + ROW;
const HEADERS = { 'x-echo': `${TOKEN} ${ADDRESS}`, 'retry-after': ADDRESS };

function everythingOf(error: unknown): string {
  const { message, stack, cause } = error instanceof Error ? error : new Error('there was none');
  const shown = inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
  return [message, stack, inspect(cause), shown, JSON.stringify(error)].join('\n');
}

function echo(code: number): Reply {
  return (response, request) =>
    response.writeHead(code, HEADERS).end(`${request.headers.authorization} ${TOKEN}\n${FULL}`);
}

describe('no failure tells a token, a user name or an address', () => {
  it.each([
    ...[400, 401, 403, 404, 429, 500, 503].map((code) => [`HTTP ${code}`, echo(code)] as const),
    ['a body that echoes', echo(200)],
    ['a bad row', body(FULL + ROW)],
    ['a bad cell', body(`${HEADER}${ROW.replace('7', ADDRESS)}`)],
    ['an open quote', body(FULL.slice(0, -20))],
    ['no archive', body(FULL, { 'content-encoding': 'gzip' })],
    ['half an archive', body(gzipSync(FULL).subarray(0, -9), { 'content-encoding': 'gzip' })],
    ['an unknown encoding', body(FULL, { 'content-encoding': ADDRESS })],
    ['a report that is being made', status(202, HEADERS)],
    ['a circle', redirect(`${REPORT_PATH}?${QUERY}=${TOKEN}`)],
    ['a redirect to nowhere', redirect(`ftp://${USERNAME}:${TOKEN}@127.0.0.1/${QUERY}`)],
    ['a redirect to nobody', redirect(`http://${USERNAME}:${TOKEN}@127.0.0.1:1/?${QUERY}`)],
  ] as const)('%s', async (_, reply) => {
    const instance = await scriptedInstance({ [REPORT_PATH]: [reply], [`${REPORT_PATH}?${QUERY}`]: [reply] });
    const pulled = await pull(instance.origin);
    expect(failureOf(pulled)).not.toBeNull();
    const told = everythingOf(pulled.result);
    expect(SENTINELS.filter((sentinel) => told.includes(sentinel))).toEqual([]);
    expect(pulled.result).not.toHaveProperty('cause');
  });

  it.each([
    ['no HTTP', `${TOKEN} ${ADDRESS}\r\n`],
    ['a header that is none', `HTTP/1.1 200 OK\r\n${ADDRESS} ${TOKEN}\r\n\r\n`],
    ['a cut off report', `HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n${FULL}`],
    ['a bad chunk', `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${ADDRESS}\r\n`],
  ])('%s', async (_, bytes) => {
    const told = everythingOf((await pull(await rawInstance(bytes))).result);
    expect(SENTINELS.filter((sentinel) => told.includes(sentinel))).toEqual([]);
  });

  it('nor does the client when it is shown', () => {
    const instance = { host_name: 'ghe.example.com', username: USERNAME, token: TOKEN };
    const { serverInstances } = parseConnections(JSON.stringify({ server_instances: [instance] }));
    const told = serverInstances.map((connection) =>
      inspect(new GitHubServerClient(connection), { showHidden: true }),
    );
    expect(told).toHaveLength(1);
    expect(SENTINELS.filter((sentinel) => told.join().includes(sentinel))).toEqual([]);
  });
});
