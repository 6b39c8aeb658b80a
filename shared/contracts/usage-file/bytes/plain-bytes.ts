import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { rejectedFor } from '../rejected-file.ts';
import { peek } from './peek.ts';

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
const ZIP_MAGIC = Buffer.from('PK\x03\x04', 'latin1');

/**
 * The content of a file that may be gzipped, recognized by its first bytes. Gzip members that follow one another
 * are one content, as in RFC 1952.
 * @throws {RejectedFile} for a damaged archive, another kind of archive, or more than `maxBytes` of content.
 */
export async function* plainBytes(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<Buffer, void, undefined> {
  const file = await peek(buffersOf(source), ZIP_MAGIC.length);
  refuseZip(file.head);
  if (!isGzip(file.head)) return yield* capped(file.bytes, maxBytes);
  yield* notArchived(capped(gunzipped(file.bytes), maxBytes));
}

async function* buffersOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of source) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

/** The content of an archive, unless it is one again. */
async function* notArchived(
  content: AsyncGenerator<Buffer, void, undefined>,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    const { head, bytes } = await peek(content, ZIP_MAGIC.length);
    refuseZip(head);
    if (isGzip(head)) {
      throw rejectedFor('damaged-archive', 'a file that is compressed once', 'Compress the file only once.');
    }
    yield* bytes;
  } finally {
    await content.return();
  }
}

function isGzip(head: Buffer): boolean {
  return head.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC);
}

/** Spreadsheets save a workbook as a ZIP archive, too. */
function refuseZip(head: Buffer): void {
  if (!head.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC)) return;
  throw rejectedFor(
    'unknown-format',
    'plain or gzipped text, not a ZIP archive or a workbook',
    'Unpack the archive, or save the workbook as "CSV UTF-8", and upload the file inside.',
  );
}

async function* gunzipped(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  // The loop below receives every error: those of the archive, and those of the source, which are passed on.
  pipeline(Readable.from(copiesOf(source), { objectMode: false }), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) yield chunk;
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw rejectedFor(
      'damaged-archive',
      'a whole gzip archive',
      'The archive is cut off or damaged: compress the file and upload it again.',
    );
  }
}

/** A stream asks for more before it is done with what it has. */
async function* copiesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of source) yield Buffer.from(chunk);
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** Counts what comes out of the archive, so that a small file cannot become an endless one. */
async function* capped(
  source: AsyncIterable<Buffer>,
  maxBytes: number,
): AsyncGenerator<Buffer, void, undefined> {
  let room = maxBytes;
  for await (const chunk of source) {
    yield chunk.subarray(0, room);
    room -= chunk.length;
    if (room < 0) {
      throw rejectedFor(
        'too-large',
        `at most ${maxBytes} bytes, decompressed`,
        'Check that the file is the right one; if it is, raise the limit on the size of uploads.',
      );
    }
  }
}
