import { release } from '../domain/release.ts';

const HASH_BYTES = 16;
const HASH_WORDS = 4;

/** Whether a text is as long as a hash that a column takes, in hex. */
export function isHex(text: string): boolean {
  return text.length === 2 * HASH_BYTES;
}

/** The first 128 bits of a hash in hex. @param words as they are in memory. */
export function hexOf({ buffer, byteOffset }: Int32Array): string {
  return Buffer.from(buffer, byteOffset, HASH_BYTES).toString('hex');
}

/** Of a hash in hex its words, as they are in memory, which change with the next one. */
const oneHash = Buffer.alloc(HASH_BYTES);
const wordsOfOne = new Int32Array(oneHash.buffer, oneHash.byteOffset, HASH_WORDS);

/**
 * 128 bits for each position: the sum, bit by bit, of the hashes that were added. Sums of as many are the same when all
 * hashes are, or by chance; and never when one of them alone is another. Zeros where none was added.
 */
export class HashColumn {
  readonly length: number;
  readonly #words: Int32Array<ArrayBuffer>;

  constructor(length: number) {
    this.length = length;
    this.#words = new Int32Array(length * HASH_WORDS);
  }

  /** Gives back the memory. No hash is to be had any more. */
  release(): void {
    release(this.#words);
  }

  /** To the positions up to `last`. @param words of one hash after the other, as they are in memory. */
  addUpTo(last: number, words: Int32Array): void {
    const column = this.#words;
    const at = (last + 1) * HASH_WORDS - words.length;
    for (let word = 0; word < words.length; word++)
      column[at + word] = (column[at + word] ?? 0) ^ (words[word] ?? 0);
  }

  /** To each of the positions. @param words as `addUpTo` takes them. */
  addAt(positions: Int32Array, words: Int32Array): void {
    const column = this.#words;
    let word = 0;
    for (let index = 0; index < positions.length; index++) {
      const at = (positions[index] ?? 0) * HASH_WORDS;
      for (let place = at; place < at + HASH_WORDS; place++)
        column[place] = (column[place] ?? 0) ^ (words[word++] ?? 0);
    }
  }

  /** Those at the positions, in their order. */
  picked(positions: readonly number[]): HashColumn {
    const picked = new HashColumn(positions.length);
    const [words, to] = [this.#words, picked.#words];
    for (let place = 0; place < positions.length; place++) {
      const at = (positions[place] ?? 0) * HASH_WORDS;
      for (let word = 0; word < HASH_WORDS; word++) to[place * HASH_WORDS + word] = words[at + word] ?? 0;
    }
    return picked;
  }

  /** In hex, the sum of all hashes that were added but this one. @param words as they are in memory. */
  hexWithout(position: number, words: Int32Array): string {
    const at = position * HASH_WORDS;
    return hexOf(words.map((word, index) => word ^ (this.#words[at + index] ?? 0)));
  }

  /** @throws {RangeError} for a hash of another length. */
  addHex(position: number, hash: string): void {
    if (!isHex(hash)) throw new RangeError(`a hash of ${hash.length} digits`);
    oneHash.write(hash, 'hex');
    this.addUpTo(position, wordsOfOne);
  }

  /** Of each position. */
  firstBytes(): Uint8Array {
    const bytes = new Uint8Array(this.#words.buffer);
    const first = new Uint8Array(this.length);
    for (let position = 0; position < first.length; position++)
      first[position] = bytes[position * HASH_BYTES] ?? 0;
    return first;
  }

  /** The number that its last 32 bits are: ids of one shard begin alike. */
  lastWord(position: number): number {
    return this.#words[position * HASH_WORDS + HASH_WORDS - 1] ?? 0;
  }

  /** Whether the hash here is the one that another column has at a place. */
  isSame(position: number, other: HashColumn, place: number): boolean {
    const [words, others] = [this.#words, other.#words];
    const at = position * HASH_WORDS;
    const from = place * HASH_WORDS;
    return (
      words[at] === others[from] &&
      words[at + 1] === others[from + 1] &&
      words[at + 2] === others[from + 2] &&
      words[at + 3] === others[from + 3]
    );
  }
}
