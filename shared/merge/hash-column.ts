/** What `digestOf` gives: 32 hex digits. */
const HASH_BYTES = 16;

/** A hash in hex for each position, in a quarter of the memory of as many strings. */
export class HashColumn {
  readonly #bytes: Buffer;

  constructor(length: number) {
    this.#bytes = Buffer.alloc(length * HASH_BYTES);
  }

  /** @throws {RangeError} for a hash of another length, of which a part would be lost. */
  set(position: number, hash: string): void {
    if (hash.length !== 2 * HASH_BYTES) throw new RangeError(`a hash of ${hash.length} digits`);
    this.#bytes.write(hash, position * HASH_BYTES, HASH_BYTES, 'hex');
  }

  /** The number that its first byte is. */
  firstByte(position: number): number {
    return this.#bytes[position * HASH_BYTES] ?? 0;
  }

  at(position: number): string {
    return this.#bytes.toString('hex', position * HASH_BYTES, (position + 1) * HASH_BYTES);
  }
}
