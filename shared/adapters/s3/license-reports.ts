import type { S3Client } from '@aws-sdk/client-s3';
import {
  type LicensesIndex,
  licenseLine,
  licensesIndex,
  parseLicenseLine,
} from '../../contracts/license-report-file.ts';
import type { LicensePage, LicenseReport, LicenseReports, PageRequest } from '../../ports.ts';
import { type BlockPlace, gzipBlocks } from './gzip-blocks.ts';
import { RecentValues } from './recent-values.ts';
import { putBlocks, putIndex } from './report-parts.ts';
import { positionsOf, ReportReader, unlessMissing } from './report-reader.ts';

/** The most that a page may have, so that a client who takes all it can get reads one block a page. */
const LICENSES_PER_BLOCK = 100;

/** Clients that page through the report of an earlier merge keep it in use beside the last one. */
const CACHED_INDEXES = 3;

/** The licenses of a report are gzip blocks in one object beside a small index that has the totals. */
export class S3LicenseReports implements LicenseReports {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #reader: ReportReader;
  readonly #indexes: RecentValues<LicensesIndex>;

  constructor(client: S3Client, bucket: string) {
    const reader = new ReportReader(client, bucket);
    this.#client = client;
    this.#bucket = bucket;
    this.#reader = reader;
    this.#indexes = new RecentValues(CACHED_INDEXES, (reportId) =>
      reader.readIndex(reportId, 'licenses-index', licensesIndex),
    );
  }

  /** The index last: a report without it is none. */
  async write(reportId: string, { seatsPurchased, licenses }: LicenseReport): Promise<void> {
    const target = { client: this.#client, bucket: this.#bucket, reportId };
    const blocks: BlockPlace[] = [];
    let count = 0;
    const bytes = gzipBlocks(licenses, {
      size: LICENSES_PER_BLOCK,
      line: licenseLine,
      written: (block, place) => {
        count += block.length;
        blocks.push(place);
      },
    });
    await putBlocks(target, 'licenses', bytes);
    const index: LicensesIndex = {
      format: 'licenses-index/1',
      licenses: count,
      seats_purchased: seatsPurchased ?? undefined,
      licenses_per_block: LICENSES_PER_BLOCK,
      blocks,
    };
    await putIndex(target, 'licenses-index', index);
  }

  async page(reportId: string, request: PageRequest): Promise<LicensePage | null> {
    const index = await this.#indexOf(reportId);
    if (index === null) return null;
    const { licenses: total, seats_purchased: seatsPurchased = null } = index;
    const { licenses_per_block: itemsPerBlock, blocks } = index;
    const licenses = { part: 'licenses', itemsPerBlock, blocks, parse: parseLicenseLine } as const;
    const items = await this.#reader.readItems(reportId, licenses, positionsOf(request, total));
    return { items, total, seatsPurchased };
  }

  async read(reportId: string): Promise<LicenseReport | null> {
    const index = await this.#indexOf(reportId);
    if (index === null) return null;
    const { blocks, seats_purchased: seatsPurchased = null } = index;
    const licenses = { part: 'licenses', blocks, parse: parseLicenseLine } as const;
    return { seatsPurchased, licenses: this.#reader.readAll(reportId, licenses) };
  }

  #indexOf(reportId: string): Promise<LicensesIndex | null> {
    return unlessMissing(this.#indexes.get(reportId));
  }
}
