import { NO_SIGN, UNCOMMON } from './address-sign.ts';
import type { ContentBytes } from './content-bytes.ts';
import { type Email, MAX_EMAIL_LENGTH, normalizeEmail } from './email.ts';
import { EmailDomains } from './email-domains.ts';
import { PreparedAddress, type PreparedAddresses } from './prepared-addresses.ts';
import { HASH_OF_NOTHING, hashedWith, mixedHash } from './text-hash.ts';
import { NO_TEXT } from './text-list.ts';
import { FORESEEN, TextNumbers } from './text-numbers.ts';

/** In place of the number of an address. */
export const NO_EMAIL = NO_TEXT;

const AT = 0x40;
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
  readonly #single = new PreparedAddress();
  readonly #numberOfSingle = new Int32Array(1);
  // Of addresses that are added together.
  readonly #domainNumbers = new Int32Array(FORESEEN);
  readonly #hashes = new Int32Array(FORESEEN);

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
    const domain = this.#domains.add(bytes, at + 1, end);
    const length = writeDomain(domain, block, place + at) - place;
    return this.#numbers.addWritten(length, mixedHash(hashedWithDomain(hash, domain)));
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

  /**
   * The same for so many addresses, whose numbers `numbers` takes. All are looked for before one is added, so that one
   * need not wait until memory has answered another.
   */
  addAll(addresses: PreparedAddresses, length: number, numbers: Int32Array): void {
    for (let from = 0; from < length; from += FORESEEN) {
      const to = Math.min(from + FORESEEN, length);
      for (let index = from; index < to; index++) this.#addDomain(addresses, index, index - from);
      this.#numbers.foresee(this.#hashes, to - from);
      for (let index = from; index < to; index++)
        numbers[index] = this.#addPrepared(addresses, index, index - from);
    }
  }

  /** The number of its domain and the hash of both go to a place. */
  #addDomain({ lowered, signs, ends, hashes }: PreparedAddresses, index: number, place: number): void {
    const sign = signs[index] ?? NO_SIGN;
    if (sign < 0) return;
    const domain = this.#domains.add(lowered, sign + 1, ends[index] ?? 0);
    this.#domainNumbers[place] = domain;
    this.#hashes[place] = mixedHash(hashedWithDomain(hashes[index] ?? 0, domain));
  }

  #addPrepared(addresses: PreparedAddresses, index: number, place: number): number {
    const start = addresses.starts[index] ?? 0;
    const end = addresses.ends[index] ?? 0;
    const sign = addresses.signs[index] ?? NO_SIGN;
    if (sign === NO_SIGN) return NO_EMAIL;
    if (sign === UNCOMMON || end - start > MAX_EMAIL_LENGTH)
      return this.#addUncommon(addresses.bytes, start, end);
    const { lowered } = addresses;
    const { texts } = this.#numbers;
    const block = texts.room();
    const to = texts.place - start;
    for (let at = start; at < sign; at++) block[to + at] = lowered[at] ?? 0;
    const length = writeDomain(this.#domainNumbers[place] ?? 0, block, to + sign) - texts.place;
    return this.#numbers.addWritten(length, this.#hashes[place] ?? 0);
  }

  #addUncommon(bytes: Uint8Array, start: number, end: number): number {
    const email = normalizeEmail(decoder.decode(bytes.subarray(start, end)));
    return email === null ? NO_EMAIL : this.add(email);
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

/** By how many bits the first byte of a domain's number is shifted. */
function shiftOf(domain: number): number {
  let shift = 0;
  while (domain >>> shift >= MARK) shift += DIGIT_BITS;
  return shift;
}

function hashedWithDomain(hashOfLocal: number, domain: number): number {
  let hash = hashOfLocal;
  for (let shift = shiftOf(domain), mark = 0; shift >= 0; shift -= DIGIT_BITS, mark = MARK)
    hash = hashedWith(hash, ((domain >>> shift) & (MARK - 1)) | mark);
  return hash;
}

/** Returns where the number ends. */
function writeDomain(domain: number, block: Uint8Array, start: number): number {
  let place = start;
  for (let shift = shiftOf(domain), mark = 0; shift >= 0; shift -= DIGIT_BITS, mark = MARK)
    block[place++] = ((domain >>> shift) & (MARK - 1)) | mark;
  return place;
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
