import { Readable } from 'node:stream';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Download, DownloadFile } from '../../domain/download.ts';
import type { DownloadLink, Downloads } from '../../download-ports.ts';
import { objectExists, uploadStream } from './objects.ts';
import { presignedUrl } from './presigned-url.ts';

/** Time to begin the download. Short, since whoever has the address needs nothing else. */
const VALID_FOR_SECONDS = 5 * 60;

/**
 * One object per file. Its headers are stored with it rather than put into the signed address: they are the same for
 * everybody.
 */
export class S3Downloads implements Downloads {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #now: () => Date;

  constructor(client: S3Client, bucket: string, now: () => Date) {
    this.#client = client;
    this.#bucket = bucket;
    this.#now = now;
  }

  async has(download: Download): Promise<boolean> {
    return objectExists(this.#client, this.#placeOf(download));
  }

  async linkTo(download: Download): Promise<DownloadLink> {
    const get = new GetObjectCommand(this.#placeOf(download));
    return presignedUrl(this.#client, get, { signedAt: this.#now(), validForSeconds: VALID_FOR_SECONDS });
  }

  async write(download: Download, text: AsyncIterable<string>): Promise<void> {
    const object = { ...this.#placeOf(download), ...headersOf(download) };
    await uploadStream(this.#client, object, Readable.from(text));
  }

  #placeOf(download: Download) {
    return { Bucket: this.#bucket, Key: downloadKey(download) };
  }
}

/** GitHub names its own files `consumed_licenses-ENTERPRISE-TIMESTAMP.csv`. */
const NAMES = {
  licenses: 'consumed_licenses',
  findings: 'findings',
} as const satisfies Record<DownloadFile['content'], string>;

export const DOWNLOAD_PREFIX = 'downloads/';

/** The id of the report. Null for what is no key of a download. */
export function parseDownloadKey(key: string): string | null {
  return /^downloads\/([^/]+)\/[^/]+$/.exec(key)?.[1] ?? null;
}

/** Such as `downloads/01JNB0ZC5QH3GZ5ZJ0Q3J7Y0XB/consumed_licenses-legacy-bom.csv`. */
function downloadKey({ reportId, file }: Download): string {
  const headers = 'headers' in file ? `-${file.headers}` : '';
  const mark = file.format === 'csv' && file.byteOrderMark ? '-bom' : '';
  return `${DOWNLOAD_PREFIX}${reportId}/${NAMES[file.content]}${headers}${mark}.${file.format}`;
}

function headersOf({ reportId, file: { content, format } }: Download) {
  return {
    ContentType: `${format === 'csv' ? 'text/csv' : 'application/json'}; charset=utf-8`,
    ContentDisposition: `attachment; filename="${NAMES[content]}-${reportId}.${format}"`,
    // It names people: no cache on the way may keep it.
    CacheControl: 'private, no-store',
  };
}
