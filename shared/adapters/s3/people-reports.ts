import type { S3Client } from '@aws-sdk/client-s3';
import { type PeopleKinds, peopleKinds } from '../../contracts/people-kinds-file.ts';
import {
  type PeopleIndex,
  parseSearchEntryLine,
  parseSummaryLine,
  peopleIndex,
  type SearchIndex,
  searchIndex,
} from '../../contracts/report-file.ts';
import { fits, type PeopleFilter } from '../../domain/people-filter.ts';
import type { PersonSummary } from '../../domain/person-summary.ts';
import type { Page, PageRequest, PeopleReports } from '../../ports.ts';
import { findFittingPeople, findPeople } from './find-people.ts';
import { RecentValues } from './recent-values.ts';
import { positionsOf, ReportReader } from './report-reader.ts';
import { writeReport } from './write-report.ts';

/** Readers ask for the report of the last merge; while a merge ends, some still for the one before. */
const CACHED_INDEXES = 2;

/**
 * A report is two objects of gzip blocks, the people in their order and the terms by which they are found, each
 * with a small index; and a small one of what filters look at. Pages are range reads of blocks, so they cost the same however many people there are.
 */
export class S3PeopleReports implements PeopleReports {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #reader: ReportReader;
  readonly #peopleIndexes: RecentValues<PeopleIndex>;
  readonly #searchIndexes: RecentValues<SearchIndex>;
  readonly #kinds: RecentValues<PeopleKinds>;

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
    this.#kinds = new RecentValues(CACHED_INDEXES, (reportId) =>
      reader.readIndex(reportId, 'people-kinds', peopleKinds),
    );
  }

  async write(reportId: string, people: Iterable<PersonSummary>): Promise<void> {
    await writeReport({ client: this.#client, bucket: this.#bucket, reportId }, people);
  }

  async page(
    reportId: string,
    request: PageRequest,
    filter: PeopleFilter | null = null,
  ): Promise<Page<PersonSummary>> {
    const index = await this.#peopleIndexes.get(reportId);
    if (filter === null) {
      const items = await this.#readPeople(reportId, index, positionsOf(request, index.people));
      return { items, total: index.people };
    }
    const accepts = await this.#acceptance(reportId, filter);
    const fitting = Array.from({ length: index.people }, (_, position) => position).filter(accepts);
    const positions = positionsOf(request, fitting.length).flatMap((place) => fitting[place] ?? []);
    return { items: await this.#readPeople(reportId, index, positions), total: fitting.length };
  }

  async search(
    reportId: string,
    prefix: string,
    request: PageRequest,
    filter: PeopleFilter | null = null,
  ): Promise<Page<PersonSummary>> {
    const { items: positions, total } = await this.#find(reportId, prefix, request, filter);
    const people = await this.#peopleIndexes.get(reportId);
    return { items: await this.#readPeople(reportId, people, positions), total };
  }

  async #find(
    reportId: string,
    prefix: string,
    request: PageRequest,
    filter: PeopleFilter | null,
  ): Promise<Page<number>> {
    const index = await this.#searchIndexes.get(reportId);
    if (filter === null) {
      return findPeople(index, prefix, request, (block) => this.#reader.readSearchBlock(reportId, block));
    }
    const accepts = await this.#acceptance(reportId, filter);
    return findFittingPeople(index, prefix, request, accepts, (blocks) =>
      this.#reader.readAll(reportId, { part: 'search', blocks, parse: parseSearchEntryLine }),
    );
  }

  /** Tells of positions, from 0, whether the person there fits. */
  async #acceptance(reportId: string, filter: PeopleFilter): Promise<(position: number) => boolean> {
    const { kinds, kindOfPeople } = await this.#kinds.get(reportId);
    const fitting = new Set(kinds.flatMap((kind, number) => (fits(kind, filter) ? [number] : [])));
    return (position) => fitting.has(kindOfPeople[position] ?? -1);
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
