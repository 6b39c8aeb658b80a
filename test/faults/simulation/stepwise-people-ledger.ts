import { forEachConcurrently } from '../../../shared/adapters/for-each-concurrently.ts';
import type { Email } from '../../../shared/domain/email.ts';
import type {
  EmailLookup,
  LedgerEntry,
  LedgerPerson,
  PersonId,
  Shard,
  ShardPlan,
  UnsettledNote,
} from '../../../shared/domain/ledger.ts';
import type { PeopleLedger } from '../../../shared/ports.ts';
import type { InMemoryPeopleLedger } from '../../support/fakes/in-memory-people-ledger.ts';

/** Makes one request to the store. */
export type Step = <Result>(name: string, apply: () => Promise<Result>) => Promise<Result>;

/** DynamoDB takes 25, which few people would never fill. */
const BATCH_SIZE = 2;

const CONCURRENT_BATCHES = 4;

const NOTHING: ShardPlan = { unsettles: [], lookupPuts: [], lookupDeletes: [], puts: [], deletes: [] };

/**
 * A plan takes as many requests as with DynamoDB, in the same order: notes, look-ups, people, notes again. Each batch
 * is applied or not by itself, so that a crash leaves a part of the plan.
 */
export class StepwisePeopleLedger implements PeopleLedger {
  readonly #content: InMemoryPeopleLedger;
  readonly #step: Step;
  readonly #newId: () => string;

  constructor(content: InMemoryPeopleLedger, step: Step, newId: () => string) {
    this.#content = content;
    this.#step = step;
    this.#newId = newId;
  }

  readShard(shard: Shard): Promise<readonly LedgerEntry[]> {
    return this.#step('people.readShard', () => this.#content.readShard(shard));
  }

  async apply({ unsettles, lookupPuts, lookupDeletes, puts, deletes }: ShardPlan): Promise<void> {
    const notes = unsettles.length === 0 ? [] : [{ id: this.#newId(), people: unsettles }];
    for (const note of notes) {
      await this.#step('people.note', async () => void this.#content.notes.set(note.id, note));
    }
    await this.#write('lookups', [
      ...batches(lookupPuts, (batch) => ({ lookupPuts: batch })),
      ...batches(lookupDeletes, (batch) => ({ lookupDeletes: batch })),
    ]);
    await this.#write('people', [
      ...batches(puts, (batch) => ({ puts: batch })),
      ...batches(deletes, (batch) => ({ deletes: batch })),
    ]);
    await this.removeNotes(notes);
  }

  readNotes(): Promise<readonly UnsettledNote[]> {
    return this.#step('people.readNotes', () => this.#content.readNotes());
  }

  async removeNotes(notes: readonly UnsettledNote[]): Promise<void> {
    if (notes.length > 0) await this.#step('people.removeNotes', () => this.#content.removeNotes(notes));
  }

  get(id: PersonId): Promise<LedgerPerson | null> {
    return this.#step('people.get', () => this.#content.get(id));
  }

  findLookups(email: Email): Promise<readonly EmailLookup[]> {
    return this.#step('people.findLookups', () => this.#content.findLookups(email));
  }

  async #write(what: string, parts: readonly Partial<ShardPlan>[]): Promise<void> {
    await forEachConcurrently(parts, CONCURRENT_BATCHES, (part) =>
      this.#step(`people.write ${what}`, () => this.#content.apply({ ...NOTHING, ...part })),
    );
  }
}

function batches<Item>(
  items: readonly Item[],
  partOf: (batch: Item[]) => Partial<ShardPlan>,
): Partial<ShardPlan>[] {
  return Array.from({ length: Math.ceil(items.length / BATCH_SIZE) }, (_, index) =>
    partOf(items.slice(index * BATCH_SIZE, (index + 1) * BATCH_SIZE)),
  );
}
