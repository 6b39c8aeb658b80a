import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readUsageFile } from '../../../../shared/contracts/usage-file/read-usage-file.ts';
import { EXPORT_USER, exportOf, reportOf, reportRow } from './files.ts';

const CONTEXT = {
  observedAt: '2026-01-05T10:00:00.000Z',
  hostName: 'ghes.example.com',
  fileName: null,
  maxBytes: 1_000_000,
};
const EXPORT = exportOf([EXPORT_USER]);
const REPORT = reportOf(reportRow({}));

describe('a source that fails while it is read', () => {
  test.each<[string, Buffer]>([
    ['JSON', Buffer.from(EXPORT)],
    ['CSV', Buffer.from(REPORT)],
    ['gzip', gzipSync(EXPORT)],
    ['nothing yet', Buffer.alloc(0)],
  ])('throws its own error, so that the file is read again: %s', async (_, bytes) => {
    const reset = new Error('socket hang up');
    async function* failing() {
      yield bytes.subarray(0, bytes.length / 2);
      throw reset;
    }
    await expect(readUsageFile(failing(), CONTEXT)).rejects.toBe(reset);
  });
});

describe('the source is let go', () => {
  test.each<[string, Buffer]>([
    ['after a whole file', Buffer.from(EXPORT)],
    ['after a broken JSON', Buffer.from('{"instance":}')],
    ['after a broken CSV', Buffer.from('id,login,suspended?\n"')],
    ['after an unknown format', Buffer.from('a,b\n1,2\n')],
    ['after a workbook', Buffer.from('PK\x03\x04 and so on', 'latin1')],
    ['after an archive within an archive', gzipSync(gzipSync(EXPORT))],
    ['after an archive of nothing', gzipSync('  ')],
    ['after a damaged archive', Buffer.concat([gzipSync(EXPORT), Buffer.from('x')])],
  ])('%s', async (_, bytes) => {
    const stream = Readable.from([bytes, Buffer.from(' '), Buffer.from(' ')], { objectMode: false });
    await readUsageFile(stream, CONTEXT);
    expect(stream.destroyed).toBe(true);
  });
});
