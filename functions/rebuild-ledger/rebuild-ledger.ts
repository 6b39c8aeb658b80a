import { resolve } from '../../shared/domain/resolve.ts';
import type { CommittedUsage } from '../../shared/domain/usage.ts';
import type { UsageFacts } from '../../shared/domain/usage-snapshot.ts';
import type { SnapshotHistory } from '../../shared/history-ports.ts';
import { IdentifiedPeople } from '../../shared/merge/identified-people.ts';
import { LeaseKeeper } from '../../shared/merge/lease-keeper.ts';
import { type MergeContext, mergeUnderLease } from '../../shared/merge/merge-usage.ts';
import { reconcilePeople } from '../../shared/merge/reconcile-people.ts';
import type { MergePorts, SourceRecord } from '../../shared/ports.ts';
import { KnownSources } from './known-sources.ts';
import { restoreSource } from './restore-source.ts';

export interface RebuildPorts extends MergePorts {
  readonly snapshotHistory: SnapshotHistory;
}

export interface RebuildContext extends Omit<MergeContext, 'deadlineMs'> {
  /** Told of each merge before it is gone through again. */
  readonly onReplay: (committed: CommittedUsage) => void;
}

export interface RebuiltLedger {
  readonly committed: CommittedUsage;
  readonly sources: number;
  readonly merges: number;
  /** Merges whose snapshots are no longer in the bucket: since when people are known is of the merge after it. */
  readonly skippedMerges: number;
}

/** The ledger cannot be rebuilt, and nothing was written. */
export class RebuildRefused extends Error {
  override readonly name = 'RebuildRefused';
}

/**
 * Fills an empty ledger from the bucket alone. Every merge that is recorded there is gone through again, oldest first,
 * so that people have their ids and their dates, days their usage, and sources what was known of them. Then comes a
 * merge like any other, which finds what the records do not tell. It can be repeated from the start when it breaks off.
 * @throws RebuildRefused
 */
export async function rebuildLedger(ports: RebuildPorts, context: RebuildContext): Promise<RebuiltLedger> {
  const keeper = await LeaseKeeper.acquire(ports.lease, context.newId(), context.now);
  if (keeper === null) throw new RebuildRefused('a merge is under way: stop the way in, then try again');
  try {
    await refuseUnlessEmpty(ports);
    return await rebuildUnderLease(ports, keeper, context);
  } finally {
    await keeper.release();
  }
}

async function refuseUnlessEmpty({ usage }: RebuildPorts): Promise<void> {
  const committed = await usage.read();
  if (committed === null) return;
  throw new RebuildRefused(
    `the table holds a ledger, merged at ${committed.mergedAt}: if it is to be replaced, delete the table first`,
  );
}

async function rebuildUnderLease(
  ports: RebuildPorts,
  keeper: LeaseKeeper,
  context: RebuildContext,
): Promise<RebuiltLedger> {
  const { last, sources, merges, skippedMerges } = await replayAll(ports, keeper, context);
  if (last === null) throw new RebuildRefused('no merge is recorded in the bucket: is it the right one?');
  for (const source of sources) await restoreSource(source, ports.sources);
  if (!(await ports.usage.commit(last, keeper.fence))) throw leaseLost();
  const committed = await merge(ports, keeper, context);
  return { committed, sources: sources.length, merges, skippedMerges };
}

interface Replayed extends Pick<RebuiltLedger, 'merges' | 'skippedMerges'> {
  /** Null when no merge is recorded. */
  readonly last: CommittedUsage | null;
  readonly sources: readonly SourceRecord[];
}

async function replayAll(
  ports: RebuildPorts,
  keeper: LeaseKeeper,
  context: RebuildContext,
): Promise<Replayed> {
  const stored = await storedKeys(ports.snapshotHistory);
  const isStored = (key: string) => stored.has(key);
  const sources = new KnownSources(isStored);
  let last: CommittedUsage | null = null;
  let [merges, skippedMerges] = [0, 0];
  for await (const record of ports.mergeRecords.list()) {
    const committed = after(last, record.committed);
    if (committed.snapshots.every(({ key }) => isStored(key)))
      await replay(committed, ports, keeper, context);
    else skippedMerges++;
    const { asOf, mergeId, usage } = committed;
    await ports.usage.recordDay({ day: asOf.slice(0, 10), asOf, mergeId, usage }, committed.generation);
    sources.add(record);
    merges++;
    last = committed;
  }
  return { last, sources: sources.list(), merges, skippedMerges };
}

async function storedKeys(history: SnapshotHistory): Promise<ReadonlySet<string>> {
  const keys = new Set<string>();
  for await (const { key } of history.list()) keys.add(key);
  return keys;
}

/** With a generation of its own: a ledger that began anew has counted from one again. */
function after(last: CommittedUsage | null, committed: CommittedUsage): CommittedUsage {
  return { ...committed, generation: Math.max(committed.generation, (last?.generation ?? 0) + 1) };
}

/** Makes the people of the ledger those of the merge, unless they were those of the merge before already. */
async function replay(
  committed: CommittedUsage,
  ports: RebuildPorts,
  keeper: LeaseKeeper,
  context: RebuildContext,
): Promise<void> {
  const { counts, generation, asOf, snapshots } = committed;
  if (counts.peopleAdded + counts.peopleChanged + counts.peopleRemoved === 0) return;
  context.onReplay(committed);
  const loaded: UsageFacts[] = [];
  for (const ref of snapshots) loaded.push(await ports.snapshots.load(ref));
  const people = new IdentifiedPeople(resolve(loaded));
  const plan = { generation, asOf, digestOf: context.digestOf };
  const { complete } = await reconcilePeople(people, ports.people, plan, () => keeper.ensureHeld());
  if (!complete) throw leaseLost();
}

async function merge(
  ports: RebuildPorts,
  keeper: LeaseKeeper,
  context: RebuildContext,
): Promise<CommittedUsage> {
  const unhurried = { ...context, deadlineMs: Number.POSITIVE_INFINITY };
  const step = await mergeUnderLease(ports, keeper, unhurried);
  if (step.kind !== 'merged') throw leaseLost();
  return step.committed;
}

function leaseLost(): Error {
  return new Error(
    'the lease of the merge was lost: try again, and if it happens again, stop the way in first',
  );
}
