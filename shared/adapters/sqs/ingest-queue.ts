import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { acceptedUploadBody } from '../../contracts/ingest-message.ts';
import type { IngestQueue } from '../../ports.ts';

/** The queue that also brings the bucket's notifications to ingest-upload. */
export class SqsIngestQueue implements IngestQueue {
  readonly #client: SQSClient;
  readonly #queueUrl: string;

  constructor(client: SQSClient, queueUrl: string) {
    this.#client = client;
    this.#queueUrl = queueUrl;
  }

  async sendAccepted(uploadId: string): Promise<void> {
    const MessageBody = acceptedUploadBody(uploadId);
    await this.#client.send(new SendMessageCommand({ QueueUrl: this.#queueUrl, MessageBody }));
  }
}
