import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { S3Downloads } from '../../shared/adapters/s3/downloads.ts';
import type { Download, DownloadFile } from '../../shared/domain/download.ts';
import type { Downloads } from '../../shared/download-ports.ts';
import { InMemoryDownloads } from '../support/fakes/in-memory-downloads.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';

const FILES: readonly DownloadFile[] = [
  { content: 'licenses', format: 'json' },
  { content: 'licenses', format: 'csv', headers: 'current', byteOrderMark: false },
  { content: 'licenses', format: 'csv', headers: 'current', byteOrderMark: true },
  { content: 'licenses', format: 'csv', headers: 'legacy', byteOrderMark: false },
  { content: 'licenses', format: 'csv', headers: 'legacy', byteOrderMark: true },
  { content: 'findings', format: 'csv', byteOrderMark: false },
  { content: 'findings', format: 'csv', byteOrderMark: true },
];

const NOW = new Date('2026-03-05T12:00:00.000Z');

let reports = 0;

/** Every file of a report that no other test has. */
function downloadsOfOneReport(): Download[] {
  const reportId = `report-${++reports}`;
  return FILES.map((file) => ({ reportId, file }));
}

function oneDownload(file: DownloadFile): Download {
  return { reportId: `report-${++reports}`, file };
}

function suite(create: () => Downloads): void {
  it('has a file once it was written, and each file by itself', async () => {
    const store = create();
    const written: Download[] = [];
    const all = downloadsOfOneReport();
    for (const download of all) {
      expect(await store.has(download)).toBe(false);
      await store.write(download, Readable.from(['text']));
      written.push(download);
      const there = await Promise.all(all.map((one) => store.has(one)));
      expect(there).toEqual(all.map((one) => written.includes(one)));
    }
  });

  it('gives every file an address of its own, good for some time', async () => {
    const store = create();
    const links = await Promise.all(downloadsOfOneReport().map((download) => store.linkTo(download)));
    expect(new Set(links.map(({ url }) => new URL(url).pathname)).size).toBe(FILES.length);
    for (const { expiresAt } of links) expect(new Date(expiresAt).toISOString()).toBe(expiresAt);
  });

  it('has no file whose text broke off', async () => {
    const store = create();
    const download = oneDownload({ content: 'licenses', format: 'json' });
    const broken = async function* (): AsyncGenerator<string> {
      yield '[';
      throw new Error('the report is damaged');
    };
    await expect(store.write(download, broken())).rejects.toThrow('the report is damaged');
    expect(await store.has(download)).toBe(false);
  });
}

describe('Downloads in memory', () => suite(() => new InMemoryDownloads()));

describeOnS3('Downloads', (bucket) => {
  const create = (now = () => new Date()) => new S3Downloads(bucket(), BUCKET, now);
  suite(create);

  it.each([
    [{ content: 'licenses', format: 'json' }, 'application/json; charset=utf-8', 'json'],
    [
      { content: 'licenses', format: 'csv', headers: 'legacy', byteOrderMark: true },
      'text/csv; charset=utf-8',
      'csv',
    ],
  ] as const)(
    'are had by whoever has the address, as a file to be saved: %j',
    async (file, type, extension) => {
      const download = oneDownload(file);
      await create().write(download, Readable.from(['\uFEFFMöna', ',漢\r\n']));
      const { url } = await create().linkTo(download);
      const answer = await fetch(url);
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer()).toString('utf8')).toBe('\uFEFFMöna,漢\r\n');
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': type,
        'content-disposition': `attachment; filename="consumed_licenses-${download.reportId}.${extension}"`,
        'cache-control': 'private, no-store',
      });
    },
  );

  it('are had for five minutes', async () => {
    const download = oneDownload({ content: 'licenses', format: 'json' });
    await create().write(download, Readable.from(['[]']));
    const { url, expiresAt } = await create(() => NOW).linkTo(download);
    expect(expiresAt).toBe('2026-03-05T12:05:00.000Z');
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300');
    expect((await fetch(url)).status).toBe(403);
  });

  it('are stored in parts when they are large', async () => {
    const download = oneDownload({ content: 'licenses', format: 'json' });
    const line = `${'x'.repeat(99)}\n`;
    const lines = function* (): Generator<string> {
      for (let count = 0; count < 60; count++) yield line.repeat(1000);
    };
    await create().write(download, Readable.from(lines()));
    const { url } = await create().linkTo(download);
    // Without a difference of six megabytes to be shown.
    expect((await (await fetch(url)).text()) === line.repeat(60_000)).toBe(true);
  });
});
