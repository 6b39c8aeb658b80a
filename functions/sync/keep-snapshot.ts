import type { CrossCheck } from '../../shared/domain/sync-run.ts';
import type { UsageSnapshot } from '../../shared/domain/usage-snapshot.ts';
import { admitSnapshot, register } from '../../shared/merge/admit-snapshot.ts';
import type { PullOutcome } from './run-pull.ts';
import type { SyncWork } from './sync-context.ts';

interface PulledUsage {
  readonly snapshot: UsageSnapshot;
  readonly crossChecks: readonly CrossCheck[];
}

/** Stores a complete snapshot and makes it its channel's newest, unless it is older or has to be held. */
export async function keepSnapshot(
  { snapshot, crossChecks }: PulledUsage,
  { record, ports, context }: SyncWork,
): Promise<PullOutcome> {
  const ref = await ports.snapshots.save(snapshot);
  const instance = snapshot.kind === 'server' ? snapshot.instance : null;
  const admission = record.run.acceptRemovals
    ? await register(ref, instance, ports.sources)
    : await admitSnapshot(snapshot, ref, ports, context.hold);
  const kept = { snapshot: ref, entries: ref.accounts, crossChecks };
  switch (admission.kind) {
    case 'admitted':
      return { ...kept, state: 'pulled' };
    case 'superseded':
      return { ...kept, state: 'superseded' };
    case 'held':
      return { ...kept, state: 'held', hold: admission.hold };
    default:
      return admission satisfies never;
  }
}
