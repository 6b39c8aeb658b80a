import { expect, it } from 'vitest';
import { downloadEventBody, parseDownloadEvent } from '../../../shared/contracts/download-event.ts';
import type { DownloadFile } from '../../../shared/domain/download.ts';

const FILES: readonly DownloadFile[] = [
  { content: 'licenses', format: 'json' },
  { content: 'licenses', format: 'csv', headers: 'current', byteOrderMark: false },
  { content: 'licenses', format: 'csv', headers: 'legacy', byteOrderMark: true },
  { content: 'findings', format: 'csv', byteOrderMark: false },
  { content: 'findings', format: 'csv', byteOrderMark: true },
];

it.each(FILES)('tells which file to make: %j', (file) => {
  const download = { reportId: '01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB', file };
  expect(parseDownloadEvent(JSON.parse(downloadEventBody(download)))).toEqual(download);
});

it.each([
  {},
  { report_id: '', file: { content: 'licenses', format: 'json' } },
  { report_id: 'report', file: { content: 'licenses', format: 'xml' } },
  {
    report_id: 'report',
    file: { content: 'licenses', format: 'csv', headers: 'oldest', byte_order_mark: false },
  },
  { report_id: 'report', file: { content: 'findings', format: 'json' } },
])('is refused when it is another: %j', (event) => {
  expect(() => parseDownloadEvent(event)).toThrow();
});
