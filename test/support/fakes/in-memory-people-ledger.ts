import type { Email } from '../../../shared/domain/email.ts';
import {
  type EmailLookup,
  type LedgerEntry,
  type LedgerPerson,
  type PersonId,
  type Shard,
  type ShardPlan,
  shardOf,
  type UnsettledNote,
} from '../../../shared/domain/ledger.ts';
import { lookupEmailsOf } from '../../../shared/domain/person-summary.ts';
import type { PeopleLedger } from '../../../shared/ports.ts';

/** People by id, look-ups by address; `applied` are the plans that were applied, in order. Nothing crashes inside. */
export class InMemoryPeopleLedger implements PeopleLedger {
  readonly people = new Map<PersonId, LedgerPerson>();
  readonly lookups = new Map<Email, Set<PersonId>>();
  readonly applied: ShardPlan[] = [];
  readonly notes = new Map<string, UnsettledNote>();

  async readShard(shard: Shard): Promise<readonly LedgerEntry[]> {
    return [...this.people.values()].filter(({ id }) => shardOf(id) === shard).map(entryOf);
  }

  async apply(plan: ShardPlan): Promise<void> {
    this.applied.push(plan);
    for (const { email, personId } of plan.lookupPuts) {
      const ids = this.lookups.get(email) ?? new Set();
      this.lookups.set(email, ids.add(personId));
    }
    for (const { email, personId } of plan.lookupDeletes) this.lookups.get(email)?.delete(personId);
    for (const person of plan.puts) this.people.set(person.id, person);
    for (const id of plan.deletes) this.people.delete(id);
  }

  async get(id: PersonId): Promise<LedgerPerson | null> {
    return this.people.get(id) ?? null;
  }

  async findLookups(email: Email): Promise<readonly EmailLookup[]> {
    return [...(this.lookups.get(email) ?? [])].sort().map((personId) => ({ email, personId }));
  }

  async readNotes(): Promise<readonly UnsettledNote[]> {
    return [...this.notes.values()];
  }

  async removeNotes(notes: readonly UnsettledNote[]): Promise<void> {
    for (const { id } of notes) this.notes.delete(id);
  }
}

function entryOf({ person, ...entry }: LedgerPerson): LedgerEntry {
  return { ...entry, lookupEmails: lookupEmailsOf(person) };
}
