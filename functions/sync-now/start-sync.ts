import type { AuditRecorder } from '../../shared/audit-ports.ts';
import type { SyncNowRequest } from '../../shared/contracts/http/sync-now.ts';
import type { Order } from '../../shared/domain/audit.ts';
import { hasEnded, queuedRun, type SyncRun } from '../../shared/domain/sync-run.ts';
import type { HeldLease, Lease, SyncRunLog, SyncStarter } from '../../shared/ports.ts';

export interface StartSyncPorts {
  readonly audit: AuditRecorder;
  readonly syncRuns: SyncRunLog;
  /** Of syncs. */
  readonly lease: Lease;
  readonly starter: SyncStarter;
  /** A new ULID of that time. */
  readonly newId: (timeMs: number) => string;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

export type StartedSync =
  | { readonly outcome: 'started'; readonly run: SyncRun }
  /** `run` is null in the moment before it is written down, `runId` in the one after it has ended. */
  | { readonly outcome: 'busy'; readonly runId: string | null; readonly run: SyncRun | null }
  | { readonly outcome: 'not-started'; readonly run: SyncRun; readonly cause: unknown };

/** Between taking the lease and writing its run down, and between the end of a run and giving it back. */
const ATTEMPTS = 5;
const PAUSE_MS = 200;

/** Takes the lease of syncs for a new run, or finds the run that holds it. */
export async function startSync(
  ports: StartSyncPorts,
  request: SyncNowRequest,
  order: Order,
): Promise<StartedSync> {
  const { lease, syncRuns, now, pause } = ports;
  const requestedAtMs = now();
  const id = ports.newId(requestedAtMs);
  let runId: string | null = null;
  let run: SyncRun | null = null;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const held = await lease.acquire(id, now());
    if (held !== null) return begin(ports, held, newRun(request, requestedAtMs, held), order);
    runId = await lease.holder(now());
    run = runId === null ? null : await syncRuns.get(runId);
    if (run !== null && !hasEnded(run.state)) break;
    if (attempt < ATTEMPTS) await pause(PAUSE_MS);
  }
  return { outcome: 'busy', runId, run };
}

/**
 * From here on the run owns the lease, and the sync takes it over under the run's id. A crash before the sync has
 * begun leaves a lease that expires, and a run that counts as interrupted from then on.
 */
async function begin(
  { audit, syncRuns, starter, lease, now }: StartSyncPorts,
  held: HeldLease,
  run: SyncRun,
  order: Order,
): Promise<StartedSync> {
  try {
    await audit.record(order, { action: 'sync-now', target: run.id });
    await syncRuns.save(run);
  } catch (error) {
    await lease.release(held);
    throw error;
  }
  try {
    await starter.start(run.id);
    return { outcome: 'started', run };
  } catch (cause) {
    // Only the answer may have been lost: then the sync has taken the lease over.
    if ((await lease.renew(held, now())) === null) return { outcome: 'started', run };
    const failed: SyncRun = { ...run, state: 'failed', failure: 'not-started', endedAt: instantOf(now()) };
    await syncRuns.save(failed).finally(() => lease.release(held));
    return { outcome: 'not-started', run: failed, cause };
  }
}

function newRun(request: SyncNowRequest, requestedAtMs: number, { owner, expiresAtMs }: HeldLease): SyncRun {
  return queuedRun({
    id: owner,
    trigger: 'manual',
    sources: request.sources,
    acceptRemovals: request.accept_removals,
    requestedAt: instantOf(requestedAtMs),
    aliveUntil: instantOf(expiresAtMs),
  });
}

function instantOf(ms: number): string {
  return new Date(ms).toISOString();
}
