import type { ListColumn } from './columns.ts';
import { grown } from './grown.ts';

const FEWEST = 64;

/** Two types alone: with more of them, V8 no longer makes fast code of what all builders share. */
type Numbers = Int32Array | Float64Array;

/** Takes in numbers one by one. */
export class NumbersBuilder<Values extends Numbers> {
  #values: Values;
  #length = 0;

  /** @param type of array */
  constructor(type: new (length: number) => Values) {
    this.#values = new type(FEWEST);
  }

  get length(): number {
    return this.#length;
  }

  add(value: number): void {
    if (this.#length === this.#values.length) this.#values = grown(this.#values);
    this.#values[this.#length++] = value;
  }

  at(position: number): number {
    return this.#values[position] ?? 0;
  }

  /** Those that were taken in; no further ones may come. Copied where half of the room or more would be left over. */
  numbers(): Values {
    const isRoomy = 2 * this.#length <= this.#values.length;
    return (isRoomy ? this.#values.slice(0, this.#length) : this.#values.subarray(0, this.#length)) as Values;
  }
}

/** Takes in lists of numbers: the values of one, its end, those of the next. */
export class ListsBuilder {
  readonly #starts = new NumbersBuilder(Int32Array);
  readonly #values = new NumbersBuilder(Int32Array);

  constructor() {
    this.#starts.add(0);
  }

  add(value: number): void {
    this.#values.add(value);
  }

  end(): void {
    this.#starts.add(this.#values.length);
  }

  lists(): ListColumn {
    return { starts: this.#starts.numbers(), values: this.#values.numbers() };
  }
}
