import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Mail, OwnerMail } from '../../notification-ports.ts';

/** By a topic to which the addresses are subscribed. */
export class SnsOwnerMail implements OwnerMail {
  readonly #client: SNSClient;
  readonly #topicArn: string;

  constructor(client: SNSClient, topicArn: string) {
    this.#client = client;
    this.#topicArn = topicArn;
  }

  async send({ subject, text }: Mail): Promise<void> {
    const message = { TopicArn: this.#topicArn, Subject: subject, Message: text };
    await this.#client.send(new PublishCommand(message));
  }
}
