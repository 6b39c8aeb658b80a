const RECORDS_PER_BLOCK = 100;

/** Very many small records, kept as JSON in few buffers: a tenth of the memory that the objects would take. */
export class JsonRecords<Value extends object> {
  readonly #blocks: Buffer[] = [];
  #newest: string[] = [];

  get length(): number {
    return this.#blocks.length * RECORDS_PER_BLOCK + this.#newest.length;
  }

  push(value: Value): void {
    this.#newest.push(JSON.stringify(value));
    if (this.#newest.length < RECORDS_PER_BLOCK) return;
    this.#blocks.push(Buffer.from(this.#newest.join('\n')));
    this.#newest = [];
  }

  /** As JSON, from one position up to another, of which the second is left out. */
  texts(from: number, to: number): string[] {
    const first = Math.floor(from / RECORDS_PER_BLOCK);
    const end = Math.ceil(to / RECORDS_PER_BLOCK);
    const texts: string[] = [];
    for (let block = first; block < end; block++) texts.push(...this.#block(block));
    return texts.slice(from - first * RECORDS_PER_BLOCK, to - first * RECORDS_PER_BLOCK);
  }

  slice(from: number, to: number): Value[] {
    return this.texts(from, to).map((text) => JSON.parse(text));
  }

  *[Symbol.iterator](): Generator<Value> {
    for (let from = 0; from < this.length; from += RECORDS_PER_BLOCK) {
      yield* this.slice(from, from + RECORDS_PER_BLOCK);
    }
  }

  /** JSON writes a line break within a text as `\n`, so that a real one can part the records. */
  #block(block: number): readonly string[] {
    return this.#blocks[block]?.toString().split('\n') ?? this.#newest;
  }
}
