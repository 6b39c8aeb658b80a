import type { LicenseRow } from './domain/account.ts';
import type { ConsumedLicense } from './domain/consumed-license.ts';
import type { Email } from './domain/email.ts';
import type { EmailNumbers } from './domain/email-numbers.ts';
import type {
  EmailLookup,
  LedgerEntry,
  LedgerPerson,
  PersonId,
  Shard,
  ShardPlan,
  UnsettledNote,
} from './domain/ledger.ts';
import type { PeopleFilter } from './domain/people-filter.ts';
import type { PersonSummary } from './domain/person-summary.ts';
import type { GitHubConnectSync, SourceSync, SyncRun } from './domain/sync-run.ts';
import type { Hold, SnapshotRef, StoredSnapshot, Upload } from './domain/upload.ts';
import type { CommittedUsage, UsageOnDay } from './domain/usage.ts';
import type { ServerInstance, SourceId, UsageFacts, UsageSnapshot } from './domain/usage-snapshot.ts';
import type { FindingReports } from './findings-ports.ts';
import type { ChangeReports, ChargebackReports, MergeRecords } from './history-ports.ts';
import type { LedgerMeter } from './meter-ports.ts';

/** One page of a numbered listing. `total` is the number of items over all pages. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

/** Both from 1. */
export interface PageRequest {
  readonly page: number;
  readonly perPage: number;
}

/** Snapshots are immutable and content-addressed: saving one again changes nothing. */
export interface SnapshotStore {
  save(snapshot: UsageSnapshot): Promise<SnapshotRef>;
  /**
   * What decides: the rows of the cloud enterprise come without their details, which nobody needs all at once.
   * @param emails by which the addresses of server accounts are numbered; their own when there are none.
   */
  load(ref: StoredSnapshot, emails?: EmailNumbers): Promise<UsageFacts>;
  /** The rows of a snapshot of the cloud enterprise as they are read: in their order, few in memory at a time. */
  licenseRows(ref: SnapshotRef): Promise<AsyncIterable<LicenseRow>>;
}

/** What is known of one source: which snapshots are its newest, channel by channel. */
export interface SourceRecord {
  readonly source: SourceId;
  /** Null for the cloud enterprise. */
  readonly instance: ServerInstance | null;
  /** At most one per channel, in no particular order. */
  readonly snapshots: readonly SnapshotRef[];
  /** When the newest export with an encrypted user list was observed, and the upload it came in. */
  readonly encrypted: { readonly observedAt: string; readonly uploadId: string } | null;
  /** The newest upload that was held. It may have been settled since, by an owner or by a newer observation. */
  readonly held: HeldUpload | null;
  /** "Server can sync user license count and usage": on unless an owner has switched it off. */
  readonly automaticSync: boolean;
  /** Null before the first sync that asked this source. */
  readonly sync: SourceSync | null;
  readonly githubConnect: GitHubConnectSync | null;
}

export interface HeldUpload {
  readonly observedAt: string;
  readonly uploadId: string;
  readonly hold: Hold;
}

export interface SourceRegistry {
  /** Sorted by source. */
  list(): Promise<readonly SourceRecord[]>;
  get(source: SourceId): Promise<SourceRecord | null>;
  /**
   * Makes the snapshot its channel's newest, unless a newer one is there (`isNewer`). `present` when this very
   * snapshot was already the newest. Facts of the instance that are null leave the known ones in place.
   */
  register(
    ref: SnapshotRef,
    instance: ServerInstance | null,
  ): Promise<'registered' | 'present' | 'superseded'>;
  /** Notes an export whose users are encrypted, unless a newer one is noted. Accounts known before stay. */
  noteEncrypted(instance: ServerInstance, observedAt: string, uploadId: string): Promise<void>;
  /** Notes an upload that waits for an owner, unless a newer one is noted. */
  noteHeld(source: SourceId, held: HeldUpload): Promise<void>;
  /** Notes what GitHub tells of an instance, unless something newer is noted. Makes the source when it is new. */
  noteGitHubConnect(instance: ServerInstance, sync: GitHubConnectSync): Promise<void>;
  /**
   * Notes an attempt to sync the source, unless a later one is noted. Whatever the order, `succeededAt` is of the
   * latest good attempt, `observedAt` the latest one told, and `firstAttemptAt` of the earliest attempt. Makes the
   * source when it is new.
   */
  noteSync(source: SourceId, attempt: SyncAttempt): Promise<void>;
  /** Makes the source when it is new. */
  setAutomaticSync(source: SourceId, on: boolean): Promise<void>;
}

/** `observedAt` is of the newest snapshot that the attempt brought, null when it brought none. */
export type SyncAttempt = Pick<SourceSync, 'runId' | 'attemptedAt' | 'failure' | 'observedAt'>;

export interface SyncRunLog {
  get(id: string): Promise<SyncRun | null>;
  /** Newest first. */
  list(request: PageRequest): Promise<Page<SyncRun>>;
  /** Only whoever holds the lease of syncs writes, and only its own run. */
  save(run: SyncRun): Promise<void>;
}

