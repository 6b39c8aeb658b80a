import type { Hold, MergeCounts, SnapshotRef } from './upload.ts';
import type { Channel, SourceId } from './usage-snapshot.ts';

export const SYNC_TRIGGERS = ['weekly', 'manual'] as const;
export type SyncTrigger = (typeof SYNC_TRIGGERS)[number];

/** `interrupted`: it stopped telling that it is alive, so it has died or was never begun. */
export const SYNC_RUN_STATES = [
  'queued',
  'running',
  'succeeded',
  'partly-failed',
  'failed',
  'interrupted',
] as const;
export type SyncRunState = (typeof SYNC_RUN_STATES)[number];

/** How long a sync that has died, or was never begun, keeps the next one waiting, at most. */
export const SYNC_LEASE_MS = 120_000;

/** What a run asks of a source. All but the two lists in the middle give a usage snapshot. */
export const PULL_KINDS = [
  'consumed-licenses',
  'linked-identities',
  'license-sync-status',
  'server-installations',
  'server-accounts',
  'users-report',
] as const;
export type PullKind = (typeof PULL_KINDS)[number];

/** The channel of the snapshot that a pull gives; null where it gives none. */
export const CHANNEL_OF_PULL = {
  'consumed-licenses': 'rest',
  'linked-identities': 'graphql',
  'license-sync-status': null,
  'server-installations': null,
  'server-accounts': 'graphql',
  'users-report': 'users-report',
} as const satisfies Record<PullKind, Channel | null>;

/**
 * `pulled`: its snapshot is stored and waits for the merge. `superseded`: a newer observation was there already.
 * `held`: it would remove too many accounts. `skipped`: the run had no time left for it.
 */
export const PULL_STATES = [
  'waiting',
  'running',
  'pulled',
  'completed',
  'superseded',
  'held',
  'failed',
  'skipped',
] as const;
export type PullState = (typeof PULL_STATES)[number];

/** Why a pull failed, in a word: the dimension of the metric. */
export const PULL_FAILURES = [
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'report-not-ready',
  'unavailable',
  'timed-out',
  'untrusted-certificate',
  'unreadable-answer',
  'incomplete-answer',
  'internal',
] as const;
export type PullFailure = (typeof PULL_FAILURES)[number];

export const CROSS_CHECKS = [
  'seats_used',
  'total_users',
  'admin_users',
  'suspended_users',
  'total_accounts',
] as const;

/** A number that the source tells of itself, beside the one counted in its snapshot. */
export interface CrossCheck {
  readonly name: (typeof CROSS_CHECKS)[number];
  readonly told: number;
  readonly counted: number;
}

/** One thing asked of one source, and what became of it. */
export interface Pull {
  readonly kind: PullKind;
  readonly source: SourceId;
  readonly state: PullState;
  readonly startedAt: string | null;
  readonly durationMs: number | null;
  /** Requests sent to GitHub, repeated ones included. */
  readonly requests: number;
  /** Accounts, rows or identities in the snapshot; instances in a list. */
  readonly entries: number | null;
  readonly failure: PullFailure | null;
  readonly hold: Hold | null;
  readonly snapshot: SnapshotRef | null;
  readonly crossChecks: readonly CrossCheck[];
}

/** Why a whole run failed although pulls may have succeeded. */
export const RUN_FAILURES = ['nothing-configured', 'not-started', 'not-merged', 'internal'] as const;
export type RunFailure = (typeof RUN_FAILURES)[number];

/** One weekly or manual sync and what became of it. */
export interface SyncRun {
  /** ULID. */
  readonly id: string;
  readonly trigger: SyncTrigger;
  /** Null: every source with automatic sync on. */
  readonly sources: readonly SourceId[] | null;
  /** An owner has said that accounts may be missing: nothing is held. */
  readonly acceptRemovals: boolean;
  readonly requestedAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** Until then a run that has not ended counts as alive. */
  readonly aliveUntil: string;
  /** Never `interrupted` as stored: that is for `stateAt` to see. */
  readonly state: SyncRunState;
  readonly failure: RunFailure | null;
  readonly pulls: readonly Pull[];
  readonly mergeId: string | null;
  readonly counts: MergeCounts | null;
}

/** A run of which nothing is known but what was asked for. */
export function queuedRun(
  asked: Pick<SyncRun, 'id' | 'trigger' | 'sources' | 'acceptRemovals' | 'requestedAt' | 'aliveUntil'>,
): SyncRun {
  return {
    ...asked,
    startedAt: null,
    endedAt: null,
    state: 'queued',
    failure: null,
    pulls: [],
    mergeId: null,
    counts: null,
  };
}

export function hasEnded(state: SyncRunState): boolean {
  return state !== 'queued' && state !== 'running';
}

/** The state as it is at an instant, ISO 8601. */
export function stateAt(run: SyncRun, now: string): SyncRunState {
  return hasEnded(run.state) || now < run.aliveUntil ? run.state : 'interrupted';
}

/** Whether the pull has its outcome. */
export function isConcluded(state: PullState): boolean {
  return state !== 'waiting' && state !== 'running' && state !== 'pulled';
}

/** How old the last good sync of a source, and its newest usage, may be: a week, and a day for a sync to be mended. */
export const MAX_SYNC_AGE_DAYS = 8;

/** What is told of a source's last sync: the last attempt, and the last one that was good. */
export interface SourceSync {
  readonly runId: string;
  readonly attemptedAt: string;
  /** Of the last attempt; null when it was good. */
  readonly failure: PullFailure | 'held' | null;
  readonly succeededAt: string | null;
  /** The latest observation time of usage that syncs brought; null while they brought none. */
  readonly observedAt: string | null;
  /** The first attempt there ever was: from then on a good sync is expected. */
  readonly firstAttemptAt: string;
}

/** What GitHub itself says about the last sync that an instance made through GitHub Connect. */
export interface GitHubConnectSync {
  /** When GitHub was asked. */
  readonly observedAt: string;
  /** As GitHub gives it; null when it never synced. */
  readonly date: string | null;
  /** GitHub's word, in lower case; null when there is none. */
  readonly status: string | null;
  readonly failed: boolean;
}
