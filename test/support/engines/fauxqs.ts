import { startFauxqs } from 'fauxqs';
import type { Engine } from './engine.ts';

/** SQS in memory, with one queue. */
export async function startFauxqsQueue(name: string): Promise<Engine & { readonly queueUrl: string }> {
  const server = await startFauxqs({ port: 0, logger: false, host: '127.0.0.1' });
  const endpoint = `http://127.0.0.1:${server.port}`;
  server.createQueue(name);
  return { endpoint, queueUrl: `${endpoint}/000000000000/${name}`, stop: () => server.stop() };
}
