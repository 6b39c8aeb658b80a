import { open, stat } from 'node:fs/promises';
import { type NamedFile, namedFile } from './named-file.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Smaller blocks cut more records, which are then read with care, and take more turns of the event loop. */
const BLOCK_BYTES = 1024 * 1024;

/** A file of this machine. */
export interface LocalFile extends NamedFile {
  /** As stored: of an archive the compressed ones. */
  readonly bytes: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly modifiedAt: string;
  /** The content in blocks, each of which holds it until the next one is asked for. */
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** @throws {WrongUsage} for a path that leads to no file. */
export async function localFile(argument: string): Promise<LocalFile> {
  const named = namedFile(argument);
  const { path } = named;
  const found = await stat(path).catch((cause: unknown) => {
    throw new WrongUsage(`${path} cannot be read: check the path and who may read it`, { cause });
  });
  if (!found.isFile()) throw new WrongUsage(`${path} is not a file: name the files in it one by one`);
  return {
    ...named,
    bytes: found.size,
    modifiedAt: found.mtime.toISOString(),
    open: () => blocksOf(path),
  };
}

/**
 * While a block is looked at, the next one is read. Two pieces of memory take turns: new memory for each block, as of a
 * stream, sets off full garbage collections, since V8 takes it for a heap that grows.
 */
async function* blocksOf(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  const file = await open(path);
  const read = (memory: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
    const reading = file.read(memory).then(({ bytesRead }) => memory.subarray(0, bytesRead));
    // A failure is told when the block is due.
    reading.catch(() => undefined);
    return reading;
  };
  let next = read(new Uint8Array(BLOCK_BYTES));
  let spare = new Uint8Array(BLOCK_BYTES);
  try {
    for (;;) {
      const block = await next;
      if (block.length === 0) return;
      next = read(spare);
      spare = new Uint8Array(block.buffer, 0, BLOCK_BYTES);
      yield block;
    }
  } finally {
    await next.catch(() => undefined);
    await file.close();
  }
}
