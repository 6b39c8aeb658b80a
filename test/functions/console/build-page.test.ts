import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../../functions/console/build-page.ts';
import { LANGUAGES } from '../../../functions/console/page/language/languages.ts';

/** Of a first load that also shows a chart, in the language with the longest catalogue. */
const MAX_GZIP_BYTES = 150_000;

/** Named as the files in `page/messages/`. A browser loads one. */
const CATALOGUE = /\/[a-z]{2}(-[a-z]{2})?-[A-Z0-9]{8}\.js$/;

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

test('the page loads its script, what that imports, and styles under those names', () => {
  const loaded = [...indexHtml().matchAll(/(?:src|href)="(assets\/[^"]+)"/g)].map(([, path]) => path);
  expect(loaded).toEqual([
    expect.stringMatching(/^assets\/main-\w+\.css$/),
    expect.stringMatching(/^assets\/main-\w+\.js$/),
    expect.stringMatching(/^assets\/chunk-\w+\.js$/),
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

test('a first load is light', () => {
  const sizes = filesIn(folder).map((path) => ({
    isCatalogue: CATALOGUE.test(path),
    bytes: gzipSync(readFileSync(path)).length,
  }));
  const catalogues = sizes.filter(({ isCatalogue }) => isCatalogue).map(({ bytes }) => bytes);
  const rest = sizes.filter(({ isCatalogue }) => !isCatalogue).reduce((sum, { bytes }) => sum + bytes, 0);
  expect(catalogues).toHaveLength(Object.keys(LANGUAGES).length);
  expect(rest + Math.max(...catalogues)).toBeLessThan(MAX_GZIP_BYTES);
});

test('the same source gives the same files', () => {
  const again = mkdtempSync(join(tmpdir(), 'console-page-'));
  buildPage(again);
  expect(readdirSync(join(again, 'assets')).sort()).toEqual(readdirSync(join(folder, 'assets')).sort());
  rmSync(again, { recursive: true });
});
