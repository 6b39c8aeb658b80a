import { countAccounts, type HoldPolicy, mustHold, removedAccounts } from '../domain/hold.ts';
import { isNewer } from '../domain/newest.ts';
import type { Hold, SnapshotRef } from '../domain/upload.ts';
import { decidesAccounts, type ServerInstance, type UsageSnapshot } from '../domain/usage-snapshot.ts';
import type { SnapshotStore, SourceRegistry } from '../ports.ts';

export interface AdmissionPorts {
  readonly sources: SourceRegistry;
  readonly snapshots: SnapshotStore;
}

export type Admission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'superseded' }
  | { readonly kind: 'held'; readonly hold: Hold };

/** Makes a stored snapshot its channel's newest, unless it is older or would remove too many accounts. */
export async function admitSnapshot(
  snapshot: UsageSnapshot,
  ref: SnapshotRef,
  ports: AdmissionPorts,
  policy: HoldPolicy,
): Promise<Admission> {
  const hold = await holdOf(snapshot, ref, ports, policy);
  if (hold !== null) return { kind: 'held', hold };
  return register(ref, snapshot.kind === 'server' ? snapshot.instance : null, ports.sources);
}

/** Makes it the newest whatever it removes: an owner has accepted it. */
export async function register(
  ref: SnapshotRef,
  instance: ServerInstance | null,
  sources: SourceRegistry,
): Promise<Admission> {
  const outcome = await sources.register(ref, instance);
  return { kind: outcome === 'superseded' ? 'superseded' : 'admitted' };
}

/**
 * Only a snapshot newer than all channels of its source decides which accounts exist, so only that is held. Linked
 * identities are compared among themselves: losing them would take people apart.
 */
async function holdOf(
  snapshot: UsageSnapshot,
  ref: SnapshotRef,
  { sources, snapshots }: AdmissionPorts,
  policy: HoldPolicy,
): Promise<Hold | null> {
  const record = await sources.get(ref.source);
  const known = (record?.snapshots ?? []).filter(
    (candidate) => decidesAccounts(candidate) === decidesAccounts(ref),
  );
  const newest = known.reduce<SnapshotRef | null>(
    (best, candidate) => (best === null || isNewer(candidate, best) ? candidate : best),
    null,
  );
  if (newest === null || newest.digest === ref.digest || !isNewer(ref, newest)) return null;
  const before = await snapshots.load(newest);
  const accountsBefore = countAccounts(before);
  const accountsRemoved = removedAccounts(before, snapshot);
  return mustHold(accountsBefore, accountsRemoved, policy) ? { accountsBefore, accountsRemoved } : null;
}
