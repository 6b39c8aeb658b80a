import type { S3Client } from '@aws-sdk/client-s3';
import {
  type FindingOfReport,
  type FindingsIndex,
  type FindingsPeople,
  findingLine,
  findingsIndex,
  findingsPeople,
  parseFindingLine,
} from '../../contracts/findings-report-file.ts';
import type { FindingId, StoredFinding } from '../../domain/stored-finding.ts';
import type {
  FindingFilter,
  FindingRange,
  FindingReports,
  FindingsReport,
  FindingsSlice,
} from '../../findings-ports.ts';
import { FindingGroups, hasFinding, positionsOfFindings } from './finding-groups.ts';
import { type BlockPlace, gzipBlocks } from './gzip-blocks.ts';
import { RecentValues } from './recent-values.ts';
import { putBlocks, putIndex } from './report-parts.ts';
import { ReportReader, unlessMissing } from './report-reader.ts';

/** The most that a page may have, so that a page of a listing without filters is in one block or two. */
const FINDINGS_PER_BLOCK = 100;

/** Readers ask for the report of the last merge; while a merge ends, some still for the one before. */
const CACHED_INDEXES = 2;

/**
 * The findings of a report are gzip blocks in one object beside an index that has the id, the kind and the sources
 * of each: filters work on the index alone, and a page reads the blocks of what it shows. Whom they are about is in
 * an object of its own, for the few who ask for one person.
 */
export class S3FindingReports implements FindingReports {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #reader: ReportReader;
  readonly #indexes: RecentValues<FindingsIndex>;
  readonly #people: RecentValues<FindingsPeople>;

  constructor(client: S3Client, bucket: string) {
    const reader = new ReportReader(client, bucket);
    this.#client = client;
    this.#bucket = bucket;
    this.#reader = reader;
    this.#indexes = new RecentValues(CACHED_INDEXES, (reportId) =>
      reader.readIndex(reportId, 'findings-index', findingsIndex),
    );
    this.#people = new RecentValues(CACHED_INDEXES, (reportId) =>
      reader.readIndex(reportId, 'findings-people', findingsPeople),
    );
  }

  /** The index last: a report without it has no findings. */
  async write(reportId: string, { seenAt, findings }: FindingsReport): Promise<void> {
    const target = { client: this.#client, bucket: this.#bucket, reportId };
    const blocks: BlockPlace[] = [];
    const groups = new FindingGroups();
    const findingGroups: number[] = [];
    const ids: string[] = [];
    const people: FindingsPeople['people'] = [];
    const bytes = gzipBlocks(findings, {
      size: FINDINGS_PER_BLOCK,
      line: findingLine,
      written: (block, place) => {
        for (const finding of block) {
          findingGroups.push(groups.numberOf(finding));
          people.push(finding.people.slice());
        }
        ids.push(block.map(({ id }) => id).join(''));
        blocks.push(place);
      },
    });
    await putBlocks(target, 'findings', bytes);
    await putIndex(target, 'findings-people', {
      format: 'findings-people/1',
      people,
    } satisfies FindingsPeople);
    const index: FindingsIndex = {
      format: 'findings-index/2',
      seen_at: seenAt,
      findings_per_block: FINDINGS_PER_BLOCK,
      blocks,
      groups: groups.toStored(),
      finding_groups: findingGroups,
      ids: ids.join(''),
    };
    await putIndex(target, 'findings-index', index);
  }

  async slice(
    reportId: string,
    filter: FindingFilter,
    { offset, limit }: FindingRange,
  ): Promise<FindingsSlice | null> {
    const index = await this.#indexOf(reportId);
    if (index === null) return null;
    const positions = positionsOfFindings(index, filter, await this.#aboutness(reportId, filter));
    const wanted = positions.slice(offset, offset + limit);
    const items = await this.#reader.readItems(reportId, partOf(index), wanted);
    return { items, total: positions.length };
  }

  async all(reportId: string): Promise<AsyncIterable<StoredFinding> | null> {
    const index = await this.#indexOf(reportId);
    return index && this.#reader.readAll(reportId, partOf(index));
  }

  async has(reportId: string, id: FindingId): Promise<boolean> {
    const index = await this.#indexOf(reportId);
    return index !== null && hasFinding(index, id);
  }

  async #aboutness(reportId: string, { person }: FindingFilter): Promise<(position: number) => boolean> {
    if (person === null) return () => true;
    const { people } = await this.#people.get(reportId);
    return (position) => people[position]?.includes(person) ?? false;
  }

  #indexOf(reportId: string): Promise<FindingsIndex | null> {
    return unlessMissing(this.#indexes.get(reportId));
  }
}

function partOf({ findings_per_block: itemsPerBlock, blocks, seen_at: lastSeenAt }: FindingsIndex) {
  const parse = (line: string): StoredFinding => seenLast(parseFindingLine(line), lastSeenAt);
  return { part: 'findings', itemsPerBlock, blocks, parse } as const;
}

function seenLast(finding: FindingOfReport, lastSeenAt: string): StoredFinding {
  return { ...finding, lastSeenAt };
}
