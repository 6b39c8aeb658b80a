import type { SnapshotRef } from '../../shared/domain/upload.ts';
import { mergeWithLease } from '../../shared/merge/merge-with-lease.ts';
import { tellOfMerge } from '../../shared/merge/tell.ts';
import { type SyncContext, type SyncPorts, SyncUnfinished } from './sync-context.ts';

/**
 * Merges once more, which changes nothing as a rule. An event that comes twice makes two attempts of one run, of which
 * the second takes the lease: what the first one registers or writes after that may come too late for the run's merge.
 * @throws SyncUnfinished when the merge did not come to its end.
 */
export async function mergeLeftovers(ports: SyncPorts, context: SyncContext): Promise<void> {
  const wanted = (await ports.sources.list()).flatMap(({ snapshots }) => snapshots);
  if (wanted.length === 0) return;
  const outcome = await mergeWithLease(ports, context, {
    wanted,
    mayRelyOnOthers: false,
    onMerged: (merged) => tellOfMerge(merged, ports, context),
    onCharged: (units) => context.observer.charged(units),
  });
  if (outcome.kind !== 'merged') throw new SyncUnfinished(`the merge has to be repeated: ${outcome.kind}`);
  context.observer.merged(outcome.committed);
}

/**
 * Merges what is registered and in no merge yet, if there is such: a process may die, or an answer of the ledger be
 * lost, when a snapshot is registered and before its pull is noted as pulled.
 * @throws SyncUnfinished when the merge did not come to its end.
 */
export async function mergeUnmerged(ports: SyncPorts, context: SyncContext): Promise<void> {
  const newest = (await ports.sources.list()).flatMap(({ snapshots }) => snapshots);
  const committed = await ports.usage.read();
  const isMerged = ({ key }: SnapshotRef) => committed?.snapshots.some((merged) => merged.key === key);
  if (!newest.every(isMerged)) await mergeLeftovers(ports, context);
}
