import { gunzipSync, gzipSync } from 'node:zlib';

/** Half the size again of the best level, in a third of its time. */
const GZIP_LEVEL = 3;

/** In bytes: about what a block is compressed. Node takes four times as much for each unless told. */
const OUTPUT_BYTES = 4096;

/** Where a block is in its object, in bytes. */
export interface BlockPlace {
  readonly offset: number;
  readonly length: number;
}

interface BlockFormat<Item> {
  /** Items per block; the last one may hold fewer. */
  readonly size: number;
  /** An item's line, without its line feed. */
  readonly line: (item: Item) => string;
  /** Called with each block when it is ready, in order. */
  readonly written: (items: readonly [Item, ...Item[]], place: BlockPlace) => void;
}

/**
 * Compresses lines in blocks, each a gzip member of its own. Members in a row are a gzip file, so the object can be
 * unpacked as a whole, while each block can be read alone.
 */
export async function* gzipBlocks<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  { size, line, written }: BlockFormat<Item>,
): AsyncGenerator<Buffer> {
  let offset = 0;
  for await (const chunk of chunks(items, size)) {
    const text = chunk.map((item) => `${line(item)}\n`).join('');
    // In this thread: what the others allocate for short is long in coming back, and a small function has no second core.
    const block = gzipSync(text, { level: GZIP_LEVEL, chunkSize: OUTPUT_BYTES });
    written(chunk, { offset, length: block.length });
    offset += block.length;
    yield block;
  }
}

/** The lines of one block, without their line feeds. */
export function blockLines(block: Buffer): string[] {
  return gunzipSync(block).toString('utf8').trimEnd().split('\n');
}

async function* chunks<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  size: number,
): AsyncGenerator<[Item, ...Item[]]> {
  let chunk: [Item, ...Item[]] | null = null;
  for await (const item of items) {
    if (chunk === null) chunk = [item];
    else chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = null;
  }
  if (chunk !== null) yield chunk;
}
