import type { SyncRequest } from '../../shared/contracts/sync-event.ts';
import { hasEnded, queuedRun, type SyncRun } from '../../shared/domain/sync-run.ts';
import { LeaseKeeper } from '../../shared/merge/lease-keeper.ts';
import { tell } from '../../shared/merge/tell.ts';
import { carryOut, endRun } from './carry-out.ts';
import { mergeLeftovers } from './merge-leftovers.ts';
import { RunRecord } from './run-record.ts';
import { type SyncContext, type SyncPorts, SyncUnfinished } from './sync-context.ts';

/** How often a lease that somebody else has is asked for again. */
const LEASE_POLL_MS = 5_000;

/** With less time left nobody waits for the lease: another attempt has all of its time to work. */
const LEAST_RUN_MS = 10 * 60_000;

/**
 * Carries out a run, or goes on with it where an earlier attempt stopped. Resolves with the run when it has ended,
 * now or before. What throws leaves the run to the next attempt; an error that no repetition mends ends it as failed.
 */
export async function sync(request: SyncRequest, ports: SyncPorts, context: SyncContext): Promise<SyncRun> {
  const known = (await ports.runs.get(request.runId)) ?? newRun(request);
  if (hasEnded(known.state)) {
    // The attempt before may have died when the end was recorded and not yet told.
    await tell({ kind: 'sync-ended', run: known }, ports, context);
    await mergeLeftovers(ports, context);
    return known;
  }
  const keeper = await takeLease(known, ports, context, () => record.saveSoon());
  if (keeper === null) return endNotStarted(known, ports, context);
  const record = new RunRecord(known, ports.runs, keeper);
  try {
    await record.load();
    if (!hasEnded(record.run.state)) await carryOut(record, ports, context);
    return record.run;
  } catch (error) {
    await leave(record, error, ports, context);
    throw error;
  } finally {
    await keeper.release();
  }
}

function newRun({ runId, trigger, requestedAt }: SyncRequest): SyncRun {
  const asked = { id: runId, trigger, sources: null, acceptRemovals: false, requestedAt };
  return queuedRun({ ...asked, aliveUntil: requestedAt });
}

/**
 * Null for a manual run that comes too late to begin: it was accepted with the lease in its name, and now somebody
 * else has it.
 * @throws SyncUnfinished when there is no more time to wait.
 */
async function takeLease(
  run: SyncRun,
  ports: SyncPorts,
  context: SyncContext,
  onHeartbeat: () => void,
): Promise<LeaseKeeper | null> {
  const mayWait = run.trigger === 'weekly' || run.startedAt !== null;
  for (;;) {
    const keeper = await LeaseKeeper.acquire(ports.syncLease, run.id, context.now, onHeartbeat);
    if (keeper !== null || !mayWait) return keeper;
    if (context.now() > context.deadlineMs - LEAST_RUN_MS) {
      throw new SyncUnfinished('another sync is under way');
    }
    await context.pause(LEASE_POLL_MS);
  }
}

async function endNotStarted(run: SyncRun, ports: SyncPorts, context: SyncContext): Promise<SyncRun> {
  const endedAt = new Date(context.now()).toISOString();
  const ended: SyncRun = { ...run, state: 'failed', failure: 'not-started', endedAt };
  await ports.runs.save(ended);
  context.observer.runEnded(ended);
  await tell({ kind: 'sync-ended', run: ended }, ports, context);
  return ended;
}

/** At best the record is written: the error that brought the run here is the one to be told. */
async function leave(
  record: RunRecord,
  error: unknown,
  ports: SyncPorts,
  context: SyncContext,
): Promise<void> {
  const isMergeLeft = record.run.pulls.some(({ state }) => state === 'pulled');
  const left = context.isRetryable(error)
    ? record.save()
    : endRun(record, { state: 'failed', failure: isMergeLeft ? 'not-merged' : 'internal' }, ports, context);
  await left.catch(() => undefined);
}
