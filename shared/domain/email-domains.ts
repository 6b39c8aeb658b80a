import { lowerCase } from './lower-case.ts';
import { NO_TEXT, type Span } from './text-list.ts';
import { TextNumbers } from './text-numbers.ts';

/** In place of the number of a domain. */
export const NO_DOMAIN = NO_TEXT;

const SPACE = 0x20;
const AT = 0x40;
const DELETE = 0x7f;

/** By length of a domain: as many are remembered. */
const REMEMBERED = 64;
const NO_BYTES = new Uint8Array();

/** The domains of addresses, numbered from 0 in the order in which they come: addresses share a few of them. */
export class EmailDomains {
  readonly #numbers = new TextNumbers();
  /** The one that came last of those of a length, in lower case, and its number. */
  readonly #lastBytes: Uint8Array[] = Array.from({ length: REMEMBERED }, () => NO_BYTES);
  readonly #lastNumbers = new Int32Array(REMEMBERED).fill(NO_DOMAIN);

  /** The number of a domain that is normalized, a new one if it has none. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const { texts } = this.#numbers;
    const length = texts.writeBytes(bytes, start, end);
    return this.#numbers.addWritten(length, texts.hashOfWritten(length));
  }

  /** The same for bytes as files have them; NO_DOMAIN for other than printable ASCII without an `@`. */
  addAscii(bytes: Uint8Array, start: number, end: number): number {
    const place = (end - start) % REMEMBERED;
    const last = this.#lastBytes[place] ?? NO_BYTES;
    if (isLowerCase(bytes, start, end, last)) return this.#lastNumbers[place] ?? NO_DOMAIN;
    const domain = bytes.slice(start, end);
    for (let index = 0; index < domain.length; index++) {
      const byte = domain[index] ?? 0;
      if (byte <= SPACE || byte >= DELETE || byte === AT) return NO_DOMAIN;
      domain[index] = lowerCase(byte);
    }
    const number = this.add(domain, 0, domain.length);
    this.#lastBytes[place] = domain;
    this.#lastNumbers[place] = number;
    return number;
  }

  span(number: number): Span {
    return this.#numbers.texts.span(number);
  }
}

/** Whether the bytes in lower case are just those expected. */
function isLowerCase(bytes: Uint8Array, start: number, end: number, expected: Uint8Array): boolean {
  if (end - start !== expected.length) return false;
  for (let index = 0; index < expected.length; index++) {
    if (lowerCase(bytes[start + index] ?? 0) !== expected[index]) return false;
  }
  return true;
}
