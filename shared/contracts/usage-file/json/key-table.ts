/** The values of one key. */
export interface Column {
  /** In the record that was read last; undefined when it has no such key. */
  value: unknown;
}

/** What is made of the values of a key: nothing, texts without their content, or all. */
export type Reading = 'nothing' | 'types' | 'values';

export interface KnownKey extends Column {
  readonly name: string;
  /** As in most files: in quotes, the colon right behind it. */
  readonly bytes: Buffer;
  readonly reading: Reading;
  /** The number of the last record that has it. */
  record: number;
}

/** No format has nearly as many. */
const MAX_KEYS = 256;

/** The keys that records were seen to have, and where in a record each of them comes. */
export class KeyTable {
  readonly #keys: Map<string, KnownKey>;
  readonly #read: readonly KnownKey[];
  /** By position among the keys of a record, and of an object within a record. */
  readonly #order: KnownKey[] = [];
  readonly #orderWithin: KnownKey[] = [];

  constructor(read: readonly string[], typesOnly: readonly string[]) {
    this.#read = read.map((name) => knownKey(name, typesOnly.includes(name) ? 'types' : 'values'));
    this.#keys = new Map(this.#read.map((key) => [key.name, key]));
  }

  /** Of the keys whose values are read. */
  columns<Key extends string>(): Readonly<Record<Key, Readonly<Column>>> {
    return Object.fromEntries(this.#read.map((key) => [key.name, key])) as Record<Key, KnownKey>;
  }

  clear(): void {
    for (const key of this.#read) key.value = undefined;
  }

  /** Null when there are too many different keys. */
  find(name: string): KnownKey | null {
    const known = this.#keys.get(name);
    if (known !== undefined || this.#keys.size === MAX_KEYS) return known ?? null;
    const key = knownKey(name, 'nothing');
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

function knownKey(name: string, reading: Reading): KnownKey {
  return { name, bytes: Buffer.from(`"${name}":`), reading, record: 0, value: undefined };
}
