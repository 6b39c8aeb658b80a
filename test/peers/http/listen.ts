import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { ServerCertificate } from '../certificates.ts';

export interface PeerServer {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes any free one. */
export async function listen(
  listener: RequestListener,
  port: number,
  certificate: ServerCertificate | null,
): Promise<PeerServer> {
  const server: Server =
    certificate === null ? createServer(listener) : createTlsServer({ ...certificate }, listener);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the peer listens on no port');
  return {
    url: `${certificate === null ? 'http' : 'https'}://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
