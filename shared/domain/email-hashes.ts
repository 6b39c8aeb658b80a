import type { Email } from './email.ts';

const FEWEST_SLOTS = 1024;

/**
 * A whole number for each 32-bit hash of an address, in typed arrays: a map of several hundred thousand texts takes
 * twice as long. Two addresses seldom have one hash; who asks has to see to that.
 */
export class NumberByHash {
  readonly #none: number;
  #hashes = new Int32Array(FEWEST_SLOTS);
  #numbers: Int32Array;
  #used = 0;

  /** @param none is what a hash has that was not set; no other has it. */
  constructor(none: number) {
    this.#none = none;
    this.#numbers = new Int32Array(FEWEST_SLOTS).fill(none);
  }

  get(hash: number): number {
    return this.#numbers[this.#slotOf(hash)] ?? this.#none;
  }

  set(hash: number, number: number): void {
    const slot = this.#slotOf(hash);
    if (this.#numbers[slot] === this.#none) this.#used += 1;
    this.#hashes[slot] = hash;
    this.#numbers[slot] = number;
    if (2 * this.#used > this.#hashes.length) this.#grow();
  }

  /** That of the hash, or the empty one where it would be. */
  #slotOf(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = hash & mask;
    while (this.#numbers[slot] !== this.#none && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [hashes, numbers] = [this.#hashes, this.#numbers];
    this.#hashes = new Int32Array(2 * hashes.length);
    this.#numbers = new Int32Array(2 * hashes.length).fill(this.#none);
    for (const [old, hash] of hashes.entries()) {
      if (numbers[old] === this.#none) continue;
      const slot = this.#slotOf(hash);
      this.#hashes[slot] = hash;
      this.#numbers[slot] = numbers[old] ?? this.#none;
    }
  }
}

/** FNV-1a over UTF-16 code units, its bits mixed, since low ones choose the slot. */
export function hashOf(email: Email): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < email.length; index++) {
    hash = Math.imul(hash ^ email.charCodeAt(index), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
