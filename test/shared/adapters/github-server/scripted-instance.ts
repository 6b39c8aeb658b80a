import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createRawServer, type Server as RawServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { portOf } from '../../../support/engines/engine.ts';
import type { Certificate } from './certificates.ts';

export const REPORT_PATH = '/stafftools/reports/all_users.csv';

export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export interface ScriptedInstance {
  readonly origin: string;
  /** `path authorization`, in the order they came. */
  readonly requests: readonly string[];
}

/**
 * A server on 127.0.0.1 until the end of the test. Each path has its replies: the first request gets the first one,
 * and all after the last get the last one. Other paths are not found.
 */
export async function scriptedInstance(
  replies: Readonly<Record<string, readonly Reply[]>>,
  certificate?: Certificate,
): Promise<ScriptedInstance> {
  const requests: string[] = [];
  const asked = new Map<string, number>();
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '';
    requests.push(`${path} ${request.headers.authorization ?? 'anonymous'}`);
    const script = replies[path] ?? [status(404)];
    const turn = asked.get(path) ?? 0;
    asked.set(path, turn + 1);
    (script[turn] ?? script.at(-1))?.(response, request);
  };
  const server = certificate === undefined ? createServer(serve) : createTlsServer(certificate, serve);
  const scheme = certificate === undefined ? 'http' : 'https';
  return { origin: `${scheme}://127.0.0.1:${await listen(server)}`, requests };
}

/** A server that answers every request with these bytes and then does as it is told with the connection. */
export async function rawInstance(
  answer: Uint8Array | string,
  finish: (socket: Socket) => void = (socket) => socket.end(),
): Promise<string> {
  const server = createRawServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.write(answer, () => finish(socket)));
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

async function listen(server: Server | RawServer): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });
  return portOf(server);
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return (response) => response.writeHead(code, headers).end('no report here');
}

export function body(
  content: string | Uint8Array,
  headers: Readonly<Record<string, string | string[]>> = {},
): Reply {
  return (response) => response.writeHead(200, headers).end(content);
}

export function redirect(location: string, code = 302): Reply {
  return status(code, { location });
}
