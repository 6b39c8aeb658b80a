import { createHash } from 'node:crypto';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import * as z from 'zod';
import {
  parseSnapshotHeader,
  type SnapshotHeader,
  snapshotReader,
  undatedLineOf,
} from '../../contracts/snapshot-file.ts';
import { LINE_FEED, readLines } from '../../contracts/snapshot-lines/read-lines.ts';
import { parseLicenseRow } from '../../contracts/stored-license-row.ts';
import type { LicenseRow } from '../../domain/account.ts';
import type { EmailNumbers } from '../../domain/email-numbers.ts';
import type { StoredSnapshot } from '../../domain/upload.ts';
import type { UsageFacts } from '../../domain/usage-snapshot.ts';

/** Of decompressed text at a time. */
const CHUNK_BYTES = 64 * 1024;

/** A stored snapshot is gone or is not what was stored: restore the object from the bucket's older versions. */
export class DamagedSnapshotError extends Error {
  override readonly name = 'DamagedSnapshotError';

  constructor(ref: StoredSnapshot, damage: string, cause?: unknown) {
    super(`the snapshot ${ref.key} ${damage}: restore the object, or drop the source's file again`, {
      cause,
    });
  }
}

/** Reads a stored snapshot and proves that it is the one that was stored. Throws DamagedSnapshotError. */
export async function readSnapshot(
  body: Readable,
  ref: StoredSnapshot,
  emails: EmailNumbers | undefined,
): Promise<UsageFacts> {
  try {
    const { header, pieces } = await openSnapshot(body, ref);
    const reader = snapshotReader(header, emails);
    for await (const lines of pieces) reader.add(lines);
    return reader.finish();
  } catch (error) {
    throw isDamage(error) ? new DamagedSnapshotError(ref, 'cannot be read', error) : error;
  }
}

/**
 * Reads the rows of a stored cloud snapshot, few of which are in memory at a time. Throws DamagedSnapshotError, be
 * it at the end: whether the snapshot is the one that was stored is known when all of it was read.
 */
export async function* readLicenseRows(body: Readable, ref: StoredSnapshot): AsyncGenerator<LicenseRow> {
  try {
    const { header, pieces } = await openSnapshot(body, ref);
    if (header.kind !== 'cloud') throw new DamagedSnapshotError(ref, 'is not of the cloud enterprise');
    for await (const lines of pieces) yield* parseLines(lines).map(parseLicenseRow);
  } catch (error) {
    throw isDamage(error) ? new DamagedSnapshotError(ref, 'cannot be read', error) : error;
  }
}

interface OpenSnapshot {
  readonly header: SnapshotHeader;
  /** The lines of the entries, some at a time. */
  readonly pieces: AsyncIterable<Buffer>;
}

async function openSnapshot(body: Readable, ref: StoredSnapshot): Promise<OpenSnapshot> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // A failure destroys the last stream, from which the lines are read.
  pipeline(body, gunzip, () => undefined);
  const lines = wholeLines(gunzip);
  const { value: first } = await lines.next();
  if (first === undefined) throw new SyntaxError('the text has no first line');
  const end = first.indexOf(LINE_FEED);
  const header = parseSnapshotHeader(JSON.parse(first.toString('utf8', 0, end)));
  return { header, pieces: readPieces(header, first.subarray(end + 1), lines, ref) };
}

async function* readPieces(
  header: SnapshotHeader,
  first: Buffer,
  rest: AsyncIterable<Buffer>,
  ref: StoredSnapshot,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256').update(first);
  yield first;
  for await (const lines of rest) {
    hash.update(lines);
    yield lines;
  }
  const digest = hash.update(undatedLineOf(header)).digest('hex');
  if (digest !== ref.digest) throw new DamagedSnapshotError(ref, 'does not have its digest');
  if (header.observed_at !== ref.observedAt) throw new DamagedSnapshotError(ref, 'is not of its date');
}

function parseLines(lines: Buffer): unknown[] {
  const entries: unknown[] = [];
  readLines(lines, null, (entry) => entries.push(entry));
  return entries;
}

/**
 * Cuts a text into pieces that end with a line feed. All are in the same memory: each holds its lines until the next one
 * is asked for. What follows the last one is cut off by no writer.
 */
async function* wholeLines(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let block = Buffer.alloc(2 * CHUNK_BYTES);
  let restLength = 0;
  for await (const chunk of text) {
    const length = restLength + chunk.length;
    if (length > block.length) block = Buffer.concat([block], 2 * length);
    chunk.copy(block, restLength);
    const end = restLength + chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > restLength) {
      yield block.subarray(0, end);
      block.copyWithin(0, end, length);
    }
    restLength = end > restLength ? length - end : length;
  }
  if (restLength > 0) throw new SyntaxError('the last line has no end');
}

/** What the parsers and zlib throw. A connection that broke is no damage. */
function isDamage(error: unknown): boolean {
  if (error instanceof SyntaxError || error instanceof z.ZodError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
