import type { SnapshotRef } from '../../shared/domain/upload.ts';
import { mergeWithLease } from '../../shared/merge/merge-with-lease.ts';
import { tellOfMerge } from '../../shared/merge/tell.ts';
import { type SyncContext, type SyncPorts, SyncUnfinished } from './sync-context.ts';

/**
 * Merges what is in no merge yet. An event that comes twice makes two attempts of one run, of which the second takes
 * the lease: what the first one registers after that may come too late for the run's merge.
 * @throws SyncUnfinished when the merge did not come to its end.
 */
export async function mergeLeftovers(ports: SyncPorts, context: SyncContext): Promise<void> {
  const newest = (await ports.sources.list()).flatMap(({ snapshots }) => snapshots);
  const committed = await ports.usage.read();
  const isMerged = ({ key }: SnapshotRef) => committed?.snapshots.some((merged) => merged.key === key);
  if (newest.every(isMerged)) return;
  const outcome = await mergeWithLease(ports, context, {
    wanted: newest,
    mayRelyOnOthers: false,
    onMerged: (merged) => tellOfMerge(merged, ports, context),
    onCharged: (units) => context.observer.charged(units),
  });
  if (outcome.kind !== 'merged') throw new SyncUnfinished(`the merge has to be repeated: ${outcome.kind}`);
  context.observer.merged(outcome.committed);
}
