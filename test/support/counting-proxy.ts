import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { Engine } from './engines/engine.ts';
import { portOf } from './engines/engine.ts';

/** When, in the life of one request, something is done. */
export type Moment = 'before' | 'after';

/** Hears of every request that passes: before the engine has it, and after it has answered. */
export type RequestListener = (moment: Moment, request: IncomingMessage) => void;

/** Passes requests on to an engine. */
export async function startCountingProxy(engine: Engine, listener: RequestListener): Promise<Engine> {
  const server = createServer((incoming, outgoing) => {
    listener('before', incoming);
    void passOn(engine, incoming, outgoing, () => listener('after', incoming));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${portOf(server)}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The whole request is read first, so that one whose sender is killed while it waits still takes effect. */
async function passOn(
  engine: Engine,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answered: () => void,
): Promise<void> {
  const parts: Buffer[] = [];
  try {
    for await (const part of incoming) parts.push(part);
  } catch {
    return;
  }
  const { method, headers, url } = incoming;
  const target = request(engine.endpoint + url, { method, headers });
  target.on('response', (response) => {
    answered();
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(outgoing);
  });
  target.on('error', () => outgoing.destroy());
  target.end(Buffer.concat(parts));
}
