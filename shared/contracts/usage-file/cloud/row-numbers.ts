/** Whole numbers of one row, in an array that the next row uses again. */
export class RowNumbers {
  length = 0;
  readonly #numbers: Int32Array;

  /** @param most a row may have. */
  constructor(most: number) {
    this.#numbers = new Int32Array(most);
  }

  clear(): void {
    this.length = 0;
  }

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  /** Each number once. */
  add(number: number): void {
    for (let index = 0; index < this.length; index++) if (this.#numbers[index] === number) return;
    this.#numbers[this.length++] = number;
  }

  sort(compare: (one: number, other: number) => number): void {
    if (this.length > 1) this.#numbers.subarray(0, this.length).sort(compare);
  }
}
