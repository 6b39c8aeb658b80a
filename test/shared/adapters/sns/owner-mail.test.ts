import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { snsGateway } from '../../../../cdk/local/gateway/sns-gateway.ts';
import { type LocalServer, listen } from '../../../../cdk/local/local-server.ts';
import { SnsOwnerMail } from '../../../../shared/adapters/sns/owner-mail.ts';
import { engineClientConfig } from '../../../support/engines/engine.ts';

const TOPIC = 'arn:aws:sns:us-east-1:000000000000:Owners';

let server: LocalServer;
let client: SNSClient;
let published: unknown[];

beforeEach(async () => {
  published = [];
  server = await listen(0);
  const access = { roleOf: () => null, allows: async () => true };
  const log = (line: string) => published.push(JSON.parse(line));
  server.serve(snsGateway({ access, onDenied: () => undefined, log }), () => undefined);
  client = new SNSClient(engineClientConfig({ endpoint: server.url, stop: async () => undefined }));
});

afterEach(async () => {
  client.destroy();
  await server.close();
});

it('publishes a mail to the topic, with its subject and every line', async () => {
  await new SnsOwnerMail(client, TOPIC).send({ subject: '80% & more', text: 'one\ntwo = 2 + ü\n' });
  expect(published).toEqual([{ topic: TOPIC, subject: '80% & more', message: 'one\ntwo = 2 + ü\n' }]);
});

it('fails when the topic does not take it', async () => {
  const tooLong = { subject: 'x'.repeat(101), text: 'text' };
  await expect(new SnsOwnerMail(client, TOPIC).send(tooLong)).rejects.toMatchObject({
    name: 'InvalidParameterException',
  });
});
