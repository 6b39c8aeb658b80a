import { SHARDS, type ShardPlan } from '../domain/ledger.ts';
import { type PlanContext, type PlannedShard, planShard } from '../domain/plan.ts';
import { asNoted, unsettledPeople } from '../domain/unsettled.ts';
import type { PeopleLedger } from '../ports.ts';
import type { IdentifiedPeople } from './identified-people.ts';
import { storedShard } from './stored-shard.ts';

/** Shards under way at once: enough to hide the table's latency, few enough to keep their entries in memory. */
const SHARDS_AT_ONCE = 8;

/** Shards that few changes are in are written together: each time a note is charged, be there one name in it. */
const WRITES_AT_ONCE = 1_000;

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
 * `mayContinue` is asked before writes.
 */
export async function reconcilePeople(
  people: IdentifiedPeople,
  ledger: PeopleLedger,
  context: PlanContext,
  mayContinue: () => Promise<boolean>,
): Promise<ReconciledLedger> {
  const notes = await ledger.readNotes();
  const noted = unsettledPeople(notes);
  const total = { complete: true, added: 0, changed: 0, writes: 0 };
  const waiting = [...SHARDS];
  const planNext = async (): Promise<PlannedShard[]> => {
    const planned: PlannedShard[] = [];
    for (let writes = 0; writes < WRITES_AT_ONCE; ) {
      const shard = waiting.shift();
      if (shard === undefined) break;
      const entries = await ledger.readShard(shard);
      const stored = storedShard(
        entries.map((entry) => asNoted(entry, noted)),
        context.generation,
      );
      const differences = people.differencesIn(shard, stored);
      const next = planShard(differences.people, differences.entries, context);
      planned.push(next);
      writes += writesOf(next.plan);
    }
    return planned;
  };
  const work = async (): Promise<void> => {
    while (waiting.length > 0 && total.complete) {
      const planned = await planNext();
      if (!(await mayContinue())) total.complete = false;
      if (!total.complete) return;
      const plan = joined(planned.map((shard) => shard.plan));
      await ledger.apply(plan);
      total.added += sum(planned.map(({ added }) => added));
      total.changed += sum(planned.map(({ changed }) => changed));
      total.writes += writesOf(plan);
    }
  };
  const lane = (): Promise<void> =>
    work().catch((error: unknown) => {
      waiting.length = 0;
      throw error;
    });
  // All are waited for, so that nothing goes on behind the back of a merge that fails and gives up its lease.
  for (const outcome of await Promise.allSettled(Array.from({ length: SHARDS_AT_ONCE }, lane))) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
  if (total.complete) await ledger.removeNotes(notes);
  return total;
}

/** One plan for several shards: its note is one. */
function joined(plans: readonly ShardPlan[]): ShardPlan {
  return {
    unsettles: plans.flatMap((plan) => plan.unsettles),
    lookupPuts: plans.flatMap((plan) => plan.lookupPuts),
    lookupDeletes: plans.flatMap((plan) => plan.lookupDeletes),
    puts: plans.flatMap((plan) => plan.puts),
    deletes: plans.flatMap((plan) => plan.deletes),
  };
}

function writesOf({ lookupPuts, lookupDeletes, puts, deletes }: ShardPlan): number {
  return lookupPuts.length + lookupDeletes.length + puts.length + deletes.length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
