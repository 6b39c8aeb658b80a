import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Each call of zlib leaves buffers behind that only a full collection frees: few calls, and values still young. */
const VALUES_PER_BLOCK = 1024;

/** The fastest: values of one list are alike, so more takes time and gains little. */
const LEVEL = 1;

/** What zlib's buffers hold. */
const BUFFER_BYTES = 4096;

/**
 * A list kept as compressed JSON, for values of plain JSON of which there may be one for every person: as objects
 * they would take some twenty times the memory. To be read in the order of the list, or nearly so.
 */
export class PackedList<Value> implements Iterable<Value> {
  readonly #blocks: Buffer[] = [];
  /** The last values, which are no whole block yet. */
  #last: Value[] = [];
  /** The block that was read last. */
  #unpacked: { readonly number: number; readonly values: readonly Value[] } | null = null;

  get length(): number {
    return this.#blocks.length * VALUES_PER_BLOCK + this.#last.length;
  }

  push(value: Value): void {
    this.#last.push(value);
    if (this.#last.length < VALUES_PER_BLOCK) return;
    this.#blocks.push(deflateRawSync(JSON.stringify(this.#last), { level: LEVEL, chunkSize: BUFFER_BYTES }));
    this.#last = [];
  }

  /** Undefined beyond the end. */
  at(index: number): Value | undefined {
    return this.#block(Math.floor(index / VALUES_PER_BLOCK))[index % VALUES_PER_BLOCK];
  }

  *[Symbol.iterator](): Generator<Value> {
    for (let number = 0; number <= this.#blocks.length; number++) yield* this.#block(number);
  }

  #block(number: number): readonly Value[] {
    const block = this.#blocks[number];
    if (block === undefined) return number === this.#blocks.length ? this.#last : [];
    if (this.#unpacked?.number !== number) {
      this.#unpacked = { number, values: JSON.parse(inflateRawSync(block).toString('utf8')) };
    }
    return this.#unpacked.values;
  }
}
