import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { json } from 'node:stream/consumers';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EventBridgeUsageEvents } from '../../../../shared/adapters/eventbridge/usage-events.ts';
import type { UsageEvent } from '../../../../shared/domain/usage-event.ts';
import { engineClientConfig, portOf } from '../../../support/engines/engine.ts';
import { uploadOf } from '../../../support/uploads.ts';

const EVENT: UsageEvent = { kind: 'upload-ended', upload: uploadOf('upload', { state: 'encrypted' }) };

const TAKEN = { FailedEntryCount: 0, Entries: [{ EventId: 'an-id' }] };
const refused = (ErrorCode: string) => ({
  FailedEntryCount: 1,
  Entries: [{ ErrorCode, ErrorMessage: 'something with ghes.example.com' }],
});

let server: Server;
let client: EventBridgeClient;
/** One for each request; the last one again and again. */
let answers: object[];
let received: unknown[];

beforeEach(async () => {
  received = [];
  server = createServer(async (request, response) => {
    received.push(await json(request));
    const answer = answers[Math.min(received.length, answers.length) - 1];
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${portOf(server)}`;
  client = new EventBridgeClient(engineClientConfig({ endpoint, stop: async () => undefined }));
});

afterEach(() => {
  client.destroy();
  server.closeAllConnections();
  server.close();
});

const send = () => new EventBridgeUsageEvents(client, 'default').send(EVENT);

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
it('puts the event on the bus, its detail as text', async () => {
  answers = [TAKEN];
  await send();
  expect(received).toEqual([
    {
      Entries: [
        {
          EventBusName: 'default',
          Source: 'license-usage-sync',
          DetailType: 'License usage upload ended',
          Detail: expect.stringMatching(/^\{"schema_version":1,"upload_id":"upload","state":"encrypted"/),
        },
      ],
    },
  ]);
});

it('sends again what was refused for a moment only, in an answer with status 200', async () => {
  answers = [refused('ThrottlingException'), TAKEN];
  await send();
  expect(received).toHaveLength(2);
});

it.each([
  { code: 'InternalFailure', requests: 3 },
  { code: 'NotAuthorizedForSourceException', requests: 1 },
])('fails after $requests requests when refused with $code', async ({ code, requests }) => {
  answers = [refused(code)];
  await expect(send()).rejects.toMatchObject({ name: code, message: 'EventBridge has refused the event' });
  expect(received).toHaveLength(requests);
});

it('sends nothing about an upload that has not ended', async () => {
  answers = [TAKEN];
  const unended: UsageEvent = { kind: 'upload-ended', upload: uploadOf('upload') };
  await expect(new EventBridgeUsageEvents(client, 'default').send(unended)).rejects.toThrow('state');
});
