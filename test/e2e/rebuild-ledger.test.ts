import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { range, usersReport } from '../support/ingest-world.ts';
import { RunningStack } from '../support/running-stack.ts';

const COMMAND = join(import.meta.dirname, '../../functions/rebuild-ledger/command.ts');
const HOST = 'ghes.example.com';

const runFile = z.object({
  s3: z.string(),
  dynamodb: z.string(),
  bucket: z.string(),
  tables: z.tuple([z.string()]),
});

let running: RunningStack;
let stores: z.infer<typeof runFile>;

beforeAll(async () => {
  running = await RunningStack.start();
  stores = runFile.parse(JSON.parse(readFileSync(join(running.directory, 'data/run.json'), 'utf8')));
});

afterAll(() => running.remove());

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

async function deleteTable(): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: stores.dynamodb,
    region: 'us-east-1',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'local' },
  });
  await client.send(new DeleteTableCommand({ TableName: stores.tables[0] }));
  client.destroy();
}

async function shown() {
  const paths = ['/usage', '/people?per_page=100', '/findings', '/usage/history'];
  const answers = await Promise.all(paths.map((path) => running.get(path)));
  return Object.fromEntries(answers.map((answer, index) => [paths[index], answer]));
}

test('after the loss of the table, one command brings back what the API shows', async () => {
  await running.syncNow();
  await running.drop(usersReport(range(1, 40), [3]), { fileName: 'all_users.csv', hostName: HOST });
  await running.drop(usersReport(range(2, 40)), { fileName: 'all_users.csv', hostName: HOST });
  const before = await shown();
  await deleteTable();
  expect((await running.fetch('/usage')).status).toBe(500);

  const { stdout } = await rebuildLedger();
  expect(stdout).toMatch(/^Rebuilt from 3 merges: \d+ people, \d+ licenses consumed, \d+ sources\.\n$/);
  expect(await shown()).toEqual(before);
  await expect(rebuildLedger()).rejects.toThrow('the table holds a ledger');

  // The way in goes on with what was rebuilt.
  const next = await running.drop(usersReport(range(2, 41)), { fileName: 'all_users.csv', hostName: HOST });
  expect(next).toMatchObject({ state: 'merged', counts: { people_added: 1, people_removed: 0 } });
});
