import { release } from './release.ts';

/** Whole numbers from 0, in sets that are joined pair by pair (a union-find). At first each is a set of its own. */
export class DisjointSets {
  readonly #parent: Int32Array<ArrayBuffer>;

  constructor(size: number) {
    const parent = new Int32Array(size);
    for (let number = 0; number < size; number++) parent[number] = number;
    this.#parent = parent;
  }

  /** The set's root: its smallest number, so the same whatever the order of the joins. */
  rootOf(number: number): number {
    let root = number;
    for (let parent = this.#parentOf(root); parent !== root; parent = this.#parentOf(root)) {
      const grandparent = this.#parentOf(parent);
      this.#parent[root] = grandparent;
      root = grandparent;
    }
    return root;
  }

  /** The root of the joined set. */
  join(a: number, b: number): number {
    const rootA = this.rootOf(a);
    const rootB = this.rootOf(b);
    const root = Math.min(rootA, rootB);
    this.#parent[Math.max(rootA, rootB)] = root;
    return root;
  }

  /**
   * By number: that of its set. Sets are numbered from 0, in the order of their roots. The numbers are where the sets
   * were, which are no more.
   */
  numbers(): Int32Array<ArrayBuffer> {
    const numbers = this.#parent;
    let sets = 0;
    for (let number = 0; number < numbers.length; number++) {
      // Smaller than the number, or the number itself: in place of what is smaller is the number of the set.
      const parent = numbers[number] ?? 0;
      numbers[number] = parent === number ? sets++ : (numbers[parent] ?? 0);
    }
    return numbers;
  }

  /** Gives back the memory. No set is to be asked for any more. */
  release(): void {
    release(this.#parent);
  }

  #parentOf(number: number): number {
    return this.#parent[number] ?? number;
  }
}
