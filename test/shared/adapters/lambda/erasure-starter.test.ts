import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LambdaErasureStarter } from '../../../../shared/adapters/lambda/erasure-starter.ts';
import { parseErasureEvent } from '../../../../shared/contracts/erasure-event.ts';
import { email } from '../../../support/accounts.ts';
import { engineClientConfig, portOf } from '../../../support/engines/engine.ts';

const ERASURE_ID = '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB';
const MONA = email('mona@example.com');

let server: Server;
let client: LambdaClient;
let status: number;
let received: { readonly path: string | undefined; readonly type: unknown; readonly event: unknown }[];

beforeEach(async () => {
  received = [];
  status = 202;
  server = createServer(async (request, response) => {
    const { url: path, headers } = request;
    const event: unknown = JSON.parse(await text(request));
    received.push({ path, type: headers['x-amz-invocation-type'], event });
    response.writeHead(status).end();
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

const start = () => new LambdaErasureStarter(client, 'erase-personal-data').start(ERASURE_ID, MONA);

it('invokes the function without waiting for it, with the address in the body alone', async () => {
  await start();
  expect(received).toMatchObject([
    { path: '/2015-03-31/functions/erase-personal-data/invocations', type: 'Event' },
  ]);
  expect(parseErasureEvent(received[0]?.event)).toEqual({ erasureId: ERASURE_ID, email: MONA });
});

it('fails when Lambda does not take the event', async () => {
  status = 500;
  await expect(start()).rejects.toThrow();
});
