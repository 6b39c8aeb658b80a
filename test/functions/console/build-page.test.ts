import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../../functions/console/build-page.ts';

/** Of everything a browser could load, in every language: a first load is less. */
const MAX_GZIP_BYTES = 150_000;

const folder = mkdtempSync(join(tmpdir(), 'console-page-'));

beforeAll(() => buildPage(folder));
afterAll(() => rmSync(folder, { recursive: true }));

function filesIn(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
}

function indexHtml(): string {
  return readFileSync(join(folder, 'index.html'), 'utf8');
}

test('names every asset by its content, so that it may be kept for ever', () => {
  const assets = readdirSync(join(folder, 'assets'));
  expect(assets.filter((name) => !/^[\w.-]+-[A-Z0-9]{8}\.(js|css|svg)$/.test(name))).toEqual([]);
});

test('the page loads its script and styles under those names', () => {
  const loaded = [...indexHtml().matchAll(/(?:src|href)="(assets\/[^"]+)"/g)].map(([, path]) => path);
  expect(loaded).toEqual([
    expect.stringMatching(/^assets\/main-\w+\.css$/),
    expect.stringMatching(/^assets\/main-\w+\.js$/),
  ]);
  for (const path of loaded) expect(filesIn(folder)).toContain(join(folder, String(path)));
});

test('nothing is inline and nothing comes from elsewhere, as the Content-Security-Policy wants', () => {
  expect(indexHtml()).not.toMatch(/<style|style=|<script(?![^>]*src=)|\son\w+=|https?:/);
  for (const path of filesIn(folder).filter((name) => name.endsWith('.css'))) {
    const foreign = readFileSync(path, 'utf8').match(/(url\(['"]?(?!['"]?data:)|@import).{0,40}/g);
    expect(foreign).toBeNull();
  }
});

test('is light', () => {
  const bytes = filesIn(folder).reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);
  expect(bytes).toBeLessThan(MAX_GZIP_BYTES);
});

test('the same source gives the same files', () => {
  const again = mkdtempSync(join(tmpdir(), 'console-page-'));
  buildPage(again);
  expect(readdirSync(join(again, 'assets')).sort()).toEqual(readdirSync(join(folder, 'assets')).sort());
  rmSync(again, { recursive: true });
});
