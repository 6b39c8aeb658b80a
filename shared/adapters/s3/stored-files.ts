import type { S3Client } from '@aws-sdk/client-s3';
import { DOWNLOADS_EXPIRE_AFTER_DAYS } from '../../contracts/bucket-lifetimes.ts';
import { foundRecords } from '../../contracts/found-record.ts';
import { addressSearch } from '../../domain/address-search.ts';
import type { Email } from '../../domain/email.ts';
import { expiryOf, type FoundRecords, type StoredFile } from '../../domain/personal-data.ts';
import type { StoredFiles } from '../../privacy-ports.ts';
import { DOWNLOAD_PREFIX, parseDownloadKey } from './downloads.ts';
import { type ListedObject, listedObjects } from './listed-objects.ts';
import { parseReportKey, REPORT_PREFIX } from './report-key.ts';
import { parseSnapshotKey, SNAPSHOT_PREFIX } from './snapshot-key.ts';
import { storedLines } from './stored-lines.ts';

/** In the order of keys. */
const PREFIXES = [DOWNLOAD_PREFIX, REPORT_PREFIX, SNAPSHOT_PREFIX];

/** Finds addresses by reading every file from end to end: no index of addresses is kept to find them by. */
export class S3StoredFiles implements StoredFiles {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async *list(after: string | null): AsyncGenerator<StoredFile> {
    for (const prefix of PREFIXES) {
      for await (const object of listedObjects(this.#client, { bucket: this.#bucket, prefix })) {
        const file = after === null || object.key > after ? storedFileOf(object) : null;
        if (file !== null) yield file;
      }
    }
  }

  async find(file: StoredFile, email: Email): Promise<FoundRecords | null> {
    const holdsAddress = addressSearch(email);
    const lines: string[] = [];
    for await (const piece of storedLines(this.#client, { bucket: this.#bucket, key: file.key })) {
      if (holdsAddress(piece)) lines.push(...piece.split('\n').filter(holdsAddress));
    }
    return lines.length === 0 ? null : foundRecords(file, lines);
  }
}

/** Null for what none of the functions has written. */
function storedFileOf({ key, storedAt }: ListedObject): StoredFile | null {
  const snapshot = parseSnapshotKey(key);
  if (snapshot !== null) return { kind: 'snapshot', key, snapshot };
  const report = parseReportKey(key);
  if (report !== null) return { kind: 'report', key, ...report };
  const reportId = parseDownloadKey(key);
  if (reportId === null) return null;
  return { kind: 'download', key, reportId, expiresAt: expiryOf(storedAt, DOWNLOADS_EXPIRE_AFTER_DAYS) };
}
