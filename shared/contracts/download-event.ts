import * as z from 'zod';
import { CSV_HEADERS, type Download, type DownloadFile } from '../domain/download.ts';

const licensesCsv = z.strictObject({
  content: z.literal('licenses'),
  format: z.literal('csv'),
  headers: z.enum(CSV_HEADERS),
  byte_order_mark: z.boolean(),
});
const licensesJson = z.strictObject({ content: z.literal('licenses'), format: z.literal('json') });
const findingsCsv = z.strictObject({
  content: z.literal('findings'),
  format: z.literal('csv'),
  byte_order_mark: z.boolean(),
});

/** What read-usage sends to write-download. */
const downloadEvent = z.strictObject({
  report_id: z.string().min(1),
  file: z.union([licensesCsv, licensesJson, findingsCsv]),
});

type StoredFile = z.infer<typeof downloadEvent>['file'];

/** The event that has the download made. */
export function downloadEventBody({ reportId, file }: Download): string {
  const event: z.infer<typeof downloadEvent> = { report_id: reportId, file: storeFile(file) };
  return JSON.stringify(event);
}

/** Throws ZodError when the event is none of `downloadEventBody`. */
export function parseDownloadEvent(event: unknown): Download {
  const { report_id: reportId, file } = downloadEvent.parse(event);
  return { reportId, file: restoreFile(file) };
}

function storeFile(file: DownloadFile): StoredFile {
  if (file.format === 'json') return file;
  const { byteOrderMark: byte_order_mark, ...rest } = file;
  return { ...rest, byte_order_mark };
}

function restoreFile(stored: StoredFile): DownloadFile {
  if (stored.format === 'json') return stored;
  const { byte_order_mark: byteOrderMark, ...rest } = stored;
  return { ...rest, byteOrderMark };
}
