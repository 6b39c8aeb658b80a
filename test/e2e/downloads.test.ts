import { afterAll, beforeAll, expect, test } from 'vitest';
import { usageSchema } from '../../shared/contracts/http/usage.ts';
import { expectSameLicenses, parsedCsv } from '../support/csv.ts';
import { RunningStack } from '../support/running-stack.ts';

let running: RunningStack;

beforeAll(async () => {
  running = await RunningStack.start({ people: 60, seed: 9 });
  await running.syncNow();
});

afterAll(() => running.remove());

/** Follows the redirect into the bucket, as clients do. */
async function download(path: string): Promise<Response> {
  const answer = await running.fetch(path);
  expect(answer.status).toBe(200);
  expect(answer.url.startsWith(running.bucketUrl)).toBe(true);
  return answer;
}

test('an owner downloads the report, in CSV and JSON, and both say the same', async () => {
  const json: unknown = await (await download('/report.json')).json();
  const csv = await download('/report.csv?headers=legacy');
  expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('content-disposition')).toMatch(
    /^attachment; filename="consumed_licenses-\w+\.csv"$/,
  );
  const rows = parsedCsv(await csv.text());
  expectSameLicenses(rows, json);
  expect(rows).toHaveLength(usageSchema.parse(await running.get('/usage')).consumed);
});

test('an owner downloads the findings', async () => {
  const csv = await download('/findings.csv?bom=true');
  expect(Buffer.from(await csv.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

test('nobody else does', async () => {
  expect((await running.fetch('/report.csv', { token: null })).status).toBe(401);
});
