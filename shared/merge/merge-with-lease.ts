import { type LedgerUnits, unitsSince } from '../domain/ledger-units.ts';
import { isNewer } from '../domain/newest.ts';
import type { SnapshotRef } from '../domain/upload.ts';
import type { CommittedUsage } from '../domain/usage.ts';
import type { MergePorts } from '../ports.ts';
import { LeaseKeeper } from './lease-keeper.ts';
import { type MergeContext, type MergeStep, mergeUnderLease } from './merge-usage.ts';

export type MergeOutcome = MergeStep | { readonly kind: 'lease-busy' };

/** How often a busy lease is asked for again. */
const LEASE_POLL_MS = 250;

/** Below this much time left, a merge is not begun. */
const LEAST_MERGE_MS = 15_000;

export interface MergeRequest {
  /** The snapshots that the merge has to include. */
  readonly wanted: readonly SnapshotRef[];
  /**
   * Whether a merge that somebody else commits meanwhile will do. Not after a failed attempt: that one may have
   * written after losing its lease, and only a merge of one's own is sure to begin after that.
   */
  readonly mayRelyOnOthers: boolean;
  /** Called when the merge is committed, before the lease is given back to others. */
  readonly onMerged?: (committed: CommittedUsage) => Promise<void>;
  /** Called with what an attempt of one's own was charged, whatever became of it. */
  readonly onCharged?: (units: LedgerUnits) => void;
}

/** Merges as soon as nobody else does, or finds that somebody else has included what is wanted. */
export async function mergeWithLease(
  ports: MergePorts,
  context: MergeContext,
  request: MergeRequest,
): Promise<MergeOutcome> {
  const { wanted, mayRelyOnOthers } = request;
  const owner = context.newId();
  while (context.now() < context.deadlineMs - LEAST_MERGE_MS) {
    const keeper = await LeaseKeeper.acquire(ports.lease, owner, context.now);
    if (keeper !== null) return mergeAndRelease(ports, keeper, context, request);
    await context.pause(LEASE_POLL_MS);
    const committed = mayRelyOnOthers ? await ports.usage.read() : null;
    if (committed !== null && wanted.every((ref) => includes(committed, ref))) {
      return { kind: 'merged', committed };
    }
  }
  return { kind: 'lease-busy' };
}

async function mergeAndRelease(
  ports: MergePorts,
  keeper: LeaseKeeper,
  context: MergeContext,
  { onMerged, onCharged }: MergeRequest,
): Promise<MergeStep> {
  const before = ports.meter.used();
  try {
    const step = await mergeUnderLease(ports, keeper, context);
    if (step.kind === 'merged') await onMerged?.(step.committed);
    return step;
  } finally {
    await keeper.release();
    onCharged?.(unitsSince(before, ports.meter.used()));
  }
}

/** Whether the merge was of this snapshot, or of a newer one of its source and channel. */
function includes(committed: CommittedUsage, wanted: SnapshotRef): boolean {
  return committed.snapshots.some(
    (merged) =>
      merged.source === wanted.source && merged.channel === wanted.channel && !isNewer(wanted, merged),
  );
}
