import { ContentDigests, type TakeDigests } from '../content-digests.ts';
import { IdentityHashes } from '../identity-hashes.ts';
import type { PreparedAddresses } from '../prepared-addresses.ts';
import { MOST_ADDRESSES, MOST_BYTES, MOST_BYTES_OF_ONE } from './batch.ts';
import { type EmailNumbersModule, newEmailNumbersModule } from './email-numbers-module.ts';

const AT = 0x40;

/** In the memory of the module. Behind those that come together is the room for one. */
class ModuleArrays {
  readonly bytes: Uint8Array;
  readonly bytesOfOne: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly signs: Int32Array;
  readonly numbers: Int32Array;

  constructor({ memory: { buffer }, bytes, starts, ends, signs, numbers }: EmailNumbersModule) {
    this.bytes = new Uint8Array(buffer, bytes.value, MOST_BYTES);
    this.bytesOfOne = new Uint8Array(buffer, bytes.value + MOST_BYTES, MOST_BYTES_OF_ONE);
    this.starts = new Int32Array(buffer, starts.value, MOST_ADDRESSES + 1);
    this.ends = new Int32Array(buffer, ends.value, MOST_ADDRESSES + 1);
    this.signs = new Int32Array(buffer, signs.value, MOST_ADDRESSES + 1);
    this.numbers = new Int32Array(buffer, numbers.value, MOST_ADDRESSES + 1);
  }
}

/**
 * Normalized addresses numbered from 0 in the order in which they come, each once, by WebAssembly and in its memory.
 * Of each is kept what is before the `@`, and behind it the number of the domain: that takes half of the memory.
 */
export class NumberedAddresses {
  readonly #module = newEmailNumbersModule();
  #arrays = new ModuleArrays(this.#module);

  get size(): number {
    return this.#module.size();
  }

  /** Arrays of memory are empty once it has grown. */
  #current(): ModuleArrays {
    if (this.#arrays.bytes.length === 0) this.#arrays = new ModuleArrays(this.#module);
    return this.#arrays;
  }

  /** Copies so many addresses, MOST_ADDRESSES at most and within MOST_BYTES, for `addTaken`. */
  take({ lowered, starts, ends, signs }: PreparedAddresses, length: number): void {
    const arrays = this.#current();
    arrays.bytes.set(lowered.subarray(starts[0], ends[length - 1]));
    arrays.starts.set(starts.subarray(0, length));
    arrays.ends.set(ends.subarray(0, length));
    arrays.signs.set(signs.subarray(0, length));
  }

  /**
   * Numbers those that were taken, `length` in all, from one on up to the first that is uncommon. Returns which that
   * is, or `length`.
   */
  addTaken(from: number, length: number, numbers: Int32Array): number {
    const end = this.#module.add(from, length, this.#current().starts[0] ?? 0);
    numbers.set(this.#current().numbers.subarray(from, end), from);
    return end;
  }

  /** The number of a normalized address. Those that were taken stay. */
  add(email: string): number {
    const { bytesOfOne, starts, ends, signs } = this.#current();
    const { written } = encoder.encodeInto(email, bytesOfOne);
    starts[MOST_ADDRESSES] = MOST_BYTES;
    ends[MOST_ADDRESSES] = MOST_BYTES + written;
    signs[MOST_ADDRESSES] = MOST_BYTES + bytesOfOne.indexOf(AT);
    this.#module.add(MOST_ADDRESSES, MOST_ADDRESSES + 1, 0);
    return this.#current().numbers[MOST_ADDRESSES] ?? 0;
  }

  /** @throws {RangeError} for a number that no address has. */
  at(number: number): string {
    if (number < 0 || number >= this.size) throw new RangeError(`no address has the number ${number}`);
    const place = this.#module.bytes.value + MOST_BYTES;
    const end = this.#module.putAddress(place, number);
    return decoder.decode(this.#current().bytesOfOne.subarray(0, end - place));
  }

  newContentDigests(take: TakeDigests): ContentDigests {
    return new ContentDigests(this.#module, take);
  }

  newIdentityHashes(): IdentityHashes {
    return new IdentityHashes(this.#module);
  }
}

const encoder = new TextEncoder();
// A byte order mark within an address is a character of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
