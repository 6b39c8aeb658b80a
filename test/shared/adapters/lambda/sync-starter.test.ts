import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LambdaSyncStarter } from '../../../../shared/adapters/lambda/sync-starter.ts';
import { engineClientConfig, portOf } from '../../../support/engines/engine.ts';

const RUN_ID = '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB';

interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly invocationType: IncomingMessage['headers'][string];
  readonly body: string;
}

let server: Server;
let client: LambdaClient;
let answer: { status: number; headers?: Record<string, string> };
let received: Received[];

beforeEach(async () => {
  received = [];
  answer = { status: 202 };
  server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const invocationType = headers['x-amz-invocation-type'];
    received.push({ method, path: url, invocationType, body: await text(request) });
    response.writeHead(answer.status, answer.headers).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${portOf(server)}`;
  const config = engineClientConfig({ endpoint, stop: async () => undefined });
  client = new LambdaClient({ ...config, maxAttempts: 1 });
});

afterEach(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

// https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
it('invokes the function without waiting for it, with the id of the run', async () => {
  await new LambdaSyncStarter(client, 'license-usage-sync').start(RUN_ID);
  expect(received).toEqual([
    {
      method: 'POST',
      path: '/2015-03-31/functions/license-usage-sync/invocations',
      invocationType: 'Event',
      body: JSON.stringify({ run_id: RUN_ID }),
    },
  ]);
});

it.each([
  [404, 'ResourceNotFoundException'],
  [429, 'TooManyRequestsException'],
  [500, 'ServiceException'],
])('fails when Lambda answers %i %s', async (status, name) => {
  answer = { status, headers: { 'x-amzn-errortype': name } };
  await expect(new LambdaSyncStarter(client, 'license-usage-sync').start(RUN_ID)).rejects.toMatchObject({
    name,
  });
});

it('starts nothing under what is no run id', async () => {
  await expect(new LambdaSyncStarter(client, 'license-usage-sync').start('a-run')).rejects.toThrow();
  expect(received).toEqual([]);
});
