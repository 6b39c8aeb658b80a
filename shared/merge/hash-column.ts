/** What `digestOf` gives: 32 hex digits. */
const HASH_BYTES = 16;

/** A hash in hex for each position, in a quarter of the memory of as many strings. */
export class HashColumn {
  readonly #bytes: Buffer;

  constructor(length: number) {
    this.#bytes = Buffer.alloc(length * HASH_BYTES);
  }

  set(position: number, hash: string): void {
    this.#bytes.write(hash, position * HASH_BYTES, HASH_BYTES, 'hex');
  }

  at(position: number): string {
    return this.#bytes.toString('hex', position * HASH_BYTES, (position + 1) * HASH_BYTES);
  }
}
