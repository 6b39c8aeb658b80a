import type { ContentBytes } from './content-bytes.ts';
import { type Email, MAX_EMAIL_LENGTH, normalizeEmail } from './email.ts';
import { lowerCase } from './lower-case.ts';
import { HASH_OF_NOTHING, hashedWith, mixedHash } from './text-hash.ts';
import { NO_TEXT } from './text-list.ts';
import { TextNumbers } from './text-numbers.ts';

/** In place of the number of an address. */
export const NO_EMAIL = NO_TEXT;

const SPACE = 0x20;
const AT = 0x40;
const DELETE = 0x7f;

/** Addresses numbered from 0 in the order in which they come, each once, and read from the bytes of a file. */
export class EmailNumbers {
  readonly #numbers = new TextNumbers();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of the address, a new one if it has none. */
  add(email: Email): number {
    return this.#numbers.add(email);
  }

  /**
   * The number of the address that these bytes hold, UTF-8, once normalized; NO_EMAIL when they hold none.
   * The same as `normalizeEmail` and `add`, without a string for what nearly every address is: printable ASCII.
   */
  addBytes(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length > MAX_EMAIL_LENGTH) return this.#addUncommon(bytes, start, end);
    const { texts } = this.#numbers;
    const block = texts.room();
    const { place } = texts;
    let at = NO_EMAIL;
    let hash = HASH_OF_NOTHING;
    for (let index = 0; index < length; index++) {
      const byte = bytes[start + index] ?? 0;
      if (byte <= SPACE || byte >= DELETE) return this.#addUncommon(bytes, start, end);
      if (byte === AT) {
        if (at !== NO_EMAIL) return NO_EMAIL;
        at = index;
      }
      const lower = lowerCase(byte);
      block[place + index] = lower;
      hash = hashedWith(hash, lower);
    }
    return at > 0 && at < length - 1 ? this.#numbers.addWritten(length, mixedHash(hash)) : NO_EMAIL;
  }

  #addUncommon(bytes: Uint8Array, start: number, end: number): number {
    const email = normalizeEmail(decoder.decode(bytes.subarray(start, end)));
    return email === null ? NO_EMAIL : this.add(email);
  }

  /** By the numbers of others: the numbers that their addresses have here, new ones for those that had none. */
  numbersOf(others: EmailNumbers): Int32Array {
    return Int32Array.from({ length: others.size }, (_, number) => this.add(others.at(number)));
  }

  /** @param number may be NO_EMAIL. */
  addTo(content: ContentBytes, number: number): void {
    if (number === NO_EMAIL) content.addNothing();
    else this.#numbers.texts.addTo(content, number);
  }

  /** @throws {RangeError} for a number that no address has. */
  at(number: number): Email {
    return this.#numbers.at(number) as Email;
  }
}

const decoder = new TextDecoder();
