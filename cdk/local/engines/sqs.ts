import { buildApp } from 'fauxqs';
import { LOOPBACK } from '../local-server.ts';
import { REGION } from '../template/account.ts';
import type { QueueDefinition } from '../template/queues.ts';
import { callAwsJson } from './aws-json.ts';
import type { Engine } from './engine.ts';

/** Starts SQS (fauxqs). Its messages are in memory only; what they told of is told again at the next start. */
export async function startSqs(): Promise<Engine> {
  const app = buildApp({ logger: false, defaultRegion: REGION });
  const url = await app.listen({ host: LOOPBACK, port: 0 });
  return { url, stop: async () => app.close() };
}

export async function createQueues(endpoint: string, queues: readonly QueueDefinition[]): Promise<void> {
  for (const { name, attributes } of queues) {
    await callSqs(endpoint, 'CreateQueue', { QueueName: name, Attributes: attributes });
  }
}

/** Calls the engine itself, past the gateway: in nobody's name. */
export function callSqs(
  endpoint: string,
  operation: string,
  body: unknown,
): Promise<Record<string, unknown>> {
  return callAwsJson({ endpoint, target: `AmazonSQS.${operation}`, body, accessKeyId: 'local' });
}
