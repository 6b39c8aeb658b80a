import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleFunction } from '../../cdk/constructs/function-code.ts';
import { bytesAtStart, FUNCTION_FOLDERS, packagesAtStart } from '../support/bundles.ts';

/**
 * The most bytes that a function may load at its start: what it had when this was last looked at and a little more.
 * Before one is raised: `npm run bench:cold-start` tells what it costs, and whether all of it is needed at a start.
 */
const BUDGETS: Readonly<Record<string, number>> = {
  'authorize-owner': 184_000,
  'check-sync-age': 380_000,
  console: 590_000,
  'ingest-upload': 828_000,
  'mail-owners': 393_000,
  'erase-personal-data': 651_000,
  'manage-personal-data': 670_000,
  'manage-usage': 722_000,
  'read-usage': 727_000,
  sync: 859_000,
  'sync-now': 480_000,
  'write-download': 576_000,
};

const directory = mkdtempSync(join(tmpdir(), 'license-usage-sync-'));
afterAll(() => rmSync(directory, { recursive: true }));

const BUNDLES = FUNCTION_FOLDERS.map((folder) => {
  const path = join(directory, folder);
  return { folder, path, metafile: bundleFunction(folder, path) };
});

test('every function has a budget, and every budget a function', () => {
  expect(Object.keys(BUDGETS).sort()).toEqual(FUNCTION_FOLDERS);
});

describe.each(BUNDLES)('$folder', ({ folder, path, metafile }) => {
  const { [folder]: budget = 0 } = BUDGETS;

  test('loads no more at its start than its budget, nor so little that the budget guards nothing', () => {
    expect(bytesAtStart(metafile)).toBeLessThanOrEqual(budget);
    expect(bytesAtStart(metafile)).toBeGreaterThan(budget * 0.9);
  });

  test('has its source maps beside the code, which does not name them', () => {
    const files = readdirSync(path);
    for (const file of files.filter((name) => name.endsWith('.mjs'))) {
      expect(readFileSync(join(path, file), 'utf8')).not.toContain('sourceMappingURL');
      expect(files).toContain(`${file}.map`);
    }
  });

  test('starts without the fetch of Node, which is large and loaded with the first request', () => {
    const script =
      'await import(process.argv[1]); console.log(process.moduleLoadList.filter((name) => /undici/.test(name)))';
    const loaded = execFileSync(
      process.execPath,
      ['--input-type=module', '--eval', script, join(path, 'index.mjs')],
      { env: {}, encoding: 'utf8' },
    );
    expect(loaded.trim()).toBe('[]');
  });
});

test('sync starts without the clients of GitHub and of the instances: no sync asks all of them', () => {
  const sync = BUNDLES.find(({ folder }) => folder === 'sync');
  const packages = sync && packagesAtStart(sync.metafile);
  expect(packages).toContain('@aws-sdk/client-secrets-manager');
  for (const later of ['undici', '@octokit/core', 'bottleneck']) expect(packages).not.toContain(later);
});
