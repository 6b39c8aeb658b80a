import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { S3Client } from '@aws-sdk/client-s3';
import { putObject, uploadStream } from './objects.ts';
import { type ReportPart, reportKey } from './report-key.ts';

/** Where a report is to be stored. */
export interface ReportTarget {
  readonly client: S3Client;
  readonly bucket: string;
  readonly reportId: string;
}

/** Stores a part that is made of blocks. */
export async function putBlocks(
  target: ReportTarget,
  part: ReportPart,
  blocks: AsyncIterable<Buffer>,
  revision = 0,
): Promise<void> {
  await uploadStream(target.client, objectOf(target, part, revision), Readable.from(blocks));
}

/** Stores the index of such a part, in JSON. */
export async function putIndex(target: ReportTarget, part: ReportPart, index: object): Promise<void> {
  await putObject(target.client, { ...objectOf(target, part), Body: gzipSync(JSON.stringify(index)) });
}

function objectOf({ bucket, reportId }: ReportTarget, part: ReportPart, revision = 0) {
  return { Bucket: bucket, Key: reportKey(reportId, part, revision), ContentType: 'application/gzip' };
}
