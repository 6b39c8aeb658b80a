import { createHash } from 'node:crypto';
import type { Email } from '../../shared/domain/email.ts';
import {
  type EmailLookup,
  type LedgerEntry,
  type LedgerPerson,
  type PersonId,
  SHARDS,
  shardOf,
  UNSETTLED,
} from '../../shared/domain/ledger.ts';
import { isNewer } from '../../shared/domain/newest.ts';
import { lookupEmailsOf } from '../../shared/domain/person-summary.ts';
import { type ComparedPerson, planShard } from '../../shared/domain/plan.ts';
import { resolve } from '../../shared/domain/resolve.ts';
import { entriesOf, sourceIdOf, type UsageFacts } from '../../shared/domain/usage-snapshot.ts';
import { digestsOfPeople } from './digest-of-content.ts';

export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** The newest snapshot of every source and channel, whatever the order of arrival. */
export function newestOf(snapshots: readonly UsageFacts[]): UsageFacts[] {
  const newest = new Map<string, UsageFacts>();
  for (const snapshot of snapshots) {
    const slot = `${sourceIdOf(snapshot)} ${snapshot.channel}`;
    const current = newest.get(slot);
    if (current === undefined || isNewer(identity(snapshot), identity(current))) newest.set(slot, snapshot);
  }
  return [...newest.values()];
}

function identity(snapshot: UsageFacts): { observedAt: string; digest: string } {
  return { observedAt: snapshot.observedAt, digest: digestOf(JSON.stringify([...entriesOf(snapshot)])) };
}

/** The simplest ledger there can be: what the plans of merges make of an empty one. */
export class ModelLedger {
  readonly people = new Map<PersonId, LedgerPerson>();
  readonly lookups = new Set<string>();
  readonly #unsettled = new Map<PersonId, readonly Email[]>();
  generation = 0;

  /** Returns the number of writes. `crashAfter` writes the merge dies, without having been committed. */
  merge(snapshots: readonly UsageFacts[], crashAfter = Number.POSITIVE_INFINITY): number {
    const people = Map.groupBy(identify(snapshots), ({ id }) => shardOf(id));
    const context = { generation: this.generation + 1, asOf: '2026-03-09T00:00:00.000Z', digestOf };
    let writes = 0;
    for (const shard of SHARDS) {
      const entries = [...this.people.values()]
        .filter((stored) => shardOf(stored.id) === shard)
        .map((stored) => this.#entryOf(stored));
      const { plan } = planShard(people.get(shard) ?? [], entries, context);
      const steps = [
        ...plan.unsettles.map(
          ({ id, lookupEmails }) =>
            () =>
              this.#unsettled.set(id, lookupEmails),
        ),
        ...plan.lookupPuts.map((lookup) => () => this.lookups.add(slot(lookup))),
        ...plan.lookupDeletes.map((lookup) => () => this.lookups.delete(slot(lookup))),
        ...plan.puts.map((person) => () => this.#put(person)),
        ...plan.deletes.map((id) => () => this.people.delete(id)),
      ];
      for (const step of steps) {
        if (writes === crashAfter) return writes;
        step();
        writes++;
      }
    }
    this.generation++;
    return writes;
  }

  #put(person: LedgerPerson): void {
    this.people.set(person.id, person);
    this.#unsettled.delete(person.id);
  }

  #entryOf(stored: LedgerPerson): LedgerEntry {
    const unsettled = this.#unsettled.get(stored.id);
    if (unsettled !== undefined) return { ...stored, digest: UNSETTLED, lookupEmails: unsettled };
    return { ...stored, lookupEmails: lookupEmailsOf(stored.person) };
  }

  /** People and look-ups, without the dates and generations that depend on the way here. */
  content(): { people: Pick<LedgerPerson, 'id' | 'digest' | 'person'>[]; lookups: string[] } {
    const people = [...this.people.values()]
      .map(({ id, digest, person }) => ({ id, digest, person }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return { people, lookups: [...this.lookups].sort() };
  }
}

function* identify(snapshots: readonly UsageFacts[]): Generator<ComparedPerson> {
  const people = resolve(snapshots);
  for (const [position, digest] of digestsOfPeople(people).entries()) {
    yield {
      id: digestOf(people.keyAt(position)) as PersonId,
      digest,
      person: () => people.at(position),
    };
  }
}

function slot({ email, personId }: EmailLookup): string {
  return `${email} ${personId}`;
}
