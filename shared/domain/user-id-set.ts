import { release } from './release.ts';

const FEWEST_SLOTS = 64;
const FREE = 0;
/** As many bits as a whole number has. */
const PAGE_SIZE = 32;

/**
 * User ids of one instance. It numbers its users in the order in which they come, so what is kept is whole pages of ids,
 * a bit for each: a set in typed arrays takes a hundredth of the memory of a `Set`, and where each id has a page for
 * itself still a third.
 */
export class UserIdSet {
  /** The number of a page and 1, in the slot of its hash or the next free one. */
  #pages = new Float64Array(FEWEST_SLOTS);
  /** By slot: which ids of the page are in the set. */
  #members = new Int32Array(FEWEST_SLOTS);
  #size = 0;

  /** Gives back the memory. No user id is to be asked for any more. */
  release(): void {
    release(this.#pages);
    release(this.#members);
  }

  has(userId: number): boolean {
    return ((this.#members[this.#slotOf(pageOf(userId))] ?? 0) & bitOf(userId)) !== 0;
  }

  add(userId: number): void {
    const page = pageOf(userId);
    const slot = this.#slotOf(page);
    this.#members[slot] = (this.#members[slot] ?? 0) | bitOf(userId);
    if (this.#pages[slot] === page) return;
    this.#pages[slot] = page;
    this.#size += 1;
    if (2 * this.#size > this.#pages.length) this.#grow();
  }

  #slotOf(page: number): number {
    const mask = this.#pages.length - 1;
    let slot = (Math.imul(page, 0x9e3779b1) >>> 7) & mask;
    while (this.#pages[slot] !== FREE && this.#pages[slot] !== page) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [pages, members] = [this.#pages, this.#members];
    this.#pages = new Float64Array(2 * pages.length);
    this.#members = new Int32Array(2 * pages.length);
    for (let from = 0; from < pages.length; from++) {
      const page = pages[from] ?? FREE;
      if (page === FREE) continue;
      const slot = this.#slotOf(page);
      this.#pages[slot] = page;
      this.#members[slot] = members[from] ?? 0;
    }
    release(pages);
    release(members);
  }
}

function pageOf(userId: number): number {
  return Math.floor(userId / PAGE_SIZE) + 1;
}

function bitOf(userId: number): number {
  return 1 << (userId % PAGE_SIZE);
}
