import { grown } from '../../../domain/grown.ts';
import { release } from '../../../domain/release.ts';

/** Counts who has an address, up to as many as may have it. */
export class EmailCrowds {
  readonly #limit: number;
  /** By the number of the address. */
  #counts = new Uint8Array(1024);

  /** @param limit at most 255 */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Gives back the memory. Nobody is to be added any more. */
  release(): void {
    release(this.#counts);
  }

  /** One more who has the address of this number. False, with nothing changed, when as many have it as may. */
  addIfRoom(email: number): boolean {
    while (email >= this.#counts.length) this.#counts = grown(this.#counts);
    const count = this.#counts[email] ?? 0;
    if (count === this.#limit) return false;
    this.#counts[email] = count + 1;
    return true;
  }
}
