import { PlainWords } from './plain-words.ts';

/** What a value must be that is not null. */
export type UnusedKind = 'text' | 'texts' | 'flag';

/** A key that records were seen to have. */
export interface KnownKey {
  /** Its place among the keys that are read; UNREAD for any other. */
  readonly number: number;
  readonly name: string;
  /** What the value must be of a key that is not read; null where it may be anything. */
  readonly unused: UnusedKind | null;
  /** As in most files: in quotes, the colon right behind it. */
  readonly bytes: PlainWords;
  /** The number of the last object that was seen to have it: as a key of the record, or of an object within. */
  seenIn: number;
  seenWithin: number;
}

/** In place of the number of a key that is not read, and of the key that an item of a list has not. */
export const UNREAD = -1;
export const ITEM = -2;

/** No format has nearly as many. */
const MAX_KEYS = 256;

/** The keys that records were seen to have, and where in a record each of them comes. */
export class KeyTable {
  readonly #keys: Map<string, KnownKey>;
  /** By position among the keys of a record, and of an object within a record. */
  readonly #order = noKeys();
  readonly #orderWithin = noKeys();

  /**
   * @param read the keys that are read, by number.
   * @param unused those of which only the kind of value is checked.
   */
  constructor(read: readonly string[], unused: ReadonlyMap<string, UnusedKind>) {
    this.#keys = new Map(read.map((name, number) => [name, knownKey(name, number, null)]));
    for (const [name, kind] of unused) this.#keys.set(name, knownKey(name, UNREAD, kind));
  }

  /** Null when there are too many different keys. */
  find(name: string): KnownKey | null {
    const known = this.#keys.get(name);
    if (known !== undefined || this.#keys.size === MAX_KEYS) return known ?? null;
    const key = knownKey(name, UNREAD, null);
    this.#keys.set(name, key);
    return key;
  }

  expected(position: number): KnownKey | null {
    return this.#order[position] ?? null;
  }

  expect(key: KnownKey, position: number): void {
    this.#order[position] = key;
  }

  expectedWithin(position: number): KnownKey | null {
    return this.#orderWithin[position] ?? null;
  }

  expectWithin(key: KnownKey, position: number): void {
    this.#orderWithin[position] = key;
  }
}

/** As long as it ever gets, since to look behind the end of a list is slow. */
function noKeys(): (KnownKey | null)[] {
  return Array.from({ length: MAX_KEYS }, () => null);
}

function knownKey(name: string, number: number, unused: UnusedKind | null): KnownKey {
  return { number, name, unused, bytes: new PlainWords(`"${name}":`), seenIn: 0, seenWithin: 0 };
}
