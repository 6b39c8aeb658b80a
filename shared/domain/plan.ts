import type { Email } from './email.ts';
import {
  type EmailLookup,
  type LedgerEntry,
  type LedgerPerson,
  type PersonHistory,
  type PersonId,
  type ShardPlan,
  UNSETTLED,
  type UnsettledEntry,
} from './ledger.ts';
import type { Person } from './person.ts';
import { contentOf } from './person-content.ts';
import { lookupEmailsOf } from './person-summary.ts';

/** What the comparison needs; the person is made when somebody has changed. */
export interface ComparedPerson {
  /** What the person's canonical key gives. */
  readonly id: PersonId;
  /** Of the person's content: equal people have equal digests. */
  readonly digest: string;
  readonly person: () => Person;
}

/** Of texts, and of the bytes of contents. */
export type DigestOf = (content: string | Uint8Array) => string;

/** The merge for which a plan is made. */
export interface PlanContext {
  /** The generation that committing this merge will give: one more than the last committed. */
  readonly generation: number;
  /** The newest observation among the snapshots merged, ISO 8601. */
  readonly asOf: string;
  readonly digestOf: DigestOf;
}

export interface PlannedShard {
  readonly plan: ShardPlan;
  /** People that this generation added, and those it changed: also those a merge that crashed had written. */
  readonly added: number;
  readonly changed: number;
}

/**
 * What to write so that a shard that holds `entries` shows `people`: nothing for those who are the same, so that
 * writes are in proportion to what changed.
 */
export function planShard(
  people: readonly ComparedPerson[],
  entries: readonly LedgerEntry[],
  context: PlanContext,
): PlannedShard {
  const gone = new Map(entries.map((entry) => [entry.id, entry]));
  const writes: MutablePlan = { unsettles: [], lookupPuts: [], lookupDeletes: [], puts: [], deletes: [] };
  let added = 0;
  let changed = 0;
  for (const compared of people) {
    const entry = gone.get(compared.id);
    gone.delete(compared.id);
    const history =
      entry?.digest === compared.digest ? entry : planIfChanged(compared, entry, context, writes);
    if (history.addedIn === context.generation) added++;
    else if (history.changedIn === context.generation) changed++;
  }
  for (const entry of gone.values()) planRemoval(entry, writes);
  return { plan: writes, added, changed };
}

interface MutablePlan {
  unsettles: UnsettledEntry[];
  lookupPuts: EmailLookup[];
  lookupDeletes: EmailLookup[];
  puts: LedgerPerson[];
  deletes: PersonId[];
}

function planIfChanged(
  { id, digest, person: make }: ComparedPerson,
  entry: LedgerEntry | undefined,
  context: PlanContext,
  writes: MutablePlan,
): PersonHistory {
  const person = make();
  // Whoever was last written by the version before has the digest of that version.
  if (entry?.digest === context.digestOf(contentOf(person))) return entry;
  const history = nextHistory(entry, person, context);
  planPerson({ id, digest, person, ...history }, entry, writes);
  return history;
}

function planPerson(person: LedgerPerson, entry: LedgerEntry | undefined, writes: MutablePlan): void {
  writes.puts.push(person);
  planLookups(person.id, new Set(lookupEmailsOf(person.person)), entry, writes);
}

function planRemoval(entry: LedgerEntry, writes: MutablePlan): void {
  writes.deletes.push(entry.id);
  planLookups(entry.id, new Set(), entry, writes);
}

/** Of an unsettled entry the look-ups listed may be there or not: those wanted are put, the others deleted. */
function planLookups(
  id: PersonId,
  wanted: ReadonlySet<Email>,
  entry: LedgerEntry | undefined,
  writes: MutablePlan,
): void {
  const listed = new Set(entry?.lookupEmails);
  const isSettled = entry?.digest !== UNSETTLED;
  const puts = isSettled ? wanted.difference(listed) : wanted;
  const deletes = listed.difference(wanted);
  writes.lookupPuts.push(...lookups(puts, id));
  writes.lookupDeletes.push(...lookups(deletes, id));
  if (entry !== undefined && puts.size + deletes.size > 0) {
    writes.unsettles.push({ id, lookupEmails: [...listed.union(wanted)] });
  }
}

function lookups(emails: Iterable<Email>, personId: PersonId): EmailLookup[] {
  return Array.from(emails, (email) => ({ email, personId }));
}

function nextHistory(
  entry: LedgerEntry | undefined,
  person: Person,
  { generation, asOf }: PlanContext,
): PersonHistory {
  const consumesSince = person.consumption.consumes ? (entry?.consumesSince ?? asOf) : null;
  return {
    firstSeenAt: entry?.firstSeenAt ?? asOf,
    consumesSince,
    addedIn: entry?.addedIn ?? generation,
    changedIn: generation,
  };
}
