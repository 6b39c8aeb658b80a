import { setTimeout as sleep } from 'node:timers/promises';
import {
  BatchWriteCommand,
  type BatchWriteCommandInput,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import type { ItemKey } from '../../contracts/ledger/item.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';

export type BatchWrite =
  | { readonly PutRequest: { readonly Item: ItemKey & Readonly<Record<string, unknown>> } }
  | { readonly DeleteRequest: { readonly Key: ItemKey } };

type Requests = NonNullable<NonNullable<BatchWriteCommandInput['RequestItems']>[string]>;

/** The most that DynamoDB takes in one request. */
const BATCH_SIZE = 25;

/** A batch takes some 10 ms: four at a time are twice the 4,000 writes a second that a new table can take. */
const CONCURRENT_BATCHES = 4;

/** With the waits below some 8 s in the mean: longer throttling is left to the queue, which starts anew. */
const MAX_ATTEMPTS = 10;
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

/** DynamoDB kept leaving writes out of its batches. What was written stays; the next merge writes the rest. */
export class UnprocessedWritesError extends Error {
  override readonly name = 'UnprocessedWritesError';
}

/** Writes items in batches, until DynamoDB has processed all of them. */
export class BatchWriter {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  /** Each key at most once. Throws UnprocessedWritesError. */
  async write(writes: readonly BatchWrite[]): Promise<void> {
    await forEachConcurrently(batchesOf(writes), CONCURRENT_BATCHES, (batch) => this.#writeBatch(batch));
  }

  async #writeBatch(batch: Requests): Promise<void> {
    let pending = batch;
    for (let attempt = 1; ; attempt++) {
      const command = new BatchWriteCommand({ RequestItems: { [this.#table]: pending } });
      const { UnprocessedItems } = await this.#client.send(command);
      pending = UnprocessedItems?.[this.#table] ?? [];
      if (pending.length === 0) return;
      if (attempt === MAX_ATTEMPTS) {
        throw new UnprocessedWritesError(
          `DynamoDB left ${pending.length} of ${batch.length} writes out in ${attempt} attempts: it is throttled`,
        );
      }
      await sleep(waitMs(attempt, Math.random()));
    }
  }
}

/** Doubles with every attempt; `random` (0 to 1) spreads writers that were throttled together. */
export function waitMs(attempt: number, random: number): number {
  return random * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
}

function* batchesOf(writes: readonly BatchWrite[]): Generator<Requests> {
  for (let start = 0; start < writes.length; start += BATCH_SIZE)
    yield writes.slice(start, start + BATCH_SIZE);
}
