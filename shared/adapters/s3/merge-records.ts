import { gunzipSync, gzipSync } from 'node:zlib';
import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { mergeRecordText, parseMergeRecord } from '../../contracts/merge-record-file.ts';
import type { MergeRecord, MergeRecords } from '../../history-ports.ts';
import { putObject, readObject } from './objects.ts';

const MERGE_PREFIX = 'merges/';

/** A record of a merge is not what was stored. */
export class DamagedMergeRecordError extends Error {
  override readonly name = 'DamagedMergeRecordError';

  constructor(key: string, cause: unknown) {
    super(`the record of a merge ${key} cannot be read: restore the object, or delete it to do without`, {
      cause,
    });
  }
}

/** One small object per merge, whose name begins with the time of the merge as ULIDs do. */
export class S3MergeRecords implements MergeRecords {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async write(record: MergeRecord): Promise<void> {
    await putObject(this.#client, {
      Bucket: this.#bucket,
      Key: `${MERGE_PREFIX}${record.committed.mergeId}.json.gz`,
      ContentType: 'application/gzip',
      Body: gzipSync(mergeRecordText(record)),
    });
  }

  /** S3 lists in the order of keys. Throws DamagedMergeRecordError. */
  async *list(): AsyncGenerator<MergeRecord> {
    const request = { Bucket: this.#bucket, Prefix: MERGE_PREFIX };
    for await (const { Contents } of paginateListObjectsV2({ client: this.#client }, request)) {
      for (const { Key } of Contents ?? []) if (Key !== undefined) yield await this.#read(Key);
    }
  }

  async #read(key: string): Promise<MergeRecord> {
    const content = await readObject(this.#client, { Bucket: this.#bucket, Key: key });
    try {
      return parseMergeRecord(gunzipSync(content).toString('utf8'));
    } catch (error) {
      throw new DamagedMergeRecordError(key, error);
    }
  }
}
