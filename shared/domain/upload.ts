import type { Channel, ServerInstance, SourceId } from './usage-snapshot.ts';

/** What became of an upload. All but `received` and `held` are final. */
export const UPLOAD_STATES = ['received', 'encrypted', 'held', 'rejected', 'superseded', 'merged'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** Why a file was rejected, in a word: the dimension of the metric. */
export const REJECTION_REASONS = [
  'unknown-format',
  'invalid-content',
  'partial-report',
  'host-name-missing',
  'wrong-encoding',
  'too-large',
  'damaged-archive',
  'invalid-metadata',
  'file-gone',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** One thing wrong with a file. Never carries a value of the file, which may be an address or a name. */
export interface Problem {
  /** JSON path such as `$.users[3].emails[0]`; null in a CSV, or where the whole file is meant. */
  readonly path: string | null;
  /** From 1; null where the whole file is meant. */
  readonly line: number | null;
  /** From 1, in characters for JSON; in a CSV the number of the field. Null where the whole line is meant. */
  readonly column: number | null;
  readonly expected: string;
  readonly fix: string;
}

export interface Rejection {
  readonly reason: RejectionReason;
  /** The first 100. */
  readonly problems: readonly Problem[];
  readonly totalProblems: number;
}

/** Where a stored snapshot is. */
export interface StoredSnapshot {
  readonly source: SourceId;
  readonly channel: Channel;
  readonly observedAt: string;
  /** SHA-256 of the content without its date, in hex: equal content has an equal digest. */
  readonly digest: string;
  /** Object key in the bucket. */
  readonly key: string;
}

/** Where a stored snapshot is and what it holds. */
export interface SnapshotRef extends StoredSnapshot {
  /** Accounts of a server instance, or rows of the cloud enterprise. */
  readonly accounts: number;
}

/** What one merge changed against the state committed before it. */
export interface MergeCounts {
  readonly peopleAdded: number;
  readonly peopleChanged: number;
  readonly peopleRemoved: number;
  readonly licensesBefore: number;
  readonly licensesAfter: number;
}

export interface Hold {
  readonly accountsBefore: number;
  readonly accountsRemoved: number;
}

/** One dropped file and what became of it. */
export interface Upload {
  /** ULID. */
  readonly id: string;
  readonly key: string;
  readonly versionId: string | null;
  /** Bytes as uploaded. */
  readonly size: number | null;
  readonly receivedAt: string;
  readonly observedAt: string;
  readonly state: UploadState;
  readonly source: SourceId | null;
  readonly instance: ServerInstance | null;
  readonly snapshot: SnapshotRef | null;
  readonly rejection: Rejection | null;
  readonly hold: Hold | null;
  /** When an owner accepted a held upload. */
  readonly acceptedAt: string | null;
  /** The merge that first included it. */
  readonly mergeId: string | null;
  readonly counts: MergeCounts | null;
}

export function isFinal(state: UploadState): boolean {
  return state !== 'received' && state !== 'held';
}
