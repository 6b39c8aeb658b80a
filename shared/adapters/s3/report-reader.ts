import { gunzipSync } from 'node:zlib';
import type { S3Client } from '@aws-sdk/client-s3';
import type * as z from 'zod';
import {
  type PeopleIndex,
  parseSearchEntryLine,
  parseSummaryLine,
  type SearchBlock,
  type SearchEntry,
} from '../../contracts/report-file.ts';
import type { PersonSummary } from '../../domain/person-summary.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { type BlockPlace, blockLines } from './gzip-blocks.ts';
import { isMissing, readObject } from './objects.ts';
import { type ReportPart, reportKey } from './report-key.ts';

/** The people of a search may be in as many blocks as a page has people: they are read some at a time. */
const CONCURRENT_READS = 10;

/** A report is gone from the bucket. */
export class MissingReportError extends Error {
  override readonly name = 'MissingReportError';
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

  /** The people at these positions of the report, from 0, in the order of the positions. */
  async readPeople(
    reportId: string,
    index: PeopleIndex,
    positions: readonly number[],
  ): Promise<PersonSummary[]> {
    const size = index.people_per_block;
    const people = new Map<number, PersonSummary>();
    const byBlock = Map.groupBy(positions, (position) => Math.floor(position / size));
    await forEachConcurrently(byBlock, CONCURRENT_READS, async ([number, positionsInBlock]) => {
      const lines = blockLines(await this.#read(reportId, 'people', index.blocks[number]));
      for (const position of positionsInBlock) {
        people.set(position, parseSummaryLine(lines[position - number * size] ?? ''));
      }
    });
    return positions.flatMap((position) => people.get(position) ?? []);
  }

  /** The bytes of a part, or of one block of it. */
  async #read(reportId: string, part: ReportPart, block?: BlockPlace): Promise<Buffer> {
    const Range = block && `bytes=${block.offset}-${block.offset + block.length - 1}`;
    try {
      return await readObject(this.#client, { Bucket: this.#bucket, Key: reportKey(reportId, part), Range });
    } catch (cause) {
      if (!isMissing(cause)) throw cause;
      const message = `the report ${reportId} is not in the bucket: restore it, or let another merge write one`;
      throw new MissingReportError(message, { cause });
    }
  }
}
