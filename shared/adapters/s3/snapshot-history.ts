import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { StoredSnapshot } from '../../domain/upload.ts';
import type { SnapshotHistory } from '../../history-ports.ts';
import { parseSnapshotKey, SNAPSHOT_PREFIX } from './snapshot-key.ts';

/** A snapshot's key tells all but what is in it, so a listing of the bucket is enough. */
export class S3SnapshotHistory implements SnapshotHistory {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async *list(): AsyncGenerator<StoredSnapshot> {
    const request = { Bucket: this.#bucket, Prefix: SNAPSHOT_PREFIX };
    for await (const { Contents } of paginateListObjectsV2({ client: this.#client }, request)) {
      for (const { Key } of Contents ?? []) {
        const snapshot = parseSnapshotKey(Key ?? '');
        if (snapshot !== null) yield snapshot;
      }
    }
  }
}
