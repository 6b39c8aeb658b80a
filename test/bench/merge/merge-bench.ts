import { createReadStream } from 'node:fs';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { objectNotification } from '../../../cdk/local/events/object-notifications.ts';
import { sqsEvent } from '../../../cdk/local/events/sqs-event.ts';
import { documentClientOf } from '../../../shared/adapters/aws-clients.ts';
import { DynamoDbUploadLog } from '../../../shared/adapters/dynamodb/upload-log.ts';
import type { Upload } from '../../../shared/domain/upload.ts';
import { engineClientConfig } from '../../support/engines/engine.ts';
import { s3rverClient } from '../../support/engines/s3rver.ts';
import type { Child } from '../child.ts';
import type { BenchFile } from '../usage-files.ts';
import type { WriteCounts } from '../write-counts.ts';
import type { IngestStack } from './ingest-stack.ts';
import { ledgerDigest } from './ledger-digest.ts';

/** What one file took: parsing it and merging it with all that was dropped before. */
export interface Merge {
  readonly file: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Of the process, since it started. */
  readonly peakRssMb: number;
  readonly accounts: number;
  readonly peopleAdded: number;
  readonly peopleChanged: number;
  readonly peopleRemoved: number;
  readonly writes: WriteCounts;
}

const answerSchema = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  result: z.object({ batchItemFailures: z.array(z.unknown()).length(0) }),
});

const FIRST_DROP = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

/** Whether each merge has a process of its own, as at a cold start, or all have one. */
export type Processes = 'one-per-merge' | 'one-for-all';

/** Drops files into one stack, each with an event of its own. */
export class MergeBench {
  readonly #stack: IngestStack;
  readonly #processes: Processes;
  readonly #s3: S3Client;
  readonly #dynamodb: DynamoDBClient;
  /** The process that merges, once it is needed. */
  #lambda: Child | null = null;
  #drops = 0;

  constructor(stack: IngestStack, processes: Processes) {
    this.#stack = stack;
    this.#processes = processes;
    this.#s3 = s3rverClient(stack.s3);
    this.#dynamodb = new DynamoDBClient(engineClientConfig(stack.dynamodb));
  }

  /** One after the other. */
  async merge(files: readonly BenchFile[]): Promise<Merge[]> {
    const merges = [];
    for (const file of files) {
      this.#lambda ??= await this.#stack.startFunction();
      merges.push(await this.#merge(file, this.#lambda));
      if (this.#processes === 'one-per-merge') await this.stop();
    }
    return merges;
  }

  /** Ends the process, if there is one. */
  async stop(): Promise<void> {
    await this.#lambda?.stop();
    this.#lambda = null;
  }

  ledgerDigest(): Promise<string> {
    return ledgerDigest(this.#dynamodb, this.#stack.table);
  }

  async #merge(file: BenchFile, lambda: Child): Promise<Merge> {
    const event = await this.#drop(file);
    const { seconds, cpuSeconds } = await lambda.ask(
      { event, timeoutMs: this.#stack.timeoutMs },
      answerSchema,
    );
    const { state, snapshot, counts } = await this.#newestUpload();
    if (state !== 'merged' || snapshot === null || counts === null) {
      throw new Error(`${file.name} is ${state}, not merged`);
    }
    const { peopleAdded, peopleChanged, peopleRemoved } = counts;
    return {
      file: file.name,
      seconds,
      cpuSeconds,
      peakRssMb: await lambda.peakRssMb(),
      accounts: snapshot.accounts,
      peopleAdded,
      peopleChanged,
      peopleRemoved,
      writes: await this.#stack.takeWriteCounts(),
    };
  }

  /** Returns the event by which the function hears of it. Every drop is of a later time than the one before. */
  async #drop({ path, key, bytes }: BenchFile): Promise<unknown> {
    const { bucket } = this.#stack;
    await this.#s3.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: createReadStream(path), ContentLength: bytes }),
    );
    const lastModified = new Date(FIRST_DROP + ++this.#drops * MINUTE);
    const notification = objectNotification('ObjectCreated:Put', bucket, {
      key,
      size: bytes,
      eTag: '',
      lastModified,
    });
    return sqsEvent('', [
      {
        MessageId: `message-${this.#drops}`,
        ReceiptHandle: '',
        Body: JSON.stringify(notification),
        MD5OfBody: '',
        Attributes: { ApproximateReceiveCount: '1' },
        MessageAttributes: {},
      },
    ]);
  }

  async #newestUpload(): Promise<Upload> {
    const log = new DynamoDbUploadLog(documentClientOf(this.#dynamodb), this.#stack.table);
    const { items } = await log.list({ page: 1, perPage: 1 });
    const [upload] = items;
    if (upload === undefined) throw new Error('nothing was uploaded');
    return upload;
  }
}
