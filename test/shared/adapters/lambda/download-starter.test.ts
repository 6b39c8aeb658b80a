import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LambdaDownloadStarter } from '../../../../shared/adapters/lambda/download-starter.ts';
import { parseDownloadEvent } from '../../../../shared/contracts/download-event.ts';
import type { Download } from '../../../../shared/domain/download.ts';
import { engineClientConfig, portOf } from '../../../support/engines/engine.ts';

const DOWNLOAD: Download = {
  reportId: '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB',
  file: { content: 'licenses', format: 'csv', headers: 'legacy', byteOrderMark: true },
};

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

it('invokes the function without waiting for it, with the file to make', async () => {
  await new LambdaDownloadStarter(client, 'write-download').start(DOWNLOAD);
  expect(received).toMatchObject([
    { path: '/2015-03-31/functions/write-download/invocations', type: 'Event' },
  ]);
  expect(parseDownloadEvent(received[0]?.event)).toEqual(DOWNLOAD);
});

it('fails when Lambda does not take the event', async () => {
  status = 500;
  await expect(new LambdaDownloadStarter(client, 'write-download').start(DOWNLOAD)).rejects.toThrow();
});
