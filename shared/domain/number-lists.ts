/** In place of a value. */
export const NONE = -1;

/**
 * Lists of whole numbers under keys that are whole numbers, in two typed arrays: hundreds of thousands of short
 * lists take a tenth of what as many arrays would.
 */
export class NumberLists {
  /** By key: its first value. */
  readonly #first: Int32Array;
  /** By value: the next one of the same key. */
  readonly #next: Int32Array;

  /** Puts each value, from 0, under the key that `keyOfValue` has for it. Keys are from 0 to `keys` - 1. */
  constructor(keys: number, keyOfValue: ArrayLike<number>) {
    this.#first = new Int32Array(keys).fill(NONE);
    this.#next = new Int32Array(keyOfValue.length);
    for (let value = keyOfValue.length - 1; value >= 0; value--) {
      const key = keyOfValue[value] ?? NONE;
      this.#next[value] = this.#first[key] ?? NONE;
      this.#first[key] = value;
    }
  }

  /** The first value under a key, the smallest; NONE when there is none. */
  first(key: number): number {
    return this.#first[key] ?? NONE;
  }

  /** The next value under the same key; NONE after the last. */
  next(value: number): number {
    return this.#next[value] ?? NONE;
  }

  /** The values under a key, in ascending order. */
  of(key: number): number[] {
    const values: number[] = [];
    for (let value = this.first(key); value !== NONE; value = this.next(value)) values.push(value);
    return values;
  }
}
