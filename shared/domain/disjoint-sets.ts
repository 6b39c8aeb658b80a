/** Whole numbers from 0, in sets that are joined pair by pair (a union-find). At first each is a set of its own. */
export class DisjointSets {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = new Int32Array(size);
    for (let number = 0; number < size; number++) this.#parent[number] = number;
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

  #parentOf(number: number): number {
    return this.#parent[number] ?? number;
  }
}