/** Starts a sync that was accepted: the function that does the work is told of the run and begins soon. */
export interface SyncStarter {
  start(runId: string): Promise<void>;
}

export interface UploadLog {
  get(id: string): Promise<Upload | null>;
  /** Newest first. */
  list(request: PageRequest): Promise<Page<Upload>>;
  /** Notes the upload as received; returns what is stored, which is the earlier record if there was one. */
  receive(upload: Upload): Promise<Upload>;
  /** Replaces the record, unless it has become final meanwhile: an outcome is written once. */
  conclude(upload: Upload): Promise<void>;
}

export interface PeopleLedger {
  /** All entries of one shard, in no particular order. */
  readShard(shard: Shard): Promise<readonly LedgerEntry[]>;
  /**
   * First a note of the people whose look-ups will change, then look-ups, then people; then the note is removed. A
   * crash between leaves a note or a difference that the next merge sees.
   */
  apply(plan: ShardPlan): Promise<void>;
  /** Those that merges left which crashed. Strongly consistent. */
  readNotes(): Promise<readonly UnsettledNote[]>;
  /** To be called when all people of the notes are settled. */
  removeNotes(notes: readonly UnsettledNote[]): Promise<void>;
  get(id: PersonId): Promise<LedgerPerson | null>;
  findLookups(email: Email): Promise<readonly EmailLookup[]>;
}

export interface UsageLedger {
  /** Null before the first merge. Strongly consistent. */
  read(): Promise<CommittedUsage | null>;
  /**
   * False when somebody else has committed what comes after the same generation, or under a higher fencing number:
   * this holder has lost its lease. True when this very merge is committed already.
   */
  commit(usage: CommittedUsage, fence: number): Promise<boolean>;
  /**
   * Writes the day's point unless it is already there with this merge, with a later generation, or with a later
   * observation.
   */
  recordDay(point: UsageOnDay, generation: number): Promise<void>;
  /** Days from `from` to `to`, both included, `YYYY-MM-DD`, oldest first. */
  history(from: string, to: string): Promise<readonly UsageOnDay[]>;
}

export interface HeldLease {
  readonly owner: string;
  /** Rises by one with every holder. */
  readonly fence: number;
  readonly expiresAtMs: number;
}

/** One merge at a time, one sync at a time. Times are in milliseconds since the epoch. */
export interface Lease {
  /** Null while somebody else holds it. Its owner may take it again, with a new fence. */
  acquire(owner: string, nowMs: number): Promise<HeldLease | null>;
  /** The owner, or null when nobody holds it. */
  holder(nowMs: number): Promise<string | null>;
  /** Null when it was lost. */
  renew(lease: HeldLease, nowMs: number): Promise<HeldLease | null>;
  release(lease: HeldLease): Promise<void>;
}

/** The immutable, sorted report of one merge, from which pages are read. */
export interface PeopleReports {
  /** `people` come sorted by `compareSummaries`. */
  write(reportId: string, people: Iterable<PersonSummary>): Promise<void>;
  /** All people, or those who fit. */
  page(reportId: string, request: PageRequest, filter?: PeopleFilter | null): Promise<Page<PersonSummary>>;
  /** People of whom a login or an address begins with `prefix` (normalized), sorted by that term, each once. */
  search(
    reportId: string,
    prefix: string,
    request: PageRequest,
    filter?: PeopleFilter | null,
  ): Promise<Page<PersonSummary>>;
}

/** One page of consumed licenses; `total` is the number of user licenses consumed. */
export interface LicensePage extends Page<ConsumedLicense> {
  /** By GitHub; null when not known. */
  readonly seatsPurchased: number | null;
}

export interface LicenseReport {
  readonly seatsPurchased: number | null;
  /** In the order of listings, one for each person who consumes a license. */
  readonly licenses: AsyncIterable<ConsumedLicense>;
}

/** The immutable report of one merge in the columns of GitHub's consumed licenses, from which pages are read. */
export interface LicenseReports {
  write(reportId: string, report: LicenseReport): Promise<void>;
  /** Null when there is no such report. */
  page(reportId: string, request: PageRequest): Promise<LicensePage | null>;
  /** What was written, few licenses in memory at a time. Null when there is no such report. */
  read(reportId: string): Promise<LicenseReport | null>;
}

/** All that a merge needs. */
export interface MergePorts {
  readonly sources: SourceRegistry;
  readonly snapshots: SnapshotStore;
  readonly people: PeopleLedger;
  readonly usage: UsageLedger;
  readonly lease: Lease;
  readonly meter: LedgerMeter;
  readonly reports: PeopleReports;
  readonly licenses: LicenseReports;
  readonly findings: FindingReports;
  readonly changes: ChangeReports;
  readonly chargebacks: ChargebackReports;
  readonly mergeRecords: MergeRecords;
}

/** Brings an upload back to ingest-upload after an owner accepted it. */
export interface IngestQueue {
  sendAccepted(uploadId: string): Promise<void>;
}
