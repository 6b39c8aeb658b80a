import { type Closers, settleAll } from '../closers.ts';
import type { DataDirectory } from '../data-directory.ts';
import type { StackDefinition } from '../template/stack.ts';
import { ensureTable, startDynamoDb } from './dynamodb.ts';
import type { Engine } from './engine.ts';
import { type S3Engine, startS3 } from './s3.ts';
import { createQueues, startSqs } from './sqs.ts';

export interface Engines {
  readonly dynamodb: Engine;
  readonly s3: S3Engine;
  readonly sqs: Engine;
}

/** `onExit` hears of an engine that has ended by itself. */
export async function startEngines(
  data: DataDirectory,
  closers: Closers,
  onExit: (reason: string) => void,
): Promise<Engines> {
  const closing = <Started extends Engine>(engine: Started): Started => {
    closers.add(() => engine.stop());
    return engine;
  };
  const [dynamodb, s3, sqs] = await settleAll([
    startDynamoDb(data.dynamodb, onExit).then(closing),
    startS3(data.s3).then(closing),
    startSqs().then(closing),
  ]);
  return { dynamodb, s3, sqs };
}

/** Makes the tables, buckets and queues of the template that are not there yet. */
export async function createResources(engines: Engines, stack: StackDefinition): Promise<void> {
  for (const table of stack.tables) await ensureTable(engines.dynamodb.url, table);
  for (const bucket of stack.buckets) await engines.s3.store.putBucket(bucket.name);
  await createQueues(engines.sqs.url, stack.queues);
}
