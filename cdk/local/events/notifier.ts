import type { Engines } from '../engines/engines.ts';
import type { ObjectEvent } from '../engines/s3.ts';
import { callSqs } from '../engines/sqs.ts';
import type { StackDefinition } from '../template/stack.ts';
import { isNotified, objectNotification } from './object-notifications.ts';

export interface NotifierOptions {
  readonly stack: Pick<StackDefinition, 'notifications' | 'queues'>;
  readonly engines: Pick<Engines, 's3' | 'sqs'>;
  readonly onError: (error: unknown) => void;
}

/** Sends the messages that the buckets of the template are to send to its queues. */
export class Notifier {
  readonly #options: NotifierOptions;

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  tell(event: ObjectEvent): void {
    this.#send(event).catch(this.#options.onError);
  }

  /** Tells of every object that is there, since the queue forgets at each stop: at least once, as S3 does. */
  async tellAgain(): Promise<void> {
    for (const { bucket, prefix } of this.#options.stack.notifications) {
      const { objects } = await this.#options.engines.s3.store.listObjects(bucket, { prefix });
      for (const { key } of objects) {
        await this.#send({ name: 'ObjectCreated:Put', bucket, key });
      }
    }
  }

  async #send(event: ObjectEvent): Promise<void> {
    const { engines, stack } = this.#options;
    const targets = stack.notifications.filter((notification) => isNotified(notification, event));
    if (targets.length === 0) return;
    const object = await engines.s3.store.describe(event.bucket, event.key);
    // Removed or replaced meanwhile: the later event tells of that.
    if (object === null) return;
    const MessageBody = JSON.stringify(objectNotification(event.name, event.bucket, object));
    for (const { queueArn } of targets) {
      const QueueUrl = stack.queues.find(({ arn }) => arn === queueArn)?.url;
      await callSqs(engines.sqs.url, 'SendMessage', { QueueUrl, MessageBody });
    }
  }
}
