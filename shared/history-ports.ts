import type { PeopleChange, PersonState } from './domain/changes.ts';
import type { Chargeback } from './domain/chargeback.ts';
import type { StoredSnapshot } from './domain/upload.ts';
import type { CommittedUsage } from './domain/usage.ts';
import type { Page, PageRequest, SourceRecord } from './ports.ts';

/** A change with the merge that found it. */
export interface MergedChange extends PeopleChange {
  readonly mergeId: string;
  readonly mergedAt: string;
}

export interface MergeChanges {
  readonly mergedAt: string;
  /** The report that the people were compared with, whose earlier changes are listed on. Null for none. */
  readonly previousReportId: string | null;
  readonly changes: Iterable<PeopleChange>;
}

/** Which changes are wanted: of one merge, or of those whose instant is in the range, `to` excluded. Null: whatever. */
export interface ChangeFilter {
  readonly mergeId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** What became of people from merge to merge: immutable, part of the report of each merge. */
export interface ChangeReports {
  /** The people of a report, sorted by id, few in memory at a time. Null when it does not tell. */
  states(reportId: string): Promise<AsyncIterable<PersonState> | null>;
  /** Sorted by id. */
  writeStates(reportId: string, states: Iterable<PersonState> | AsyncIterable<PersonState>): Promise<void>;
  /** The report's id is the merge's. */
  writeChanges(reportId: string, changes: MergeChanges): Promise<void>;
  /** Of this report's merge and all before it, newest merge first. Empty when the report does not tell. */
  page(reportId: string, filter: ChangeFilter, request: PageRequest): Promise<Page<MergedChange>>;
}

/** Every snapshot that was ever stored, whatever became of it, in no particular order. */
export interface SnapshotHistory {
  list(): AsyncIterable<StoredSnapshot>;
}

/** Usage by those who may be charged for it, part of the report of each merge. */
export interface ChargebackReports {
  write(reportId: string, chargeback: Chargeback): Promise<void>;
  /** Null when there is none beside that report. */
  read(reportId: string): Promise<Chargeback | null>;
}

/** What a merge committed, and the sources as it found them: with the snapshots, all that a ledger is rebuilt from. */
export interface MergeRecord {
  readonly committed: CommittedUsage;
  readonly sources: readonly SourceRecord[];
}

/** Every merge that counts, kept outside the ledger so that the ledger can be lost. */
export interface MergeRecords {
  /** Replaces what an earlier attempt wrote for the same merge. */
  write(record: MergeRecord): Promise<void>;
  /** Oldest first. */
  list(): AsyncIterable<MergeRecord>;
}
