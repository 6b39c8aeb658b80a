import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetQueueAttributesCommand, SQSClient, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { uploadsSchema } from '../../shared/contracts/http/uploads.ts';
import { range, usersReport } from '../support/ingest-world.ts';
import { RunningStack } from '../support/running-stack.ts';

const COMMAND = join(import.meta.dirname, '../../functions/rebuild-ledger/command.ts');
const HOST = 'ghes.example.com';
const NAMES = { fileName: 'all_users.csv', hostName: HOST };

/** Ten deliveries, two seconds apart. */
const GIVEN_UP = { timeout: 90_000, interval: 500 };

const runFile = z.object({
  s3: z.string(),
  dynamodb: z.string(),
  sqs: z.string(),
  bucket: z.string(),
  tables: z.tuple([z.string()]),
  queues: z.record(z.string(), z.string()),
});

let running: RunningStack;
let stores: z.infer<typeof runFile>;

beforeAll(async () => {
  running = await RunningStack.start();
  stores = runFile.parse(JSON.parse(readFileSync(join(running.directory, 'data/run.json'), 'utf8')));
});

afterAll(() => running.remove());

function clientOf(endpoint: string) {
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'local' };
  return { endpoint, region: 'us-east-1', credentials };
}

/** As an operator types it, with what the run file tells. */
function rebuildLedger() {
  const args = [COMMAND, '--bucket', stores.bucket, '--table', stores.tables[0]];
  return promisify(execFile)(process.execPath, args, {
    env: {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'operator',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_S3: stores.s3,
      AWS_ENDPOINT_URL_DYNAMODB: stores.dynamodb,
    },
  });
}

async function loseTable(): Promise<void> {
  const client = new DynamoDBClient(clientOf(stores.dynamodb));
  await client.send(new DeleteTableCommand({ TableName: stores.tables[0] }));
  client.destroy();
}

async function deadLetters(): Promise<{ readonly arn: string; readonly waiting: number }> {
  const [, QueueUrl] = Object.entries(stores.queues).find(([name]) => name.includes('DeadLetter')) ?? [];
  const sqs = new SQSClient(clientOf(stores.sqs));
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'] }),
  );
  sqs.destroy();
  return { arn: Attributes.QueueArn ?? '', waiting: Number(Attributes.ApproximateNumberOfMessages) };
}

async function redrive(): Promise<void> {
  const sqs = new SQSClient(clientOf(stores.sqs));
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: (await deadLetters()).arn }));
  sqs.destroy();
}

/** What owners see, besides the uploads and syncs, of which the table alone knows. */
async function shown(): Promise<unknown[]> {
  const paths = ['/usage', '/people?per_page=100', '/findings', '/usage/history', '/server-instances'];
  return Promise.all(paths.map((path) => running.get(path)));
}

test('a lost table is rebuilt by one command, and what was given up meanwhile comes in by a redrive', async () => {
  await running.syncNow();
  await running.drop(usersReport(range(1, 40), [3]), NAMES);
  await running.drop(usersReport(range(2, 40)), NAMES);
  const before = await shown();

  await loseTable();
  expect((await running.fetch('/usage')).status).toBe(500);
  const key = `uploads/${HOST}/all_users.csv`;
  const put = await fetch(`${running.bucketUrl}/${key}`, { method: 'PUT', body: usersReport(range(2, 41)) });
  expect(put.status).toBe(200);
  await expect.poll(async () => (await deadLetters()).waiting, GIVEN_UP).toBe(1);

  const { stdout } = await rebuildLedger();
  expect(stdout).toMatch(/^Rebuilt from 3 merges: \d+ people, \d+ licenses consumed, \d+ sources\.\n$/);
  expect(await shown()).toEqual(before);
  await expect(rebuildLedger()).rejects.toThrow('the table holds a ledger');

  await redrive();
  const outcome = async () => uploadsSchema.parse(await running.get('/uploads')).uploads[0];
  await expect
    .poll(outcome, { timeout: 45_000, interval: 500 })
    .toMatchObject({ key, state: 'merged', counts: { people_added: 1, people_removed: 0 } });
  expect((await deadLetters()).waiting).toBe(0);
});
