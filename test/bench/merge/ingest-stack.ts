import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Assembly } from '../../../cdk/local/assembly.ts';
import { ensureTable } from '../../../cdk/local/engines/dynamodb.ts';
import { startS3 } from '../../../cdk/local/engines/s3.ts';
import { readStack } from '../../../cdk/local/template/stack.ts';
import { configSchema } from '../../../functions/ingest-upload/config.ts';
import type { Engine } from '../../support/engines/engine.ts';
import { startEventBus } from '../../support/engines/event-bus.ts';
import { Child } from '../child.ts';
import { startLambda } from '../lambda-child.ts';
import { type WriteCounts, writeCounts } from '../write-counts.ts';

/** The stores are talked to directly: without the gateways of the local run, which know the role and the framing. */
const ENGINE_VARIABLES = {
  AWS_ACCESS_KEY_ID: 'S3RVER',
  AWS_SECRET_ACCESS_KEY: 'S3RVER',
  // s3rver stores the framing of streamed bodies with trailing checksums as if it were content.
  AWS_REQUEST_CHECKSUM_CALCULATION: 'when_required',
};

/** ingest-upload as the synthesized stack has it, with stores of its own. */
export interface IngestStack {
  readonly s3: Engine;
  readonly dynamodb: Engine;
  readonly bucket: string;
  readonly table: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  /** What was written since it was last asked. */
  takeWriteCounts(): Promise<WriteCounts>;
  /** A process of the bundled handler, as Lambda starts one; it takes events when this resolves. */
  startFunction(): Promise<Child>;
  stop(): Promise<void>;
}

/** Starts DynamoDB in a process of its own and S3 in this one, both empty, their data in the directory. */
export async function startIngestStack(assembly: Assembly, directory: string): Promise<IngestStack> {
  await mkdir(directory);
  const dynamodb = new Child({ file: 'dynamodb-process.ts', args: [join(directory, 'dynamodb')] });
  const { port } = await dynamodb.answer(z.object({ port: z.int() }));
  const s3 = await startS3(join(directory, 's3'));
  const bus = await startEventBus();
  // The rules of the bucket name its origin, to which nothing is sent.
  const unused = { api: 'http://127.0.0.1', sqs: '', lambda: '', secretsManager: '', sns: '' };
  const used = { s3: s3.url, dynamodb: `http://127.0.0.1:${port}`, eventBridge: bus.endpoint };
  const endpoints = { ...unused, ...used };
  const stack = readStack(assembly.template, endpoints);
  for (const table of stack.tables) await ensureTable(endpoints.dynamodb, table);
  for (const bucket of stack.buckets) await s3.store.putBucket(bucket.name);
  const definition = stack.functions.find(({ environment }) => configSchema.safeParse(environment).success);
  if (definition === undefined) throw new Error('the stack has no ingest-upload');
  const { memoryMb, timeoutMs } = definition;
  const { BUCKET_NAME: bucket, TABLE_NAME: table } = configSchema.parse(definition.environment);
  const stop = async () => {
    await dynamodb.stop();
    await s3.stop();
    await bus.stop();
  };
  return {
    s3: { endpoint: endpoints.s3, stop },
    dynamodb: { endpoint: endpoints.dynamodb, stop },
    bucket,
    table,
    memoryMb,
    timeoutMs,
    takeWriteCounts: () => dynamodb.ask({}, writeCounts),
    startFunction: () => startLambda(definition, { assembly, stack, endpoints }, ENGINE_VARIABLES),
    stop,
  };
}
