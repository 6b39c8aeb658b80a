import type { ContentBytes } from './content-bytes.ts';
import { type Email, MAX_EMAIL_LENGTH, normalizeEmail } from './email.ts';
import { EmailDomains, NO_DOMAIN } from './email-domains.ts';
import { lowerCase } from './lower-case.ts';
import { HASH_OF_NOTHING, hashedWith, mixedHash } from './text-hash.ts';
import { NO_TEXT } from './text-list.ts';
import { TextNumbers } from './text-numbers.ts';

/** In place of the number of an address. */
export const NO_EMAIL = NO_TEXT;

const SPACE = 0x20;
const AT = 0x40;
const DELETE = 0x7f;
const SIGN = Uint8Array.of(AT);

/** A byte has seven bits of the number of a domain; all but the first byte are marked. */
const DIGIT_BITS = 7;
const MARK = 1 << DIGIT_BITS;

/**
 * Addresses numbered from 0 in the order in which they come, each once, and read from the bytes of a file. Of each is
 * kept what is before the `@`, and behind it the number of the domain: that takes half of the memory.
 */
export class EmailNumbers {
  readonly #numbers = new TextNumbers();
  readonly #domains = new EmailDomains();
  /** For one address at a time. */
  readonly #bytes = new Uint8Array(3 * MAX_EMAIL_LENGTH);

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of the address, a new one if it has none. */
  add(email: Email): number {
    const bytes = this.#bytes;
    const end = encoder.encodeInto(email, bytes).written;
    const at = bytes.indexOf(AT);
    const { texts } = this.#numbers;
    const block = texts.room();
    const { place } = texts;
    let hash = HASH_OF_NOTHING;
    for (let index = 0; index < at; index++) {
      const byte = bytes[index] ?? 0;
      block[place + index] = byte;
      hash = hashedWith(hash, byte);
    }
    return this.#addWritten(at, hash, this.#domains.add(bytes, at + 1, end));
  }

  /**
   * The number of the address that these bytes hold, UTF-8, once normalized; NO_EMAIL when they hold none.
   * The same as `normalizeEmail` and `add`, without a string for what nearly every address is: printable ASCII.
   */
  addBytes(bytes: Uint8Array, start: number, end: number): number {
    if (end - start > MAX_EMAIL_LENGTH) return this.#addUncommon(bytes, start, end);
    const { texts } = this.#numbers;
    const block = texts.room();
    const to = texts.place - start;
    let hash = HASH_OF_NOTHING;
    let at = start;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === AT) break;
      if (byte <= SPACE || byte >= DELETE) return this.#addUncommon(bytes, start, end);
      const lower = lowerCase(byte);
      block[to + at] = lower;
      hash = hashedWith(hash, lower);
    }
    if (at === start || at >= end - 1) return NO_EMAIL;
    const domain = this.#domains.addAscii(bytes, at + 1, end);
    if (domain === NO_DOMAIN) return this.#addUncommon(bytes, start, end);
    return this.#addWritten(at - start, hash, domain);
  }

  #addUncommon(bytes: Uint8Array, start: number, end: number): number {
    const email = normalizeEmail(decoder.decode(bytes.subarray(start, end)));
    return email === null ? NO_EMAIL : this.add(email);
  }

  /** @param length of what is before the `@`, which was written. */
  #addWritten(length: number, hashOfLocal: number, domain: number): number {
    const { texts } = this.#numbers;
    const block = texts.room();
    let place = texts.place + length;
    let hash = hashOfLocal;
    let shift = 0;
    while (domain >>> shift >= MARK) shift += DIGIT_BITS;
    for (let mark = 0; shift >= 0; shift -= DIGIT_BITS, mark = MARK) {
      const digit = ((domain >>> shift) & (MARK - 1)) | mark;
      block[place++] = digit;
      hash = hashedWith(hash, digit);
    }
    return this.#numbers.addWritten(place - texts.place, mixedHash(hash));
  }

  /** Gives back a third of the memory, until an address is added: then that takes a while. */
  rest(): void {
    this.#numbers.rest();
  }

  /** By the numbers of others: the numbers that their addresses have here, new ones for those that had none. */
  numbersOf(others: EmailNumbers): Int32Array {
    return Int32Array.from({ length: others.size }, (_, number) => this.add(others.at(number)));
  }

  /** @param number may be NO_EMAIL. */
  addTo(content: ContentBytes, number: number): void {
    if (number === NO_EMAIL) {
      content.addNothing();
      return;
    }
    const { bytes, start, end } = this.#numbers.texts.span(number);
    const at = domainStart(bytes, end);
    const domain = this.#domains.span(domainNumber(bytes, at, end));
    content.beginText(at - start + 1 + domain.end - domain.start);
    content.addPart(bytes, start, at);
    content.addPart(SIGN, 0, 1);
    content.addPart(domain.bytes, domain.start, domain.end);
  }

  /** @throws {RangeError} for a number that no address has. */
  at(number: number): Email {
    const { bytes, start, end } = this.#numbers.texts.span(number);
    const at = domainStart(bytes, end);
    const domain = this.#domains.span(domainNumber(bytes, at, end));
    let length = copy(bytes, start, at, this.#bytes, 0);
    this.#bytes[length++] = AT;
    length = copy(domain.bytes, domain.start, domain.end, this.#bytes, length);
    return decoder.decode(this.#bytes.subarray(0, length)) as Email;
  }
}

/** Where in the bytes of an address the number of its domain begins. */
function domainStart(bytes: Uint8Array, end: number): number {
  let start = end - 1;
  while ((bytes[start] ?? 0) >= MARK) start -= 1;
  return start;
}

function domainNumber(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let at = start; at < end; at++) number = (number << DIGIT_BITS) | ((bytes[at] ?? 0) & (MARK - 1));
  return number;
}

/** Returns where the copy ends. */
function copy(from: Uint8Array, start: number, end: number, into: Uint8Array, place: number): number {
  for (let at = start; at < end; at++) into[place + at - start] = from[at] ?? 0;
  return place + end - start;
}

const encoder = new TextEncoder();
// A byte order mark within an address is a character of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
