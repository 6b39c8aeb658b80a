import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach } from 'vitest';
import { engineClientConfig, portOf } from './engine.ts';

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
interface Invocation {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly type: IncomingMessage['headers'][string];
  readonly event: unknown;
}

export interface LambdaService {
  client: LambdaClient;
  /** What every invocation is answered from now on. */
  answer: { status: number; headers?: Record<string, string> };
  received: Invocation[];
}

/** A service for each test, which takes invocations and runs nothing. */
export function lambdaService(): LambdaService {
  const server = createServer(async (request, response) => {
    const { method, url: path, headers } = request;
    const event: unknown = JSON.parse(await text(request));
    service.received.push({ method, path, type: headers['x-amz-invocation-type'], event });
    response.writeHead(service.answer.status, service.answer.headers).end();
  });
  const service: LambdaService = {
    client: new LambdaClient({}),
    answer: { status: 202 },
    received: [],
  };
  beforeEach(async () => {
    service.answer = { status: 202 };
    service.received = [];
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const endpoint = `http://127.0.0.1:${portOf(server)}`;
    const config = engineClientConfig({ endpoint, stop: async () => undefined });
    service.client = new LambdaClient({ ...config, maxAttempts: 1 });
  });
  afterEach(async () => {
    service.client.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return service;
}
