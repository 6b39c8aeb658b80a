import { SHARDS, type Shard, type ShardPlan } from '../domain/ledger.ts';
import { type PlanContext, planShard } from '../domain/plan.ts';
import type { PeopleLedger } from '../ports.ts';
import type { IdentifiedPeople } from './identified-people.ts';

/** Shards under way at once: enough to hide the table's latency, few enough to keep their entries in memory. */
const SHARDS_AT_ONCE = 8;

/** What became of the ledger. */
export interface ReconciledLedger {
  /** False when the work had to stop before its end; what was written stays. */
  readonly complete: boolean;
  /** People added and changed since the last commit, also by merges that crashed. */
  readonly added: number;
  readonly changed: number;
  /** People and look-up items written or deleted by this call. */
  readonly writes: number;
}

/**
 * Makes the ledger show the people given, shard by shard: reads what is really there, writes only what differs.
 * `mayContinue` is asked before each shard's writes.
 */
export async function reconcilePeople(
  people: IdentifiedPeople,
  ledger: PeopleLedger,
  context: PlanContext,
  mayContinue: () => Promise<boolean>,
): Promise<ReconciledLedger> {
  const total = { complete: true, added: 0, changed: 0, writes: 0 };
  const waiting = [...SHARDS];
  const work = async (): Promise<void> => {
    for (let shard = waiting.shift(); shard !== undefined && total.complete; shard = waiting.shift()) {
      const { plan, added, changed } = await planOf(shard);
      if (!(await mayContinue())) total.complete = false;
      if (!total.complete) return;
      await ledger.apply(plan);
      total.added += added;
      total.changed += changed;
      total.writes += writesOf(plan);
    }
  };
  const planOf = async (shard: Shard) =>
    planShard(people.inShard(shard), await ledger.readShard(shard), context);
  await Promise.all(Array.from({ length: SHARDS_AT_ONCE }, work));
  return total;
}

function writesOf({ lookupPuts, lookupDeletes, puts, deletes }: ShardPlan): number {
  return lookupPuts.length + lookupDeletes.length + puts.length + deletes.length;
}
