import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type JobFiles, jobFiles } from '../../../bench/whole-job/job-files.ts';
import { prepareWays, WAY_NAMES } from '../../../bench/whole-job/ways.ts';

const ACCOUNTS = 500;

let directory: string;
let files: JobFiles;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'whole-job-test-'));
  files = await jobFiles(directory, ACCOUNTS, 1);
});

afterAll(() => rm(directory, { recursive: true }));

test('every way that counts people counts the same', async () => {
  const { ways } = await prepareWays(WAY_NAMES, directory);
  const counts = await Promise.all(ways.map(async ({ name, run }) => [name, (await run(files)).people]));
  const { 'json-parse': none, ...counted } = Object.fromEntries(counts);
  expect(none).toBeNull();
  expect(counted.ours).toBeGreaterThan(ACCOUNTS);
  expect(new Set(Object.values(counted))).toEqual(new Set([counted.ours]));
});

test('files of the same accounts are taken as they are, those of another seed are written', async () => {
  const written = await stat(files.licenses);
  expect(await jobFiles(directory, ACCOUNTS, 1)).toEqual(files);
  expect((await stat(files.licenses)).ino).toBe(written.ino);
  expect((await jobFiles(directory, ACCOUNTS, 2)).licenses).not.toBe(files.licenses);
});
