import type { Email } from '../email.ts';

type Position = number;

const FEWEST_SLOTS = 1024;
const NOBODY = -1;

/**
 * Which people may share an address, by 32-bit hashes of addresses in typed arrays: a map of several hundred thousand
 * texts would take four times as long and three times the memory. Two addresses seldom have one hash; who asks has to
 * compare the addresses themselves.
 */
export class AddressSharers {
  #hashes = new Int32Array(FEWEST_SLOTS);
  /** By slot: the first person noted with an address of the hash. */
  #first = new Int32Array(FEWEST_SLOTS).fill(NOBODY);
  #used = 0;
  /** By hash: everybody noted, where there are several. */
  readonly #sharers = new Map<number, Position[]>();

  /** People are noted one after the other: all addresses of one, then all of the next. */
  note(email: Email, position: Position): void {
    const hash = hashOf(email);
    const slot = this.#slotOf(hash);
    const first = this.#first[slot] ?? NOBODY;
    if (first === NOBODY) this.#enter(slot, hash, position);
    else if (first !== position) this.#noteSharer(hash, first, position);
  }

  /** People who have an address of one hash, each once, with the hash. */
  candidates(): Iterable<readonly [hash: number, positions: readonly Position[]]> {
    return this.#sharers;
  }

  #noteSharer(hash: number, first: Position, position: Position): void {
    const sharers = this.#sharers.get(hash);
    if (sharers === undefined) this.#sharers.set(hash, [first, position]);
    else if (sharers.at(-1) !== position) sharers.push(position);
  }

  /** That of the hash, or the empty one where it would be. */
  #slotOf(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = hash & mask;
    while (this.#first[slot] !== NOBODY && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #enter(slot: number, hash: number, position: Position): void {
    this.#hashes[slot] = hash;
    this.#first[slot] = position;
    this.#used += 1;
    if (2 * this.#used > this.#hashes.length) this.#grow();
  }

  #grow(): void {
    const [hashes, first] = [this.#hashes, this.#first];
    this.#hashes = new Int32Array(2 * hashes.length);
    this.#first = new Int32Array(2 * hashes.length).fill(NOBODY);
    for (const [old, position] of first.entries()) {
      if (position === NOBODY) continue;
      const hash = hashes[old] ?? 0;
      const slot = this.#slotOf(hash);
      this.#hashes[slot] = hash;
      this.#first[slot] = position;
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
