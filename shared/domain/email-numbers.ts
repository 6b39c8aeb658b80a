import { MAX_EMAIL_LENGTH } from './address-format.ts';
import type { ContentDigests, TakeDigests } from './content-digests.ts';
import { type Email, normalizeEmail } from './email.ts';
import { NumberedAddresses } from './email-numbers/numbered-addresses.ts';
import type { IdentityHashes } from './identity-hashes.ts';
import { PreparedAddress, type PreparedAddresses } from './prepared-addresses.ts';
import { NO_TEXT } from './text-list.ts';

/** In place of the number of an address. */
export const NO_EMAIL = NO_TEXT;

/** Addresses numbered from 0 in the order in which they come, each once, and read from the bytes of a file. */
export class EmailNumbers {
  readonly #addresses = new NumberedAddresses();
  /** For one address at a time. */
  readonly #single = new PreparedAddress();
  readonly #numberOfSingle = new Int32Array(1);

  get size(): number {
    return this.#addresses.size;
  }

  /** The number of the address, a new one if it has none. */
  add(email: Email): number {
    return this.#addresses.add(email);
  }

  /**
   * The number of the address that these bytes hold, UTF-8, once normalized; NO_EMAIL when they hold none.
   * The same as `normalizeEmail` and `add`, without a string for what nearly every address is: printable ASCII.
   */
  addBytes(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > MAX_EMAIL_LENGTH) return this.#addUncommon(bytes, start, end);
    this.#single.set(bytes, start, end);
    this.addAll(this.#single, 1, this.#numberOfSingle);
    return this.#numberOfSingle[0] ?? NO_EMAIL;
  }

  /** The same for so many addresses, MOST_ADDRESSES at most and within MOST_BYTES, whose numbers `numbers` takes. */
  addAll(addresses: PreparedAddresses, length: number, numbers: Int32Array): void {
    if (length === 0) return;
    this.#addresses.take(addresses, length);
    let next = this.#addresses.addTaken(0, length, numbers);
    while (next < length) {
      numbers[next] = this.#addUncommon(
        addresses.bytes,
        addresses.starts[next] ?? 0,
        addresses.ends[next] ?? 0,
      );
      next = this.#addresses.addTaken(next + 1, length, numbers);
    }
  }

  #addUncommon(bytes: Uint8Array, start: number, end: number): number {
    const email = normalizeEmail(decoder.decode(bytes.subarray(start, end)));
    return email === null ? NO_EMAIL : this.add(email);
  }

  /** By the numbers of others: the numbers that their addresses have here, new ones for those that had none. */
  numbersOf(others: EmailNumbers): Int32Array {
    return Int32Array.from({ length: others.size }, (_, number) => this.add(others.at(number)));
  }

  /** Of contents with addresses that have their numbers here. What others of these have not taken is lost. */
  newContentDigests(take: TakeDigests): ContentDigests {
    return this.#addresses.newContentDigests(take);
  }

  /** Of people who are known by addresses that have their numbers here. What others of these have not taken is lost. */
  newIdentityHashes(): IdentityHashes {
    return this.#addresses.newIdentityHashes();
  }

  /** @throws {RangeError} for a number that no address has. */
  at(number: number): Email {
    return this.#addresses.at(number) as Email;
  }
}

// A byte order mark within an address is a character of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
