import * as z from 'zod';
import { CSV_HEADERS, type DownloadFile } from '../../domain/download.ts';
import type { DownloadLink } from '../../download-ports.ts';
import { reportIdQuery } from './consumed-licenses.ts';

export interface DownloadQuery {
  /** Null: of the last merge. */
  readonly reportId: string | null;
  readonly file: DownloadFile;
}

const byteOrderMarkQuery = z
  .enum(['true', 'false'], 'must be true or false')
  .default('false')
  .transform((text) => text === 'true');

/** `GET /report.json` */
export const jsonDownloadQuerySchema = z
  .object({ report_id: reportIdQuery })
  .transform(
    ({ report_id: reportId }): DownloadQuery => ({ reportId, file: { content: 'licenses', format: 'json' } }),
  );

/** `GET /report.csv`. `headers` chooses between GitHub's columns of today and of 2024. */
export const csvDownloadQuerySchema = z
  .object({
    report_id: reportIdQuery,
    headers: z.enum(CSV_HEADERS, `must be one of ${CSV_HEADERS.join(', ')}`).default('current'),
    bom: byteOrderMarkQuery,
  })
  .transform(
    ({ report_id: reportId, headers, bom: byteOrderMark }): DownloadQuery => ({
      reportId,
      file: { content: 'licenses', format: 'csv', headers, byteOrderMark },
    }),
  );

/** `GET /findings.csv` */
export const findingsDownloadQuerySchema = z
  .object({ report_id: reportIdQuery, bom: byteOrderMarkQuery })
  .transform(
    ({ report_id: reportId, bom: byteOrderMark }): DownloadQuery => ({
      reportId,
      file: { content: 'findings', format: 'csv', byteOrderMark },
    }),
  );

/** With status 302. `url` is the `Location` as well, and needs no token: whoever has it can get the file. */
export const downloadLinkSchema = z.strictObject({
  url: z.url(),
  expires_at: z.iso.datetime(),
});

export function downloadLinkBody({ url, expiresAt }: DownloadLink): z.input<typeof downloadLinkSchema> {
  return { url, expires_at: expiresAt };
}

/** With status 202 and `Retry-After`. */
export const downloadPendingSchema = z.strictObject({ message: z.string() });
