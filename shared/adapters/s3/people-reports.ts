import type { S3Client } from '@aws-sdk/client-s3';
import {
  type PeopleIndex,
  parseSummaryLine,
  peopleIndex,
  type SearchBlock,
  type SearchIndex,
  searchIndex,
} from '../../contracts/report-file.ts';
import type { PersonSummary } from '../../domain/person-summary.ts';
import type { Page, PageRequest, PeopleReports } from '../../ports.ts';
import { findPeople } from './find-people.ts';
import { RecentValues } from './recent-values.ts';
import { positionsOf, ReportReader } from './report-reader.ts';
import { writeReport } from './write-report.ts';

/** Readers ask for the report of the last merge; while a merge ends, some still for the one before. */
const CACHED_INDEXES = 2;

/**
 * A report is two objects of gzip blocks, the people in their order and the terms by which they are found, each
 * with a small index. Pages are range reads of blocks, so they cost the same however many people there are.
 */
export class S3PeopleReports implements PeopleReports {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #reader: ReportReader;
  readonly #peopleIndexes: RecentValues<PeopleIndex>;
  readonly #searchIndexes: RecentValues<SearchIndex>;

  constructor(client: S3Client, bucket: string) {
    const reader = new ReportReader(client, bucket);
    this.#client = client;
    this.#bucket = bucket;
    this.#reader = reader;
    this.#peopleIndexes = new RecentValues(CACHED_INDEXES, (reportId) =>
      reader.readIndex(reportId, 'people-index', peopleIndex),
    );
    this.#searchIndexes = new RecentValues(CACHED_INDEXES, (reportId) =>
      reader.readIndex(reportId, 'search-index', searchIndex),
    );
  }

  async write(reportId: string, people: Iterable<PersonSummary>): Promise<void> {
    await writeReport({ client: this.#client, bucket: this.#bucket, reportId }, people);
  }

  async page(reportId: string, request: PageRequest): Promise<Page<PersonSummary>> {
    const index = await this.#peopleIndexes.get(reportId);
    const items = await this.#readPeople(reportId, index, positionsOf(request, index.people));
    return { items, total: index.people };
  }

  async search(reportId: string, prefix: string, request: PageRequest): Promise<Page<PersonSummary>> {
    const index = await this.#searchIndexes.get(reportId);
    const readBlock = (block: SearchBlock) => this.#reader.readSearchBlock(reportId, block);
    const { items: positions, total } = await findPeople(index, prefix, request, readBlock);
    const people = await this.#peopleIndexes.get(reportId);
    return { items: await this.#readPeople(reportId, people, positions), total };
  }

  #readPeople(
    reportId: string,
    { people_per_block: itemsPerBlock, blocks }: PeopleIndex,
    positions: readonly number[],
  ): Promise<PersonSummary[]> {
    const people = { part: 'people', itemsPerBlock, blocks, parse: parseSummaryLine } as const;
    return this.#reader.readItems(reportId, people, positions);
  }
}
