import { sync } from '../../functions/sync/sync.ts';
import type { SyncObserver, SyncPorts } from '../../functions/sync/sync-context.ts';
import type { SyncRequest } from '../../shared/contracts/sync-event.ts';
import { DEFAULT_HOLD_POLICY } from '../../shared/domain/hold.ts';
import type { LedgerUnits } from '../../shared/domain/ledger-units.ts';
import { DEFAULT_SEAT_SHARES } from '../../shared/domain/seat-shares.ts';
import { type Pull, SYNC_LEASE_MS, type SyncRun } from '../../shared/domain/sync-run.ts';
import type { CommittedUsage } from '../../shared/domain/usage.ts';
import type { UsageEvent } from '../../shared/domain/usage-event.ts';
import { isRetryable } from '../../shared/runtime/failures.ts';
import { InMemoryLease } from './fakes/in-memory-lease.ts';
import { InMemorySyncRunLog } from './fakes/in-memory-sync-run-log.ts';
import { GitHubScript } from './github-script.ts';
import { MergeWorld } from './merge-world.ts';
import { syncRunOf } from './sync-runs.ts';
import { addInstallation, cloudOf, reportOf } from './sync-sources.ts';

interface Timer {
  readonly dueMs: number;
  readonly controller: AbortController;
}

/** A whole sync, in memory: script what GitHub answers, run, look at what became of it. */
export class SyncWorld extends MergeWorld implements SyncPorts, SyncObserver {
  readonly github = new GitHubScript((timeMs) => this.advanceTo(timeMs));
  readonly connections = this.github;
  readonly runs = new InMemorySyncRunLog();
  readonly syncLease = new InMemoryLease(SYNC_LEASE_MS);
  hold = DEFAULT_HOLD_POLICY;
  readonly conclusions: Pull[] = [];
  readonly errors: unknown[] = [];
  readonly merges: CommittedUsage[] = [];
  readonly charges: LedgerUnits[] = [];
  readonly ended: SyncRun[] = [];
  readonly untold: UsageEvent['kind'][] = [];
  /** What waiting means here: time goes by at once. */
  pause: (ms: number) => Promise<void> = async (ms) => this.advanceTo(this.nowMs + ms);
  #timers: Timer[] = [];

  /** A run through the world's ports, or through others that may fail on the way to those. */
  run(request: SyncRequest, ports: SyncPorts = this): Promise<SyncRun> {
    return sync(request, ports, {
      ...this.context,
      deadlineMs: this.nowMs + 900_000,
      hold: this.hold,
      seatShares: DEFAULT_SEAT_SHARES,
      pause: (ms) => this.pause(ms),
      timeout: (ms) => this.#timeout(ms),
      isRetryable,
      observer: this,
    });
  }

  /** Accepts a manual run as sync-now does. */
  async accept(facts: Partial<SyncRun> = {}): Promise<SyncRequest> {
    const request = manual(this.runs.runs.size + 1);
    const aliveUntil = new Date(this.nowMs + SYNC_LEASE_MS).toISOString();
    const run = syncRunOf(request.runId, { requestedAt: request.requestedAt, aliveUntil, ...facts });
    await this.syncLease.acquire(run.id, this.nowMs);
    await this.runs.save(run);
    return request;
  }

  /** As it is stored. */
  stored({ runId }: SyncRequest): SyncRun {
    const run = this.runs.runs.get(runId);
    if (run === undefined) throw new Error(`no run ${runId} is stored`);
    return run;
  }

  advanceTo(timeMs: number): void {
    this.nowMs = Math.max(this.nowMs, timeMs);
    const due = this.#timers.filter(({ dueMs }) => dueMs <= this.nowMs);
    this.#timers = this.#timers.filter((timer) => !due.includes(timer));
    for (const { controller } of due) controller.abort();
  }

  pullConcluded(_runId: string, pull: Pull, error?: unknown): void {
    this.conclusions.push(pull);
    if (error !== undefined) this.errors.push(error);
  }

  merged(committed: CommittedUsage): void {
    this.merges.push(committed);
  }

  charged(units: LedgerUnits): void {
    this.charges.push(units);
  }

  runEnded(run: SyncRun): void {
    this.ended.push(run);
  }

  notTold(kind: UsageEvent['kind']): void {
    this.untold.push(kind);
  }

  /** As `AbortSignal.timeout`, by this clock. */
  #timeout(ms: number): AbortSignal {
    const controller = new AbortController();
    this.#timers.push({ dueMs: this.nowMs + ms, controller });
    return controller.signal;
  }
}

/** When the installation of the company's world uploaded its usage. */
export const UPLOADED_AT = '2026-03-04T00:00:00.000Z';

/** A cloud of 3 people, ghes-a with 4 that uploads through GitHub Connect, ghes-b with 5 that is asked itself. */
export function companyWorld(): SyncWorld {
  const world = new SyncWorld();
  world.github.consumedLicenses = cloudOf(3);
  addInstallation(world.github, 'ghes-a', 4, UPLOADED_AT);
  world.github.reports.set('ghes-b', reportOf('ghes-b', 5));
  return world;
}

export function weekly(number = 1): SyncRequest {
  return { ...manual(number), runId: `${ID_PREFIX}W${number}`, trigger: 'weekly' };
}

export function manual(number = 1): SyncRequest {
  return { runId: `${ID_PREFIX}M${number}`, trigger: 'manual', requestedAt: '2026-03-05T12:00:00.000Z' };
}

/** Of a ULID; a letter and a digit make it one. */
const ID_PREFIX = '01KAJ0Q2V3W4X5Y6Z7A8B9C0';

/** Each pull in a line: kind, source, state and reason. */
export function pullLines({ pulls }: SyncRun): string[] {
  return pulls.map(({ kind, source, state, failure }) =>
    [kind, source, state, ...(failure === null ? [] : [failure])].join(' '),
  );
}
