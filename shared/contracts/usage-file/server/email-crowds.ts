import { grown } from '../../../domain/grown.ts';
import { release } from '../../../domain/release.ts';

/** Counts who has an address, up to as many as may have it. */
export class EmailCrowds {
  readonly #limit: number;
  /** A bit for the number of each address that somebody has. */
  #bits = new Uint8Array(1024);
  /** How many have an address that several have: an instance lets no two users have the same, so these are few. */
  readonly #several = new Map<number, number>();

  /** @param limit 1 or more. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Gives back the memory. Nobody is to be added any more. */
  release(): void {
    release(this.#bits);
    this.#several.clear();
  }

  /** One more who has the address of this number. False, with nothing changed, when as many have it as may. */
  addIfRoom(email: number): boolean {
    const place = email >>> 3;
    const bit = 1 << (email & 7);
    while (place >= this.#bits.length) this.#bits = grown(this.#bits);
    const bits = this.#bits[place] ?? 0;
    if ((bits & bit) !== 0) return this.#addToSeveral(email);
    this.#bits[place] = bits | bit;
    return true;
  }

  #addToSeveral(email: number): boolean {
    const count = this.#several.get(email) ?? 1;
    if (count === this.#limit) return false;
    this.#several.set(email, count + 1);
    return true;
  }
}
