import { release } from '../domain/release.ts';

/**
 * What is kept of 128 bits. Somebody is taken for the same by what is kept of both the id and the digest, 128 bits again;
 * where only one of the two is alike, the whole is asked for.
 */
const KEPT_BYTES = 8;
const KEPT_WORDS = 2;

const HEX_DIGITS = 32;

/** Whether a text is as long as a hash that a column takes, in hex. */
export function isHex(text: string): boolean {
  return text.length === HEX_DIGITS;
}

/** The first 128 bits of a hash in hex. @param words as they are in memory. */
export function hexOf({ buffer, byteOffset }: Int32Array): string {
  return Buffer.from(buffer, byteOffset, HEX_DIGITS / 2).toString('hex');
}

/** The first half of a hash for each position. Zeros where none was put in. */
export class HashColumn {
  readonly length: number;
  readonly #bytes: Buffer;
  /** The same memory. */
  readonly #words: Int32Array<ArrayBuffer>;

  constructor(length: number) {
    this.length = length;
    const memory = new ArrayBuffer(length * KEPT_BYTES);
    this.#bytes = Buffer.from(memory);
    this.#words = new Int32Array(memory);
  }

  /** Gives back the memory. No hash is to be had any more. */
  release(): void {
    release(this.#words);
  }

  /** @param words as they are in memory. */
  setWords(position: number, words: Int32Array): void {
    this.#words[position * KEPT_WORDS] = words[0] ?? 0;
    this.#words[position * KEPT_WORDS + 1] = words[1] ?? 0;
  }

  /** @throws {RangeError} for a hash of another length. */
  setHex(position: number, hash: string): void {
    if (!isHex(hash)) throw new RangeError(`a hash of ${hash.length} digits`);
    this.#bytes.write(hash, position * KEPT_BYTES, KEPT_BYTES, 'hex');
  }

  /** The number that its first byte is. */
  firstByte(position: number): number {
    return this.#bytes[position * KEPT_BYTES] ?? 0;
  }

  /** The number that its last 32 bits are: ids of one shard begin alike. */
  lastWord(position: number): number {
    return this.#words[position * KEPT_WORDS + 1] ?? 0;
  }

  /** Whether the hash here is the one that another column has at a place. */
  isSame(position: number, other: HashColumn, place: number): boolean {
    const at = position * KEPT_WORDS;
    const from = place * KEPT_WORDS;
    return this.#words[at] === other.#words[from] && this.#words[at + 1] === other.#words[from + 1];
  }
}
