import type { ListColumn } from './columns.ts';
import { ListStarts } from './list-starts.ts';
import { release } from './release.ts';

const FEWEST = 64;

/** Two types alone: with more of them, V8 no longer makes fast code of what all builders share. */
export type Numbers = Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** Takes in numbers one by one. */
export class NumbersBuilder<Values extends Numbers> {
  readonly #type: new (
    buffer: ArrayBuffer,
  ) => Values;
  #values: Values;
  #length = 0;

  /**
   * @param type of array
   * @param room for as many at first: of large room the operating system gives what is used.
   */
  constructor(
    type: { new (length: number): Values; new (buffer: ArrayBuffer): Values },
    room: number = FEWEST,
  ) {
    this.#type = type;
    this.#values = new type(Math.max(room, FEWEST));
  }

  get length(): number {
    return this.#length;
  }

  add(value: number): void {
    if (this.#length === this.#values.length) this.#resize(2 * this.#length);
    this.#values[this.#length++] = value;
  }

  at(position: number): number {
    return this.#values[position] ?? 0;
  }

  /** Gives back the memory. Nothing is to be had any more. */
  release(): void {
    release(this.#values);
  }

  /** Those that were taken in; no further ones may come. */
  numbers(): Values {
    this.#resize(this.#length);
    return this.#values;
  }

  /** The memory of the array before is free at once, not only when garbage is collected. */
  #resize(length: number): void {
    const { buffer, BYTES_PER_ELEMENT } = this.#values;
    this.#values = new this.#type(buffer.transfer(length * BYTES_PER_ELEMENT));
  }
}

/** Takes in whole numbers one by one: in half the memory, until one comes that 32 bits cannot hold. */
export class WholeNumbersBuilder {
  #builder: NumbersBuilder<Numbers> = new NumbersBuilder<Numbers>(Int32Array);
  #areSmall = true;

  get length(): number {
    return this.#builder.length;
  }

  add(value: number): void {
    if (this.#areSmall && value !== (value | 0)) this.#makeRoom();
    this.#builder.add(value);
  }

  at(position: number): number {
    return this.#builder.at(position);
  }

  /** Those that were taken in; no further ones may come. */
  numbers(): Numbers {
    return this.#builder.numbers();
  }

  #makeRoom(): void {
    const numbers = this.#builder.numbers();
    this.#builder = new NumbersBuilder<Numbers>(Float64Array);
    for (const number of numbers) this.#builder.add(number);
    release(numbers);
    this.#areSmall = false;
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
    return { starts: new ListStarts(this.#starts.numbers()), values: this.#values.numbers() };
  }
}
