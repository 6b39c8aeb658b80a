import type { PersonState } from '../domain/changes.ts';
import type { IdentityHashes } from '../domain/identity-hashes.ts';
import { type LedgerEntry, type PersonId, SHARDS, type Shard } from '../domain/ledger.ts';
import { NumberLists } from '../domain/number-lists.ts';
import type { People } from '../domain/people.ts';
import type { Person } from '../domain/person.ts';
import { emailsOf, listingKey, type PersonSummary, summarize } from '../domain/person-summary.ts';
import type { ComparedPerson } from '../domain/plan.ts';
import { compareText } from '../domain/row-key.ts';
import { HashColumn, hexOf } from './hash-column.ts';
import { HashPlaces, NOWHERE } from './hash-places.ts';
import type { StoredShard } from './stored-shard.ts';

/** The state of a person and where among the people of the merge: enough to make the person. */
interface PlacedState {
  readonly position: number;
  readonly state: PersonState;
}

/** What is to be planned of a shard, each in its order. */
interface ShardDifferences {
  readonly people: readonly ComparedPerson[];
  readonly entries: readonly LedgerEntry[];
}

/**
 * The people of a merge with their ids and digests. They are made when asked for, as `People` are; the sums of both are
 * kept, since those of one shard are all over the people.
 */
export class IdentifiedPeople {
  readonly #people: People;
  readonly #identities: IdentityHashes;
  /** Of ids, and of digests once somebody asks for them. */
  readonly #states: HashColumn;
  #haveDigests = false;
  /** By position the number of the shard, which is the first byte of the id. */
  readonly #shards: Uint8Array;
  /** By the number of a shard. Made when asked for: by then, what making digests takes is given back. */
  #positions: NumberLists | null = null;
  #listingOrder: Uint32Array | null = null;

  constructor(people: People) {
    this.#people = people;
    this.#identities = people.addresses.emails.newIdentityHashes();
    this.#states = new HashColumn(people.size);
    this.#addIds();
    this.#shards = this.#states.firstBytes();
  }

  /**
   * Who of a shard is not as it is stored, and the entries of these and of who is gone: `planShard` plans the same for
   * them as for all. Nothing is made of those who are the same. The memory of the column that is given is given back.
   */
  differencesIn(shard: Shard, { states, entryAt }: StoredShard): ShardDifferences {
    if (!this.#haveDigests) this.#addDigests();
    const positions = this.#positionsIn(shard);
    // They are all over the people: one behind the other, each is near when it is looked at.
    const own = this.#states.picked(positions);
    const places = new HashPlaces(states);
    const isSame = new Uint8Array(states.length);
    const people: ComparedPerson[] = [];
    for (let index = 0; index < positions.length; index++) {
      const place = places.of(own, index);
      if (place === NOWHERE) people.push(this.#comparedAt(positions[index] ?? 0));
      else isSame[place] = 1;
    }
    for (const column of [own, places, states]) column.release();
    const entries: LedgerEntry[] = [];
    for (let place = 0; place < isSame.length; place++) if (isSame[place] === 0) entries.push(entryAt(place));
    return { people, entries };
  }

  #comparedAt(position: number): ComparedPerson {
    this.#addIdentity(position);
    const id = this.#identities.take();
    const person = () => this.#people.at(position);
    return { id: hexOf(id) as PersonId, digest: this.#states.hexWithout(position, id), person };
  }

  /** The states of everybody in the order of ids; ids begin with their shard, so one shard is in memory at a time. */
  *statesInIdOrder(): Generator<PlacedState> {
    for (const shard of SHARDS) {
      const states = this.#positionsIn(shard).map((position) => ({
        position,
        state: this.stateAt(position),
      }));
      yield* states.sort((a, b) => (a.state.id < b.state.id ? -1 : 1));
    }
  }

  #positionsIn(shard: Shard): number[] {
    this.#positions ??= new NumberLists(SHARDS.length, this.#shards);
    return this.#positions.of(Number.parseInt(shard, 16));
  }

  stateAt(position: number): PersonState {
    return { id: this.#idAt(position), ...this.#people.stateAt(position) };
  }

  #idAt(position: number): PersonId {
    this.#addIdentity(position);
    return hexOf(this.#identities.take()) as PersonId;
  }

  /** Everybody as listings show them, in the order of listings. */
  *summaries(): Generator<PersonSummary> {
    for (const position of this.#positionsInListings()) yield this.#summaryAt(position);
  }

  /** Everybody in the order of listings. */
  *inListingOrder(): Generator<Person> {
    for (const position of this.#positionsInListings()) yield this.#people.at(position);
  }

  #addIds(): void {
    const last = this.#people.size - 1;
    for (let position = 0; position <= last; position++) {
      this.#addIdentity(position);
      if (this.#identities.isFull) this.#states.addUpTo(position, this.#identities.take());
    }
    this.#states.addUpTo(last, this.#identities.take());
  }

  #addDigests(): void {
    const states = this.#states;
    const contents = this.#people.addresses.emails.newContentDigests((positions, digests) =>
      states.addAt(positions, digests),
    );
    this.#people.addContentsTo(contents);
    contents.finish();
    this.#haveDigests = true;
  }

  #addIdentity(position: number): void {
    this.#people.addIdentityTo(this.#identities, position);
  }

  #positionsInListings(): Uint32Array {
    this.#listingOrder ??= this.#sortedPositions();
    return this.#listingOrder;
  }

  /** By texts that sort as listings do: objects for everybody would take several times the memory. */
  #sortedPositions(): Uint32Array {
    const keys = Array.from(range(this.#people.size), (position) => this.#listingKeyAt(position));
    const order = new Uint32Array(keys.length).map((_, position) => position);
    return order.sort(
      (a, b) => compareText(keys[a] ?? '', keys[b] ?? '') || compareText(this.#idAt(a), this.#idAt(b)),
    );
  }

  #listingKeyAt(position: number): string {
    const login = this.#people.loginAt(position);
    return listingKey({ login, emails: login === null ? emailsOf(this.#people.at(position)) : [] });
  }

  #summaryAt(position: number): PersonSummary {
    return summarize(this.#idAt(position), this.#people.at(position));
  }
}

function* range(size: number): Generator<number> {
  for (let position = 0; position < size; position++) yield position;
}
