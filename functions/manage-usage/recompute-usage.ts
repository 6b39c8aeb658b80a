import type { AuditRecorder } from '../../shared/audit-ports.ts';
import { endOfDay } from '../../shared/contracts/http/day.ts';
import type { Observed } from '../../shared/contracts/http/observation.ts';
import type { ShownUsage } from '../../shared/contracts/http/usage.ts';
import type { Order } from '../../shared/domain/audit.ts';
import { countFindings } from '../../shared/domain/count-findings.ts';
import { EmailNumbers } from '../../shared/domain/email-numbers.ts';
import { NewestSnapshots } from '../../shared/domain/past-snapshots.ts';
import { resolve } from '../../shared/domain/resolve.ts';
import type { StoredSnapshot } from '../../shared/domain/upload.ts';
import { usageOf } from '../../shared/domain/usage-of.ts';
import { entriesOf, type UsageFacts } from '../../shared/domain/usage-snapshot.ts';
import type { SnapshotHistory } from '../../shared/history-ports.ts';
import { heldSnapshots } from '../../shared/merge/held-snapshots.ts';
import type { SnapshotStore, SyncRunLog, UploadLog } from '../../shared/ports.ts';

export interface RecomputeUsagePorts {
  readonly audit: AuditRecorder;
  readonly snapshots: Pick<SnapshotStore, 'load'>;
  readonly snapshotHistory: SnapshotHistory;
  readonly uploads: UploadLog;
  readonly syncRuns: SyncRunLog;
}

/**
 * Usage at the end of a day, by the rules of now, of the newest snapshots until then, also those that came later.
 * Nothing is written: the present stays as it is.
 */
export async function recomputeUsage(
  ports: RecomputeUsagePorts,
  day: string,
  order: Order,
): Promise<ShownUsage> {
  await ports.audit.record(order, { action: 'recompute-usage', target: day });
  const refs = await snapshotsUntil(endOfDay(day), ports);
  const loaded: UsageFacts[] = [];
  const observed: Observed[] = [];
  const emails = new EmailNumbers();
  for (const ref of refs) {
    const snapshot = await ports.snapshots.load(ref, emails);
    loaded.push(snapshot);
    observed.push({ ...ref, accounts: entriesOf(snapshot).length });
  }
  const { usage } = usageOf(resolve(loaded), loaded, (found) => ({ counts: countFindings(found) }));
  return {
    usage,
    asOf: newestInstant(refs),
    mergedAt: null,
    mergeId: null,
    snapshots: observed,
  };
}

/** The newest of each source and channel before an instant, without those that were never to count. */
async function snapshotsUntil(
  end: string,
  { snapshotHistory, uploads, syncRuns }: RecomputeUsagePorts,
): Promise<StoredSnapshot[]> {
  const held = await heldSnapshots({ uploads, syncRuns });
  const newest = new NewestSnapshots();
  for await (const snapshot of snapshotHistory.list()) {
    if (snapshot.observedAt < end && !held.has(snapshot.key)) newest.add(snapshot);
  }
  return newest.list();
}

/** Null when there is none. */
function newestInstant(refs: readonly StoredSnapshot[]): string | null {
  return (
    refs
      .map(({ observedAt }) => observedAt)
      .sort()
      .at(-1) ?? null
  );
}
