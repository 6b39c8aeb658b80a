import type { FindingKind } from './domain/finding.ts';
import type { CanonicalKey } from './domain/person.ts';
import type { Dismissal, FindingId, StoredFinding } from './domain/stored-finding.ts';
import type { SourceId } from './domain/usage-snapshot.ts';

/** Which findings are wanted. */
export interface FindingFilter {
  /** Null: of every kind. */
  readonly kind: FindingKind | null;
  /** A finding is of all its sources. Null: of every source. */
  readonly source: SourceId | null;
  /** A finding may be about several. Null: about anybody. */
  readonly person: CanonicalKey | null;
  readonly accepts: (id: FindingId) => boolean;
}

/** A part of what the filter lets through, from 0. */
export interface FindingRange {
  readonly offset: number;
  readonly limit: number;
}

export interface FindingsSlice {
  readonly items: readonly StoredFinding[];
  /** How many the filter lets through. */
  readonly total: number;
}

/** The findings of a merge, which all have been seen last by that merge. */
export interface FindingsReport {
  /** The `lastSeenAt` of every finding. */
  readonly seenAt: string;
  /** Sorted by `compareFindings`. */
  readonly findings: Iterable<Omit<StoredFinding, 'lastSeenAt'>>;
}

/** The immutable findings of one merge, part of its report. Null: there are no findings beside that report. */
export interface FindingReports {
  write(reportId: string, report: FindingsReport): Promise<void>;
  slice(reportId: string, filter: FindingFilter, range: FindingRange): Promise<FindingsSlice | null>;
  /** All of them in their order, few in memory at a time. */
  all(reportId: string): Promise<AsyncIterable<StoredFinding> | null>;
  has(reportId: string, id: FindingId): Promise<boolean>;
}

/** What owners have dismissed, however often merges find it again. */
export interface Dismissals {
  /** In no particular order. */
  list(): Promise<readonly Dismissal[]>;
  /** In place of the finding's earlier one. */
  put(dismissal: Dismissal): Promise<void>;
  remove(id: FindingId): Promise<void>;
}
