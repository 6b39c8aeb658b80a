import type { HoldPolicy } from '../../shared/domain/hold.ts';
import type { LedgerUnits } from '../../shared/domain/ledger-units.ts';
import type { Pull, SyncRun } from '../../shared/domain/sync-run.ts';
import type { CommittedUsage } from '../../shared/domain/usage.ts';
import type { SourceId } from '../../shared/domain/usage-snapshot.ts';
import type { GitHubConnections } from '../../shared/github-ports.ts';
import type { MergeContext } from '../../shared/merge/merge-usage.ts';
import type { TellContext, TellObserver, TellPorts } from '../../shared/merge/tell.ts';
import type { Lease, MergePorts, SyncRunLog } from '../../shared/ports.ts';
import type { RunRecord } from './run-record.ts';

export interface SyncPorts extends MergePorts, TellPorts {
  readonly connections: GitHubConnections;
  readonly runs: SyncRunLog;
  /** One sync at a time; `lease` is that of merges. */
  readonly syncLease: Lease;
}

/** Told of what happened, for logs and metrics. */
export interface SyncObserver extends TellObserver {
  /** `error` is what made the pull fail. */
  pullConcluded(runId: string, pull: Pull, error?: unknown): void;
  merged(committed: CommittedUsage): void;
  /** What the ledger was charged for an attempt to merge. */
  charged(units: LedgerUnits): void;
  runEnded(run: SyncRun): void;
}

export interface SyncContext extends MergeContext, TellContext {
  readonly hold: HoldPolicy;
  /** A signal that aborts after so many milliseconds. */
  readonly timeout: (ms: number) => AbortSignal;
  /** Whether another attempt may succeed after this error. */
  readonly isRetryable: (error: unknown) => boolean;
  readonly observer: SyncObserver;
}

/** One run at work. */
export interface SyncWork {
  readonly record: RunRecord;
  readonly ports: SyncPorts;
  readonly context: SyncContext;
  /** Whether the run asks this source. */
  readonly isWanted: (source: SourceId) => boolean;
  /** When pulls have to be done, so that time is left for the merge. Milliseconds since the epoch. */
  readonly pullsEndMs: number;
}

/** The run did not come to its end: another attempt goes on from where it stopped. */
export class SyncUnfinished extends Error {
  override readonly name = 'SyncUnfinished';
}
