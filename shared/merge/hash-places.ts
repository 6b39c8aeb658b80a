import { release } from '../domain/release.ts';
import type { HashColumn } from './hash-column.ts';

/** In place of the place of a hash. */
export const NOWHERE = -1;

const FREE = 0;

/** Finds where in a column a hash is. */
export class HashPlaces {
  readonly #hashes: HashColumn;
  /** Twice as many as hashes at least, each free or a place and one more: in the slot of its bits, or the next free one. */
  readonly #slots: Int32Array<ArrayBuffer>;

  /** @param hashes each another. */
  constructor(hashes: HashColumn) {
    this.#hashes = hashes;
    let length = 2;
    while (length < 2 * hashes.length) length *= 2;
    this.#slots = new Int32Array(length);
    for (let place = 0; place < hashes.length; place++) this.#add(place);
  }

  /** Gives back its memory. Nothing is to be found any more. */
  release(): void {
    release(this.#slots);
  }

  #add(place: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#hashes.lastWord(place) & mask;
    while (this.#slots[slot] !== FREE) slot = (slot + 1) & mask;
    this.#slots[slot] = place + 1;
  }

  /** Of the hash that a column has at a position; NOWHERE when it is not there. */
  of(column: HashColumn, position: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = column.lastWord(position) & mask; ; slot = (slot + 1) & mask) {
      const place = (this.#slots[slot] ?? FREE) - 1;
      if (place === NOWHERE || column.isSame(position, this.#hashes, place)) return place;
    }
  }
}
