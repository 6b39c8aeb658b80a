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

  /** By number: that of its set. Sets are numbered from 0, in the order of their roots. */
  numbers(): Int32Array {
    const numbers = new Int32Array(this.#parent.length);
    let sets = 0;
    for (let number = 0; number < numbers.length; number++) {
      const root = this.rootOf(number);
      numbers[number] = root === number ? sets++ : (numbers[root] ?? 0);
    }
    return numbers;
  }

  #parentOf(number: number): number {
    return this.#parent[number] ?? number;
  }
}
