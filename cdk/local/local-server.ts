import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** The only address that anything listens on: the local run knows no passwords. */
export const LOOPBACK = '127.0.0.1';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** A server whose port is taken before it is known what it will serve. */
export interface LocalServer {
  /** Without a slash at the end. */
  readonly url: string;
  /** Until this is called every request is answered with 503. What the handler throws becomes a 500. */
  serve(handler: RequestHandler, onError: (error: unknown) => void): void;
  /** Cuts open connections off. */
  close(): Promise<void>;
}

/** `port` 0 takes any that is free. Throws an error that names the port and the option to change it. */
export async function listen(port: number, option?: string): Promise<LocalServer> {
  let handler: RequestHandler = async (_, response) => {
    response.writeHead(503).end();
  };
  let onError: (error: unknown) => void = () => {};
  const server = createServer((request, response) => {
    handler(request, response).catch((error: unknown) => {
      // Whoever has gone away needs no answer, and it is nothing to report.
      if (response.destroyed) return;
      onError(error);
      abandon(response);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, option)));
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${LOOPBACK}:${boundPort}`,
    serve: (...serving) => {
      [handler, onError] = serving;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function explain(error: NodeJS.ErrnoException, port: number, option: string | undefined): Error {
  if (error.code !== 'EADDRINUSE' || option === undefined) return error;
  return new Error(`Port ${port} is in use: give another one with ${option} (0 takes any that is free)`);
}

function abandon(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(500).end();
}
