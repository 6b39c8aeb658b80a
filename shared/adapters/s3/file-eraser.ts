import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { S3Client } from '@aws-sdk/client-s3';
import { changeLine, changesIndex, parseChangeLine } from '../../contracts/changes-report-file.ts';
import { parseSnapshotHeader, undatedLineOf } from '../../contracts/snapshot-file.ts';
import { addressSearch } from '../../domain/address-search.ts';
import type { PeopleChange, PersonState } from '../../domain/changes.ts';
import type { Email } from '../../domain/email.ts';
import { erasedState, type StoredFile } from '../../domain/personal-data.ts';
import type { StoredSnapshot } from '../../domain/upload.ts';
import type { FileEraser } from '../../privacy-ports.ts';
import { type BlockPlace, gzipBlocks } from './gzip-blocks.ts';
import { deleteObject, uploadStream } from './objects.ts';
import { reportKey } from './report-key.ts';
import { putBlocks, putIndex } from './report-parts.ts';
import { ReportReader, unlessMissing } from './report-reader.ts';
import { snapshotKey } from './snapshot-key.ts';
import { storedLines } from './stored-lines.ts';

/** What is deleted or replaced stays as an older version of its object until the bucket's lifecycle removes it. */
export class S3FileEraser implements FileEraser {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #reader: ReportReader;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
    this.#reader = new ReportReader(client, bucket);
  }

  remove({ key }: Pick<StoredFile, 'key'>): Promise<void> {
    return deleteObject(this.#client, { Bucket: this.#bucket, Key: key });
  }

  /** Reads it twice: for the digest that names the new one, and for its text. */
  async rewriteSnapshot(snapshot: StoredSnapshot, email: Email): Promise<void> {
    const digest = await this.#digestWithout(email, snapshot);
    if (digest === null) return;
    const key = snapshotKey({ ...snapshot, digest });
    // A failure destroys the last stream, from which the upload reads it.
    const gzip = pipeline(Readable.from(this.#textWithout(email, snapshot)), createGzip(), () => undefined);
    await uploadStream(
      this.#client,
      { Bucket: this.#bucket, Key: key, ContentType: 'application/gzip' },
      gzip,
    );
    if (key !== snapshot.key) await this.remove(snapshot);
  }

  /**
   * The changes are stored beside the old ones first, then the index names them, then the old ones are removed: who
   * reads meanwhile has the one or the other. A repetition also removes what an attempt that died has left.
   */
  async maskChanges(reportId: string, isErased: (state: PersonState) => boolean): Promise<number> {
    const index = await unlessMissing(this.#reader.readIndex(reportId, 'changes-index', changesIndex));
    if (index === null) return 0;
    const { blocks, revision, changes_per_block: size } = index;
    const changes = () =>
      this.#reader.readAll(reportId, { part: 'changes', revision, blocks, parse: parseChangeLine });
    for (let old = 0; old < revision; old++) await this.#removeChanges(reportId, old);
    let count = 0;
    for await (const change of changes()) if (statesOf(change).some(isErased)) count++;
    if (count === 0) return 0;
    const target = { client: this.#client, bucket: this.#bucket, reportId };
    const places: BlockPlace[] = [];
    const written = (_: readonly PeopleChange[], place: BlockPlace) => places.push(place);
    const bytes = gzipBlocks(masked(changes(), isErased), { size, line: changeLine, written });
    await putBlocks(target, 'changes', bytes, revision + 1);
    await putIndex(target, 'changes-index', { ...index, blocks: places, revision: revision + 1 });
    await this.#removeChanges(reportId, revision);
    return count;
  }

  #removeChanges(reportId: string, revision: number): Promise<void> {
    return this.remove({ key: reportKey(reportId, 'changes', revision) });
  }

  /** Null when it is gone. */
  async #digestWithout(email: Email, snapshot: StoredSnapshot): Promise<string | null> {
    const hash = createHash('sha256');
    let header: string | null = null;
    for await (const piece of this.#textWithout(email, snapshot)) {
      const start = header === null ? piece.indexOf('\n') + 1 : 0;
      header ??= piece.slice(0, start);
      hash.update(piece.slice(start));
    }
    if (header === null) return null;
    return hash.update(undatedLineOf(parseSnapshotHeader(JSON.parse(header)))).digest('hex');
  }

  async *#textWithout(email: Email, { key }: StoredSnapshot): AsyncGenerator<string> {
    const holdsAddress = addressSearch(email);
    for await (const piece of storedLines(this.#client, { bucket: this.#bucket, key })) {
      yield holdsAddress(piece) ? withoutLines(piece, holdsAddress) : piece;
    }
  }
}

/** Of lines that each have their line feed. */
function withoutLines(piece: string, isUnwanted: (line: string) => boolean): string {
  const lines = piece.split('\n');
  return lines.filter((line) => !isUnwanted(line)).join('\n');
}

function statesOf({ before, after }: PeopleChange): PersonState[] {
  return [...before, ...after];
}

async function* masked(
  changes: AsyncIterable<PeopleChange>,
  isErased: (state: PersonState) => boolean,
): AsyncGenerator<PeopleChange> {
  const mask = (state: PersonState) => (isErased(state) ? erasedState(state) : state);
  for await (const { kind, before, after } of changes) {
    yield { kind, before: before.map(mask), after: after.map(mask) };
  }
}
