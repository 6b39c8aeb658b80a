import { createHash } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import * as z from 'zod';
import { type SnapshotReader, snapshotReader, undatedHeaderLine } from '../../contracts/snapshot-file.ts';
import type { SnapshotRef } from '../../domain/upload.ts';
import type { UsageSnapshot } from '../../domain/usage-snapshot.ts';

const LINE_FEED = 0x0a;

/** Of decompressed text at a time. */
const CHUNK_BYTES = 64 * 1024;

/** A stored snapshot is gone or is not what was stored: restore the object from the bucket's older versions. */
export class DamagedSnapshotError extends Error {
  override readonly name = 'DamagedSnapshotError';

  constructor(ref: SnapshotRef, damage: string, cause?: unknown) {
    super(`the snapshot ${ref.key} ${damage}: restore the object, or drop the source's file again`, {
      cause,
    });
  }
}

/** Reads a stored snapshot and proves that it is the one that was stored. Throws DamagedSnapshotError. */
export async function readSnapshot(body: Readable, ref: SnapshotRef): Promise<UsageSnapshot> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // A failure destroys the last stream, from which the loop below reads it.
  pipeline(body, gunzip, () => undefined);
  try {
    const { snapshot, digest } = await readLines(gunzip);
    if (digest !== ref.digest) throw new DamagedSnapshotError(ref, 'does not have its digest');
    if (snapshot.observedAt !== ref.observedAt) throw new DamagedSnapshotError(ref, 'is not of its date');
    return snapshot;
  } catch (error) {
    if (isDamage(error)) throw new DamagedSnapshotError(ref, 'cannot be read', error);
    throw error;
  }
}

async function readLines(text: AsyncIterable<Buffer>): Promise<{ snapshot: UsageSnapshot; digest: string }> {
  const hash = createHash('sha256');
  let reader: SnapshotReader | null = null;
  for await (const lines of wholeLines(text)) {
    let entries = lines;
    if (reader === null) {
      const end = lines.indexOf(LINE_FEED);
      reader = snapshotReader(JSON.parse(lines.toString('utf8', 0, end)));
      entries = lines.subarray(end + 1);
    }
    hash.update(entries);
    addEntries(reader, entries);
  }
  if (reader === null) throw new SyntaxError('the text has no first line');
  const snapshot = reader.finish();
  return { snapshot, digest: hash.update(undatedHeaderLine(snapshot)).digest('hex') };
}

/** Parses line by line, which makes new strings: those kept do not hold on to the text they were read from. */
function addEntries(reader: SnapshotReader, lines: Buffer): void {
  const text = lines.toString('utf8');
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    reader.add(JSON.parse(text.slice(start, end)));
    start = end + 1;
  }
}

/** Cuts a text into pieces that end with a line feed. What follows the last one is cut off by no writer. */
async function* wholeLines(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of text) {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      yield Buffer.concat([...rest, chunk.subarray(0, end)]);
      rest = [];
    }
    if (end < chunk.length) rest.push(chunk.subarray(end));
  }
  if (rest.length > 0) throw new SyntaxError('the last line has no end');
}

/** What the parsers and zlib throw. A connection that broke is no damage. */
function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError || error instanceof z.ZodError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
