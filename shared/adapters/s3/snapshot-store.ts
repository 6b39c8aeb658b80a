import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { S3Client } from '@aws-sdk/client-s3';
import { snapshotEntryLines, snapshotHeaderLine } from '../../contracts/snapshot-file.ts';
import type { LicenseRow } from '../../domain/account.ts';
import type { EmailNumbers } from '../../domain/email-numbers.ts';
import type { SnapshotRef, StoredSnapshot } from '../../domain/upload.ts';
import { entriesOf, sourceIdOf, type UsageFacts, type UsageSnapshot } from '../../domain/usage-snapshot.ts';
import type { SnapshotStore } from '../../ports.ts';
import { snapshotDigest } from '../snapshot-digest.ts';
import { textBlocks } from '../text-blocks.ts';
import { getObject, isMissing, objectExists, uploadStream } from './objects.ts';
import { DamagedSnapshotError, readLicenseRows, readSnapshot } from './read-snapshot.ts';
import { snapshotKey } from './snapshot-key.ts';

/** Half the size again of the best level, in a third of its time. */
const GZIP_LEVEL = 3;

/** One object per snapshot, gzip JSON lines, named by source, instant, channel and digest. */
export class S3SnapshotStore implements SnapshotStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** Makes the text twice, for the digest that names the object and for the object, rather than keep it. */
  async save(snapshot: UsageSnapshot): Promise<SnapshotRef> {
    const ref = refOf(snapshot, snapshotDigest(snapshot));
    if (!(await objectExists(this.#client, { Bucket: this.#bucket, Key: ref.key })))
      await this.#upload(ref.key, snapshot);
    return ref;
  }

  /** Throws DamagedSnapshotError, which no repetition mends. */
  async load(ref: StoredSnapshot, emails?: EmailNumbers): Promise<UsageFacts> {
    return readSnapshot(await this.#open(ref), ref, emails);
  }

  /** Throws DamagedSnapshotError, be it while the rows are read. */
  async licenseRows(ref: SnapshotRef): Promise<AsyncIterable<LicenseRow>> {
    return readLicenseRows(await this.#open(ref), ref);
  }

  async #open(ref: StoredSnapshot): Promise<Readable> {
    try {
      const { body } = await getObject(this.#client, { Bucket: this.#bucket, Key: ref.key });
      return body;
    } catch (error) {
      if (isMissing(error)) throw new DamagedSnapshotError(ref, 'is missing', error);
      throw error;
    }
  }

  async #upload(key: string, snapshot: UsageSnapshot): Promise<void> {
    const gzip = createGzip({ level: GZIP_LEVEL });
    // A failure destroys the last stream, from which the upload reads it.
    pipeline(Readable.from(textBlocks(linesOf(snapshot))), gzip, () => undefined);
    await uploadStream(
      this.#client,
      { Bucket: this.#bucket, Key: key, ContentType: 'application/gzip' },
      gzip,
    );
  }
}

function* linesOf(snapshot: UsageSnapshot): Generator<string> {
  yield snapshotHeaderLine(snapshot);
  yield* snapshotEntryLines(snapshot);
}

function refOf(snapshot: UsageSnapshot, digest: string): SnapshotRef {
  const source = sourceIdOf(snapshot);
  const { channel, observedAt } = snapshot;
  const identity = { source, channel, observedAt, digest };
  return { ...identity, key: snapshotKey(identity), accounts: entriesOf(snapshot).length };
}
