import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqsIngestQueue } from '../../shared/adapters/sqs/ingest-queue.ts';
import { parseIngestMessage } from '../../shared/contracts/ingest-message.ts';
import type { IngestQueue } from '../../shared/ports.ts';
import { engineClientConfig } from '../support/engines/engine.ts';
import { startFauxqsQueue } from '../support/engines/fauxqs.ts';
import { InMemoryIngestQueue } from '../support/fakes/in-memory-ingest-queue.ts';

const FIRST = '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB';
const SECOND = '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XC';

function suite(create: () => { queue: IngestQueue; received(): Promise<readonly string[]> }): void {
  it('brings every accepted upload', async () => {
    const { queue, received } = create();
    await queue.sendAccepted(FIRST);
    await queue.sendAccepted(SECOND);
    expect([...(await received())].sort()).toEqual([FIRST, SECOND]);
  });
}

describe('IngestQueue in memory', () => {
  suite(() => {
    const queue = new InMemoryIngestQueue();
    return { queue, received: async () => queue.accepted };
  });
});

describe('IngestQueue on SQS', () => {
  let engine: Awaited<ReturnType<typeof startFauxqsQueue>>;
  let client: SQSClient;
  beforeAll(async () => {
    engine = await startFauxqsQueue('ingest');
    client = new SQSClient(engineClientConfig(engine));
  });
  afterAll(async () => {
    client.destroy();
    await engine.stop();
  });

  suite(() => ({
    queue: new SqsIngestQueue(client, engine.queueUrl),
    async received() {
      const command = new ReceiveMessageCommand({ QueueUrl: engine.queueUrl, MaxNumberOfMessages: 10 });
      const { Messages = [] } = await client.send(command);
      const messages = Messages.map(({ Body = '' }) => parseIngestMessage(Body));
      return messages.map((message) =>
        message.kind === 'accepted-upload' ? message.uploadId : message.kind,
      );
    },
  }));
});
