import type { S3Client } from '@aws-sdk/client-s3';
import {
  type ChangesIndex,
  type ChangesLog,
  changeLine,
  changesIndex,
  changesLog,
  parseChangeLine,
  parseStateLine,
  type StatesIndex,
  stateLine,
  statesIndex,
} from '../../contracts/changes-report-file.ts';
import type { PeopleChange, PersonState } from '../../domain/changes.ts';
import type { ChangeFilter, ChangeReports, MergeChanges, MergedChange } from '../../history-ports.ts';
import type { Page, PageRequest } from '../../ports.ts';
import { forEachConcurrently } from '../for-each-concurrently.ts';
import { type MergeSlice, mergesOf, slicesOf } from './changes-of-merges.ts';
import { type BlockPlace, gzipBlocks } from './gzip-blocks.ts';
import { RecentValues } from './recent-values.ts';
import { putBlocks, putIndex } from './report-parts.ts';
import { ReportReader, unlessMissing } from './report-reader.ts';

/** Read from end to end, some blocks at a time: larger ones compress little better and take more memory. */
const STATES_PER_BLOCK = 500;

/** The most that a page may have, so that a page of one merge is in one block or two. */
const CHANGES_PER_BLOCK = 100;

/** Readers ask for the log of the last merge; while a merge ends, some still for the one before. */
const CACHED_LOGS = 2;

/** A page of as many changes as there may be can be of as many merges. */
const CACHED_INDEXES = 100;

const CONCURRENT_MERGES = 10;

/**
 * Beside each report: the state of its people, what became of the people of the report before, and a log of all
 * merges until then that changed people. The log names only merges that were committed, besides the report's own.
 */
export class S3ChangeReports implements ChangeReports {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #reader: ReportReader;
  readonly #logs: RecentValues<ChangesLog>;
  readonly #indexes: RecentValues<ChangesIndex>;

  constructor(client: S3Client, bucket: string) {
    const reader = new ReportReader(client, bucket);
    this.#client = client;
    this.#bucket = bucket;
    this.#reader = reader;
    this.#logs = new RecentValues(CACHED_LOGS, (reportId) =>
      reader.readIndex(reportId, 'changes-log', changesLog),
    );
    this.#indexes = new RecentValues(CACHED_INDEXES, (reportId) =>
      reader.readIndex(reportId, 'changes-index', changesIndex),
    );
  }

  async states(reportId: string): Promise<AsyncIterable<PersonState> | null> {
    const index = await unlessMissing(this.#reader.readIndex(reportId, 'states-index', statesIndex));
    if (index === null) return null;
    return this.#reader.readAll(reportId, { part: 'states', blocks: index.blocks, parse: parseStateLine });
  }

  /** The index last: a report without it does not tell its people. */
  async writeStates(
    reportId: string,
    states: Iterable<PersonState> | AsyncIterable<PersonState>,
  ): Promise<void> {
    const blocks: BlockPlace[] = [];
    const written = (_: readonly PersonState[], place: BlockPlace) => blocks.push(place);
    const bytes = gzipBlocks(states, { size: STATES_PER_BLOCK, line: stateLine, written });
    await putBlocks(this.#target(reportId), 'states', bytes);
    const index: StatesIndex = { format: 'states-index/1', blocks };
    await putIndex(this.#target(reportId), 'states-index', index);
  }

  /** The log last: what it names is there. */
  async writeChanges(reportId: string, { mergedAt, previousReportId, changes }: MergeChanges): Promise<void> {
    const blocks: BlockPlace[] = [];
    let count = 0;
    const bytes = gzipBlocks(changes, {
      size: CHANGES_PER_BLOCK,
      line: changeLine,
      written: (block, place) => {
        count += block.length;
        blocks.push(place);
      },
    });
    await putBlocks(this.#target(reportId), 'changes', bytes);
    const index: ChangesIndex = {
      format: 'changes-index/1',
      changes_per_block: CHANGES_PER_BLOCK,
      blocks,
      revision: 0,
    };
    await putIndex(this.#target(reportId), 'changes-index', index);
    const earlier = previousReportId === null ? null : await unlessMissing(this.#logs.get(previousReportId));
    const own = count === 0 ? [] : [{ merge_id: reportId, merged_at: mergedAt, changes: count }];
    const log: ChangesLog = { format: 'changes-log/1', merges: [...(earlier?.merges ?? []), ...own] };
    await putIndex(this.#target(reportId), 'changes-log', log);
  }

  async page(reportId: string, filter: ChangeFilter, request: PageRequest): Promise<Page<MergedChange>> {
    const log = await unlessMissing(this.#logs.get(reportId));
    const merges = mergesOf(log?.merges ?? [], filter);
    const slices = slicesOf(merges, request);
    const found = new Map<MergeSlice, readonly MergedChange[]>();
    await forEachConcurrently(slices, CONCURRENT_MERGES, async (slice) => {
      found.set(slice, await this.#changesIn(slice));
    });
    return {
      items: slices.flatMap((slice) => found.get(slice) ?? []),
      total: merges.reduce((sum, merge) => sum + merge.changes, 0),
    };
  }

  async #changesIn({ merge, positions }: MergeSlice): Promise<readonly MergedChange[]> {
    const { merge_id: mergeId, merged_at: mergedAt } = merge;
    let changes = await unlessMissing(this.#changesAt(mergeId, positions));
    if (changes === null) {
      // Somebody was erased from these changes, which are another object since then: the index tells which.
      this.#indexes.forget(mergeId);
      changes = await this.#changesAt(mergeId, positions);
    }
    return changes.map((change) => ({ ...change, mergeId, mergedAt }));
  }

  async #changesAt(mergeId: string, positions: readonly number[]): Promise<readonly PeopleChange[]> {
    const { blocks, revision, changes_per_block: itemsPerBlock } = await this.#indexes.get(mergeId);
    const part = { part: 'changes', revision, itemsPerBlock, blocks, parse: parseChangeLine } as const;
    return this.#reader.readItems(mergeId, part, positions);
  }

  #target(reportId: string) {
    return { client: this.#client, bucket: this.#bucket, reportId };
  }
}
