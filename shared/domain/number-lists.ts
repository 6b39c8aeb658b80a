import { ListStarts } from './list-starts.ts';
import { release } from './release.ts';

/** In place of a key, where a value is in no list. */
export const NO_LIST = -1;

/**
 * Lists of whole numbers under keys that are whole numbers, one behind the other in one typed array: hundreds of
 * thousands of short lists take a tenth of what as many arrays would.
 */
export class NumberLists {
  /** By key: where its values begin; those of the next key follow. */
  readonly #starts: ListStarts;
  readonly #values: Int32Array<ArrayBuffer>;

  /**
   * Puts each value, from 0, under the key that `keyOfValue` has for it, if it has one. Keys are from 0 to `keys` - 1.
   */
  constructor(keys: number, keyOfValue: Int32Array | Uint8Array) {
    const starts = lengthsOf(keys, keyOfValue);
    addUp(starts);
    this.#values = valuesByKey(starts, keyOfValue);
    this.#starts = new ListStarts(starts);
  }

  /** Gives back the memory. No list is to be had any more. */
  release(): void {
    this.#starts.release();
    release(this.#values);
  }

  // The values under a key are at the places from `start` to before `end`, in ascending order.

  start(key: number): number {
    return this.#starts.at(key);
  }

  end(key: number): number {
    return this.#starts.at(key + 1);
  }

  at(place: number): number {
    return this.#values[place] ?? 0;
  }

  /** By value the key that it is under, of values from 0 to `values` - 1; NO_LIST where it is under none. */
  keys(values: number): Int32Array<ArrayBuffer> {
    const keyOfValue = new Int32Array(values).fill(NO_LIST);
    const keys = this.#starts.length - 1;
    for (let key = 0; key < keys; key++) {
      const end = this.end(key);
      for (let place = this.start(key); place < end; place++) keyOfValue[this.at(place)] = key;
    }
    return keyOfValue;
  }

  /** The values under a key, in ascending order. */
  of(key: number): number[] {
    const values: number[] = [];
    for (let place = this.start(key); place < this.end(key); place++) values.push(this.at(place));
    return values;
  }
}

// A function for each loop: V8 throws away what it has compiled of one that ends in the middle of a function.

/** By key how many values it has, and nothing behind the last one. */
function lengthsOf(keys: number, keyOfValue: Int32Array | Uint8Array): Int32Array<ArrayBuffer> {
  const lengths = new Int32Array(keys + 1);
  for (let value = 0; value < keyOfValue.length; value++) {
    const key = keyOfValue[value] ?? NO_LIST;
    if (key !== NO_LIST) lengths[key] = (lengths[key] ?? 0) + 1;
  }
  return lengths;
}

/** So that they are where the values of each key end. */
function addUp(lengths: Int32Array): void {
  for (let key = 1; key < lengths.length; key++) lengths[key] = (lengths[key] ?? 0) + (lengths[key - 1] ?? 0);
}

/** From the last value on, each takes the place before those that are there: in the end `ends` are the starts. */
function valuesByKey(ends: Int32Array, keyOfValue: Int32Array | Uint8Array): Int32Array<ArrayBuffer> {
  const values = new Int32Array(ends.at(-1) ?? 0);
  for (let value = keyOfValue.length - 1; value >= 0; value--) {
    const key = keyOfValue[value] ?? NO_LIST;
    if (key === NO_LIST) continue;
    const place = (ends[key] ?? 0) - 1;
    values[place] = value;
    ends[key] = place;
  }
  return values;
}
