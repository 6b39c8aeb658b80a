import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  GetQueueAttributesCommand,
  SendMessageCommand,
  SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { range, usersReport } from '../support/ingest-world.ts';
import { RunningStack } from '../support/running-stack.ts';

const COMMAND = join(import.meta.dirname, '../../functions/rebuild-ledger/command.ts');
const HOST = 'ghes.example.com';
const NAMES = { fileName: 'all_users.csv', hostName: HOST };

const runFile = z.object({
  s3: z.string(),
  dynamodb: z.string(),
  sqs: z.string(),
  bucket: z.string(),
  tables: z.array(z.string()),
  queues: z.record(z.string(), z.string()),
});

let running: RunningStack;
let stores: z.infer<typeof runFile>;
let sqs: SQSClient;

beforeAll(async () => {
  running = await RunningStack.start();
  stores = runFile.parse(JSON.parse(readFileSync(join(running.directory, 'data/run.json'), 'utf8')));
  sqs = new SQSClient(clientOf(stores.sqs));
});

afterAll(async () => {
  sqs.destroy();
  await running.remove();
});

function clientOf(endpoint: string) {
  const credentials = { accessKeyId: 'operator', secretAccessKey: 'local' };
  return { endpoint, region: 'us-east-1', credentials };
}

/** Beside it is that of the audit trail, which nothing rebuilds. */
function ledgerTable(): string {
  return stores.tables.find((name) => name.toLowerCase().includes('ledger')) ?? '';
}

/** As an operator types it, with what the run file tells. */
function rebuildLedger() {
  const args = [COMMAND, '--bucket', stores.bucket, '--table', ledgerTable()];
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
  await client.send(new DeleteTableCommand({ TableName: ledgerTable() }));
  client.destroy();
}

function deadLetterUrl(): string | undefined {
  return Object.entries(stores.queues).find(([name]) => name.includes('DeadLetter'))?.[1];
}

async function deadLetters(): Promise<{ readonly arn: string; readonly waiting: number }> {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: deadLetterUrl(),
      AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'],
    }),
  );
  return { arn: Attributes.QueueArn ?? '', waiting: Number(Attributes.ApproximateNumberOfMessages) };
}

async function sendToDeadLetters(message: object): Promise<void> {
  const MessageBody = JSON.stringify(message);
  await sqs.send(new SendMessageCommand({ QueueUrl: deadLetterUrl(), MessageBody }));
}

async function redrive(): Promise<void> {
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: (await deadLetters()).arn }));
}

/** What owners see, besides the uploads and syncs, of which the table alone knows. */
async function shown(): Promise<unknown[]> {
  const paths = ['/usage', '/people?per_page=100', '/findings', '/usage/history', '/server-instances'];
  return Promise.all(paths.map((path) => running.get(path)));
}

test('an acceptance that was given up comes in by a redrive', async () => {
  await running.drop(usersReport(range(1, 40)), NAMES);
  const held = await running.drop(usersReport(range(1, 10)), NAMES);
  expect(held.state).toBe('held');
  await sendToDeadLetters({ accepted_upload: held.id });
  expect((await deadLetters()).waiting).toBe(1);

  await redrive();
  await expect
    .poll(() => running.get(`/uploads/${held.id}`), { timeout: 45_000, interval: 200 })
    .toMatchObject({ state: 'merged', counts: { people_removed: 30 } });
  expect((await deadLetters()).waiting).toBe(0);
});

test('a lost table is rebuilt by one command, and the way in goes on with it', async () => {
  await running.syncNow();
  await running.drop(usersReport(range(2, 10), [3]), NAMES);
  const before = await shown();
  await loseTable();
  expect((await running.fetch('/usage')).status).toBe(500);

  const { stdout } = await rebuildLedger();
  expect(stdout).toMatch(/^Rebuilt from 4 merges: \d+ people, \d+ licenses consumed, \d+ sources\.\n$/);
  expect(await shown()).toEqual(before);
  await expect(rebuildLedger()).rejects.toThrow('the table holds a ledger');

  const next = await running.drop(usersReport(range(2, 11), [3]), NAMES);
  expect(next).toMatchObject({ state: 'merged', counts: { people_added: 1, people_removed: 0 } });
});
