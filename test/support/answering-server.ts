import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { portOf } from './engines/engine.ts';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface AnsweringServer {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
}

/** A server on this machine that notes what it is asked, and answers until the test ends. */
export async function startAnsweringServer(answer: RequestListener): Promise<AnsweringServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer((request, response) => {
    text(request).then((body) => {
      const { method = '', url = '', headers } = request;
      requests.push({ method, path: url, headers, body });
      return answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${portOf(server)}`, requests };
}
