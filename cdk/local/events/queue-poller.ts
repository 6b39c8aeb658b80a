import { setTimeout as wait } from 'node:timers/promises';
import { callAwsJson } from '../engines/aws-json.ts';
import { callSqs } from '../engines/sqs.ts';
import type { EventSourceMappingDefinition } from '../template/event-source-mappings.ts';
import { failedMessages, type ReceivedMessage, receivedSchema, sqsEvent } from './sqs-event.ts';

/** Batches in hand at once where the mapping does not say: Lambda begins with five pollers. */
const DEFAULT_CONCURRENCY = 5;

/** The longest that SQS lets a receive wait. */
const MAX_WAIT_SECONDS = 20;

/** After an error of the queue itself, such as a missing permission of the function's role. */
const PAUSE_AFTER_ERROR_MS = 1000;

/**
 * A failed message comes back after two seconds. On AWS it would stay hidden until the visibility timeout of the
 * queue is over, which nobody at a laptop wants to wait for.
 */
const RETRY_DELAY_SECONDS = 2;

export interface QueuePollerOptions {
  readonly mapping: EventSourceMappingDefinition;
  readonly queueUrl: string;
  /** Base URL of the gateway, which the function's role must pass, as on AWS. */
  readonly gatewayUrl: string;
  readonly accessKeyId: string;
  /** Base URL of the engine, for what only the local run does. */
  readonly engineUrl: string;
  /** The result as JSON. Throws when the function fails. */
  readonly invoke: (event: unknown) => Promise<string>;
  readonly onError: (error: unknown) => void;
}

/** Feeds a function with the messages of a queue, as an event source mapping says. */
export class QueuePoller {
  readonly #options: QueuePollerOptions;
  readonly #stopping = new AbortController();
  readonly #loops: readonly Promise<void>[];

  constructor(options: QueuePollerOptions) {
    this.#options = options;
    const concurrency = options.mapping.maximumConcurrency ?? DEFAULT_CONCURRENCY;
    this.#loops = Array.from({ length: concurrency }, () => this.#loop());
  }

  /** Receives no more; resolves when the batches in hand are done. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#loops);
  }

  async #loop(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        const batch = await this.#receiveBatch();
        if (batch.length > 0) await this.#handle(batch);
      } catch (error) {
        if (this.#stopping.signal.aborted) return;
        this.#options.onError(error);
        await wait(PAUSE_AFTER_ERROR_MS);
      }
    }
  }

  /** Waits for a first message, then as long as the batching window for the batch to fill up. */
  async #receiveBatch(): Promise<ReceivedMessage[]> {
    const { batchSize, batchingWindowMs } = this.#options.mapping;
    const batch = await this.#receive(batchSize, MAX_WAIT_SECONDS);
    const windowEnd = Date.now() + batchingWindowMs;
    while (batch.length > 0 && batch.length < batchSize && !this.#stopping.signal.aborted) {
      const seconds = Math.floor((windowEnd - Date.now()) / 1000);
      if (seconds < 1) break;
      batch.push(...(await this.#receive(batchSize - batch.length, seconds)));
    }
    return batch;
  }

  async #handle(batch: readonly ReceivedMessage[]): Promise<void> {
    const failed = await this.#invoke(batch);
    const succeeded = batch.filter((message) => !failed.includes(message));
    await this.#delete(succeeded);
    await this.#retry(failed);
  }

  /** The messages to try again. */
  async #invoke(batch: readonly ReceivedMessage[]): Promise<readonly ReceivedMessage[]> {
    const { mapping, invoke, onError } = this.#options;
    try {
      const result = await invoke(sqsEvent(mapping.queueArn, batch));
      return mapping.reportsBatchItemFailures ? failedMessages(result, batch) : [];
    } catch (error) {
      onError(error);
      return batch;
    }
  }

  async #receive(count: number, waitSeconds: number): Promise<ReceivedMessage[]> {
    const answer = await this.#asFunction('ReceiveMessage', {
      QueueUrl: this.#options.queueUrl,
      MaxNumberOfMessages: count,
      WaitTimeSeconds: waitSeconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    });
    return receivedSchema.parse(answer).Messages;
  }

  async #delete(messages: readonly ReceivedMessage[]): Promise<void> {
    if (messages.length === 0) return;
    await this.#asFunction('DeleteMessageBatch', {
      QueueUrl: this.#options.queueUrl,
      Entries: messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
    });
  }

  async #retry(messages: readonly ReceivedMessage[]): Promise<void> {
    const { engineUrl, queueUrl } = this.#options;
    for (const { ReceiptHandle } of messages) {
      const VisibilityTimeout = RETRY_DELAY_SECONDS;
      await callSqs(engineUrl, 'ChangeMessageVisibility', {
        QueueUrl: queueUrl,
        ReceiptHandle,
        VisibilityTimeout,
      });
    }
  }

  /** Lambda polls with the role of the function. */
  #asFunction(operation: string, body: unknown): Promise<Record<string, unknown>> {
    const { gatewayUrl, accessKeyId } = this.#options;
    const signal = operation === 'ReceiveMessage' ? { signal: this.#stopping.signal } : {};
    return callAwsJson({
      endpoint: gatewayUrl,
      target: `AmazonSQS.${operation}`,
      body,
      accessKeyId,
      ...signal,
    });
  }
}
