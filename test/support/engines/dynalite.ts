import { once } from 'node:events';
import dynalite from 'dynalite';
import { type Engine, portOf } from './engine.ts';

/** DynamoDB in pure JavaScript, in memory. It has no transactions, no TTL, and no old item on a failed condition. */
export async function startDynalite(): Promise<Engine> {
  const server = dynalite({ createTableMs: 0 });
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
