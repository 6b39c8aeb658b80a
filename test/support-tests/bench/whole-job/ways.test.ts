import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Differences } from '../../../bench/whole-job/differences.ts';
import { type JobFiles, jobFiles } from '../../../bench/whole-job/job-files.ts';
import type { WayResult } from '../../../bench/whole-job/way.ts';
import { prepareWays, WAY_NAMES, type WayName } from '../../../bench/whole-job/ways.ts';

const ACCOUNTS = 500;

let directory: string;
let files: JobFiles;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'whole-job-test-'));
  files = await jobFiles(directory, ACCOUNTS, 1);
});

afterAll(() => rm(directory, { recursive: true }));

interface Found extends WayResult {
  /** That were put into the state before. */
  readonly toFind: Differences | null;
}

describe('of the same files', () => {
  const found = new Map<WayName, Found>();

  beforeAll(async () => {
    const { ways } = await prepareWays(WAY_NAMES, directory);
    await Promise.all(
      ways.map(async ({ name, prepare, run }) => {
        const toFind = (await prepare?.(files)) ?? null;
        found.set(name, { toFind, ...(await run(files)) });
      }),
    );
  });

  test('every way that counts people counts the same', () => {
    const { 'json-parse': none, ...counted } = Object.fromEntries(found);
    expect(none?.people).toBeNull();
    expect(counted.ours?.people).toBeGreaterThan(ACCOUNTS);
    const counts = Object.values(counted).map(({ people }) => people);
    expect(new Set(counts)).toEqual(new Set([counted.ours?.people]));
  });

  test.each(['ours', 'ours-with-findings', 'naive'] as const)('%s finds who differs from before', (name) => {
    const { differences, toFind } = found.get(name) ?? {};
    expect(differences).toEqual({ added: 2, changed: 12, removed: 2 });
    expect(differences).toEqual(toFind);
  });

  test.each(['json-parse', 'duckdb', 'jq'] as const)('%s compares with nothing', (name) => {
    expect(found.get(name)).toMatchObject({ differences: null, toFind: null });
  });
});

test('files of the same accounts are taken as they are, those of another seed are written', async () => {
  const written = await stat(files.licenses);
  expect(await jobFiles(directory, ACCOUNTS, 1)).toEqual(files);
  expect((await stat(files.licenses)).ino).toBe(written.ino);
  expect((await jobFiles(directory, ACCOUNTS, 2)).licenses).not.toBe(files.licenses);
});
