/** As many bytes as `digestOf` gives in hex. */
const HASH_BYTES = 16;
const HASH_WORDS = 4;

/** Whether a text is as long as a hash that a column takes, in hex. */
export function isHex(text: string): boolean {
  return text.length === 2 * HASH_BYTES;
}

/** A hash for each position, in a quarter of the memory of as many strings. Zeros where none was put in. */
export class HashColumn {
  readonly length: number;
  readonly #bytes: Buffer;
  /** The same memory. */
  readonly #words: Int32Array;

  constructor(length: number) {
    this.length = length;
    const memory = new ArrayBuffer(length * HASH_BYTES);
    this.#bytes = Buffer.from(memory);
    this.#words = new Int32Array(memory);
  }

  /** The hashes that these are, one behind the other. */
  static of(bytes: Uint8Array): HashColumn {
    const column = new HashColumn(bytes.length / HASH_BYTES);
    column.#bytes.set(bytes);
    return column;
  }

  /** @param hash of which the first four words are kept, as they are in memory. */
  setWords(position: number, hash: Int32Array): void {
    for (let word = 0; word < HASH_WORDS; word++) this.#words[position * HASH_WORDS + word] = hash[word] ?? 0;
  }

  /** @throws {RangeError} for a hash of another length, of which a part would be lost. */
  setHex(position: number, hash: string): void {
    if (!isHex(hash)) throw new RangeError(`a hash of ${hash.length} digits`);
    this.#bytes.write(hash, position * HASH_BYTES, HASH_BYTES, 'hex');
  }

  /** The number that its first byte is. */
  firstByte(position: number): number {
    return this.#bytes[position * HASH_BYTES] ?? 0;
  }

  /** The number that its last 32 bits are: ids of one shard begin alike. */
  lastWord(position: number): number {
    return this.#words[position * HASH_WORDS + HASH_WORDS - 1] ?? 0;
  }

  /** In hex. */
  at(position: number): string {
    return this.#bytes.toString('hex', position * HASH_BYTES, (position + 1) * HASH_BYTES);
  }

  /** Whether the hash here is the one that another column has at a place. */
  isSame(position: number, other: HashColumn, place: number): boolean {
    const [words, others] = [this.#words, other.#words];
    const [at, from] = [position * HASH_WORDS, place * HASH_WORDS];
    return (
      words[at] === others[from] &&
      words[at + 1] === others[from + 1] &&
      words[at + 2] === others[from + 2] &&
      words[at + 3] === others[from + 3]
    );
  }
}
