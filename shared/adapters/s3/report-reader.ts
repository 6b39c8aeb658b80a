import { gunzipSync } from 'node:zlib';
import type { S3Client } from '@aws-sdk/client-s3';
import type * as z from 'zod';
import { parseSearchEntryLine, type SearchBlock, type SearchEntry } from '../../contracts/report-file.ts';
import type { PageRequest } from '../../ports.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { type BlockPlace, blockLines } from './gzip-blocks.ts';
import { isMissing, readObject } from './objects.ts';
import { type ReportPart, reportKey } from './report-key.ts';

/** The people of a search may be in as many blocks as a page has people: they are read some at a time. */
const CONCURRENT_READS = 10;

/** Of a part that is read from end to end: some 100 KB at a time. */
const BLOCKS_PER_READ = 20;

/** A report is gone from the bucket. */
export class MissingReportError extends Error {
  override readonly name = 'MissingReportError';
}

/** Null when there is no such report, or when it has no such part. */
export async function unlessMissing<Value>(part: Promise<Value>): Promise<Value | null> {
  try {
    return await part;
  } catch (error) {
    if (error instanceof MissingReportError) return null;
    throw error;
  }
}

/** A part of a report that is made of blocks, all but the last of which hold as many items. */
interface PartInBlocks<Item> {
  readonly part: ReportPart;
  /** Of the part; 0 unless told otherwise. */
  readonly revision?: number;
  readonly itemsPerBlock: number;
  readonly blocks: readonly BlockPlace[];
  readonly parse: (line: string) => Item;
}

/** The positions of a page, of so many items in all. */
export function positionsOf({ page, perPage }: PageRequest, total: number): number[] {
  const first = (page - 1) * perPage;
  return Array.from({ length: Math.min(perPage, Math.max(0, total - first)) }, (_, index) => first + index);
}

/** Reads parts of stored reports. */
export class ReportReader {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  /** Throws MissingReportError, and ZodError for an index of another format. */
  async readIndex<Schema extends z.ZodType>(
    reportId: string,
    part: ReportPart,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    const bytes = await this.#read(reportId, part);
    return schema.parse(JSON.parse(gunzipSync(bytes).toString('utf8')));
  }

  async readSearchBlock(reportId: string, block: SearchBlock): Promise<SearchEntry[]> {
    return blockLines(await this.#read(reportId, 'search', block)).map(parseSearchEntryLine);
  }

  /** The items at these positions of a part, from 0, in the order of the positions. */
  async readItems<Item>(
    reportId: string,
    { part, revision, itemsPerBlock, blocks, parse }: PartInBlocks<Item>,
    positions: readonly number[],
  ): Promise<Item[]> {
    const items = new Map<number, Item>();
    const byBlock = Map.groupBy(positions, (position) => Math.floor(position / itemsPerBlock));
    await forEachConcurrently(byBlock, CONCURRENT_READS, async ([number, positionsInBlock]) => {
      const lines = blockLines(await this.#read(reportId, part, blocks[number], revision));
      for (const position of positionsInBlock) {
        items.set(position, parse(lines[position - number * itemsPerBlock] ?? ''));
      }
    });
    return positions.flatMap((position) => items.get(position) ?? []);
  }

  /** All items of a part in their order, few of which are in memory at a time. */
  async *readAll<Item>(
    reportId: string,
    { part, revision, blocks, parse }: Omit<PartInBlocks<Item>, 'itemsPerBlock'>,
  ): AsyncGenerator<Item> {
    for (let number = 0; number < blocks.length; number += BLOCKS_PER_READ) {
      const place = spanOf(blocks.slice(number, number + BLOCKS_PER_READ));
      yield* blockLines(await this.#read(reportId, part, place, revision)).map(parse);
    }
  }

  /** The bytes of a part, or of one block of it. */
  async #read(reportId: string, part: ReportPart, block?: BlockPlace, revision = 0): Promise<Buffer> {
    const Range = block && `bytes=${block.offset}-${block.offset + block.length - 1}`;
    try {
      const Key = reportKey(reportId, part, revision);
      return await readObject(this.#client, { Bucket: this.#bucket, Key, Range });
    } catch (cause) {
      if (!isMissing(cause)) throw cause;
      const message = `the report ${reportId} is not in the bucket: restore it, or let another merge write one`;
      throw new MissingReportError(message, { cause });
    }
  }
}

/** Blocks in a row are a gzip file as well. */
function spanOf(blocks: readonly BlockPlace[]): BlockPlace {
  const offset = blocks[0]?.offset ?? 0;
  return { offset, length: blocks.reduce((sum, block) => sum + block.length, 0) };
}
