import { ContentBytes } from '../domain/content-bytes.ts';
import type { Email } from '../domain/email.ts';
import { type PersonId, SHARDS, type Shard, shardOf } from '../domain/ledger.ts';
import type { CanonicalKey, Person } from '../domain/person.ts';
import {
  comparePlaces,
  compareSummaries,
  type ListingPlace,
  type PersonSummary,
  placeOf,
  summarize,
} from '../domain/person-summary.ts';
import type { ComparedPerson, DigestOf, IdentifiedPerson } from '../domain/plan.ts';
import type { People } from '../domain/resolve.ts';
import { HashColumn } from './hash-column.ts';

/** A person and where among the people of the merge: enough to make the person again. */
interface PlacedPerson extends IdentifiedPerson {
  readonly position: number;
}

/** Both of 32 hex digits. */
interface Hashes {
  readonly personIdOf: (key: CanonicalKey) => PersonId;
  readonly digestOf: DigestOf;
}

/**
 * The people of a merge with their ids and digests. They are made when asked for, as `People` are; hashes are kept,
 * since those of one shard are all over the people.
 */
export class IdentifiedPeople {
  readonly #people: People;
  readonly #ids: HashColumn;
  readonly #digestOf: DigestOf;
  #digests: HashColumn | null = null;
  readonly #positions: ReadonlyMap<Shard, readonly number[]>;
  #listingOrder: Uint32Array | null = null;

  constructor(people: People, { personIdOf, digestOf }: Hashes) {
    this.#people = people;
    this.#digestOf = digestOf;
    this.#ids = new HashColumn(people.size);
    for (const position of range(people.size)) this.#ids.set(position, personIdOf(people.keyAt(position)));
    this.#positions = Map.groupBy(range(people.size), (position) => shardOf(this.#idAt(position)));
  }

  inShard(shard: Shard): readonly ComparedPerson[] {
    this.#digests ??= this.#digestsOfAll();
    const digests = this.#digests;
    return (this.#positions.get(shard) ?? []).map((position) => ({
      id: this.#idAt(position),
      digest: digests.at(position),
      person: () => this.#people.at(position),
    }));
  }

  /** Everybody in the order of ids; ids begin with their shard, so one shard is in memory at a time. */
  *inIdOrder(): Generator<PlacedPerson> {
    for (const shard of SHARDS) {
      const positions = this.#positions.get(shard) ?? [];
      const people = positions.map((position) => ({ position, ...this.at(position) }));
      yield* people.sort((a, b) => (a.id < b.id ? -1 : 1));
    }
  }

  at(position: number): IdentifiedPerson {
    return { id: this.#idAt(position), person: this.#people.at(position) };
  }

  #idAt(position: number): PersonId {
    return this.#ids.at(position) as PersonId;
  }

  /** Everybody as listings show them, in the order of listings. */
  *summaries(): Generator<PersonSummary> {
    for (const position of this.#positionsInListings()) yield this.#summaryAt(position);
  }

  /** Everybody in the order of listings. */
  *inListingOrder(): Generator<Person> {
    for (const position of this.#positionsInListings()) yield this.#people.at(position);
  }

  #digestsOfAll(): HashColumn {
    const digests = new HashColumn(this.#people.size);
    const content = new ContentBytes();
    for (const position of range(this.#people.size)) {
      content.clear();
      this.#people.addTo(content, position);
      digests.set(position, this.#digestOf(content.bytes));
    }
    return digests;
  }

  #positionsInListings(): Uint32Array {
    this.#listingOrder ??= this.#sortedPositions();
    return this.#listingOrder;
  }

  /** Sorted by columns of what decides: objects for everybody would take several times the memory. */
  #sortedPositions(): Uint32Array {
    const logins: (string | null)[] = [];
    const emails: (Email | null)[] = [];
    for (const position of range(this.#people.size)) {
      const { login, firstEmail } = placeOf(this.#summaryAt(position));
      logins.push(login);
      emails.push(firstEmail);
    }
    const placeAt = (position: number): ListingPlace => ({
      login: logins[position] ?? null,
      firstEmail: emails[position] ?? null,
    });
    const order = new Uint32Array(logins.length).map((_, position) => position);
    return order.sort(
      (a, b) =>
        comparePlaces(placeAt(a), placeAt(b)) || compareSummaries(this.#summaryAt(a), this.#summaryAt(b)),
    );
  }

  #summaryAt(position: number): PersonSummary {
    const { id, person } = this.at(position);
    return summarize(id, person);
  }
}

function* range(size: number): Generator<number> {
  for (let position = 0; position < size; position++) yield position;
}
