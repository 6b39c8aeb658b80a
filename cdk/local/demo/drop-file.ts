import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { UPLOAD_PREFIX } from '../../../shared/contracts/upload-key.ts';
import type { EnterpriseFile } from '../../../test/support/enterprise/files.ts';
import type { ApiClient } from './api-client.ts';
import type { Stack } from './find-stack.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A file that is in the bucket. */
export interface DroppedFile {
  readonly file: EnterpriseFile;
  readonly key: string;
  /** Null until GET /uploads shows it: whoever puts an object under `uploads/` is not told an id. */
  readonly uploadId: string | null;
}

/** An older file goes straight into the bucket, because only an object there can say when it was observed. */
export function dropFile(file: EnterpriseFile, { bucketUrl }: Stack, api: ApiClient): Promise<DroppedFile> {
  if (bucketUrl === null || file.observedDaysAgo === 0) return dropThroughApi(file, api);
  return dropIntoBucket(file, bucketUrl);
}

/** "Add server usage": asks for an upload and puts the file where the answer says. */
async function dropThroughApi(file: EnterpriseFile, api: ApiClient): Promise<DroppedFile> {
  const { id, key, url, headers } = await api.startUpload(file.name, file.hostName);
  await putFile(file, url, headers);
  return { file, key, uploadId: id };
}

/** A plain PUT under `uploads/`, as an administrator's script does. */
async function dropIntoBucket(file: EnterpriseFile, bucketUrl: string): Promise<DroppedFile> {
  const folder = file.hostName === null ? '' : `${file.hostName}/`;
  const key = `${UPLOAD_PREFIX}${folder}${file.name}`;
  const observedAt = new Date(Date.now() - file.observedDaysAgo * DAY_MS).toISOString();
  await putFile(file, `${bucketUrl}/${key}`, { 'x-amz-meta-observed-at': observedAt });
  return { file, key, uploadId: null };
}

/** By way of a temporary file, since S3 wants to know the length first and the file may be large. */
async function putFile(
  file: EnterpriseFile,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'license-usage-demo-'));
  try {
    const path = join(directory, 'file');
    await pipeline(file.open(), createWriteStream(path));
    const response = await fetch(url, { method: 'PUT', headers, body: await openAsBlob(path) });
    if (!response.ok) throw new Error(`PUT of ${file.name} was answered ${response.status}`);
  } finally {
    await rm(directory, { recursive: true });
  }
}
