import { type PersonId, type Shard, shardOf } from '../domain/ledger.ts';
import type { CanonicalKey } from '../domain/person.ts';
import { type PersonSummary, sortKey, summarize } from '../domain/person-summary.ts';
import type { IdentifiedPerson } from '../domain/plan.ts';
import type { People } from '../domain/resolve.ts';

/** The people of a merge with their ids. They are made when asked for, as `People` are; only positions are kept. */
export class IdentifiedPeople {
  readonly #people: People;
  readonly #personIdOf: (key: CanonicalKey) => PersonId;
  readonly #positions: ReadonlyMap<Shard, readonly number[]>;

  constructor(people: People, personIdOf: (key: CanonicalKey) => PersonId) {
    this.#people = people;
    this.#personIdOf = personIdOf;
    this.#positions = Map.groupBy(range(people.size), (position) => shardOf(this.#at(position).id));
  }

  inShard(shard: Shard): readonly IdentifiedPerson[] {
    return (this.#positions.get(shard) ?? []).map((position) => this.#at(position));
  }

  /** Everybody as listings show them, in the order of listings. */
  *summaries(): Generator<PersonSummary> {
    const keys = Array.from(range(this.#people.size), (position) => sortKey(this.#summaryAt(position)));
    const order = Uint32Array.from(keys.keys()).sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : 1));
    for (const position of order) yield this.#summaryAt(position);
  }

  #summaryAt(position: number): PersonSummary {
    const { id, person } = this.#at(position);
    return summarize(id, person);
  }

  #at(position: number): IdentifiedPerson {
    const person = this.#people.at(position);
    return { id: this.#personIdOf(person.key), person };
  }
}

function* range(size: number): Generator<number> {
  for (let position = 0; position < size; position++) yield position;
}
