import { type AccountKey, cloudAccountKey, serverAccountKey } from './account.ts';
import type { PersonState } from './changes.ts';
import type { PersonId } from './ledger.ts';
import { isNewer } from './newest.ts';
import type { FindingId } from './stored-finding.ts';
import type { SnapshotRef, StoredSnapshot } from './upload.ts';
import type { UsageFacts } from './usage-snapshot.ts';

/** An object in the bucket that may hold addresses; raw uploads apart. */
export type StoredFile =
  | { readonly kind: 'snapshot'; readonly key: string; readonly snapshot: StoredSnapshot }
  | { readonly kind: 'report'; readonly key: string; readonly reportId: string; readonly part: string }
  | {
      readonly kind: 'download';
      readonly key: string;
      readonly reportId: string;
      readonly expiresAt: string;
    };

/** A dropped file that has not expired. Nobody has looked into it. */
export interface RawUpload {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  readonly storedAt: string;
  readonly expiresAt: string;
}

/** What of a file holds an address: at least one record, and whose they are as far as the record says. */
export interface FoundRecords {
  readonly records: number;
  readonly accounts: readonly AccountKey[];
  readonly people: readonly PersonId[];
  readonly findings: readonly FindingId[];
}

export interface FoundFile {
  readonly file: StoredFile;
  readonly found: FoundRecords;
}

/**
 * `current`: what counts is made of it. `unsettled`: newer than what counts, so it may come to count: it is held, or
 * was stored just now. `older`: of the past.
 */
export type Standing = 'current' | 'unsettled' | 'older';

/** What counts: the newest snapshots, and the report of the last merge. */
export interface CurrentState {
  readonly snapshots: readonly SnapshotRef[];
  /** Null before the first merge. */
  readonly reportId: string | null;
}

export function standingOf(file: StoredFile, { snapshots, reportId }: CurrentState): Standing {
  if (file.kind !== 'snapshot') return file.reportId === reportId ? 'current' : 'older';
  const { source, channel } = file.snapshot;
  const newest = snapshots.find((ref) => ref.source === source && ref.channel === channel);
  if (newest === undefined || isNewer(file.snapshot, newest)) return 'unsettled';
  return newest.key === file.key ? 'current' : 'older';
}

/** S3 removes what has expired at the midnight, in UTC, after so many days. */
export function expiryOf(storedAt: Date, days: number): string {
  const due = new Date(storedAt);
  due.setUTCDate(due.getUTCDate() + days);
  const isMidnight = due.getTime() % 86_400_000 === 0;
  if (!isMidnight) due.setUTCHours(24, 0, 0, 0);
  return due.toISOString();
}

/** The accounts of a snapshot: of an instance, or of the cloud enterprise. */
export function* accountsIn(snapshot: UsageFacts): Generator<AccountKey> {
  if (snapshot.kind === 'server') {
    for (const { hostName, userId } of snapshot.accounts) yield serverAccountKey(hostName, userId);
  }
  if (snapshot.kind === 'cloud') {
    for (const { login } of snapshot.rows) if (login !== null) yield cloudAccountKey(login);
  }
}

/** Nobody has it: no hash is ever all zeros. */
const ERASED_PERSON_ID = '0'.repeat(32) as PersonId;

/** What is left of a person in a change: that there was one, and what they consumed. */
export function erasedState({ consumption }: PersonState): PersonState {
  return { id: ERASED_PERSON_ID, accounts: [], matchedBy: [], consumption };
}
