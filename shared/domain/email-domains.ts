import { NO_TEXT, type Span } from './text-list.ts';
import { TextNumbers } from './text-numbers.ts';

/** By length of a domain: as many are remembered. */
const REMEMBERED = 64;
const NO_BYTES = new Uint8Array();

/** The domains of addresses, numbered from 0 in the order in which they come: addresses share a few of them. */
export class EmailDomains {
  readonly #numbers = new TextNumbers();
  /** The one that came last of those of a length, and its number. */
  readonly #lastBytes: Uint8Array[] = Array.from({ length: REMEMBERED }, () => NO_BYTES);
  readonly #lastNumbers = new Int32Array(REMEMBERED).fill(NO_TEXT);

  /** The number of a domain that is normalized, a new one if it has none. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const place = (end - start) % REMEMBERED;
    const last = this.#lastBytes[place] ?? NO_BYTES;
    if (areBytes(bytes, start, end, last)) return this.#lastNumbers[place] ?? NO_TEXT;
    const number = this.#numberOf(bytes, start, end);
    this.#lastBytes[place] = new Uint8Array(bytes.subarray(start, end));
    this.#lastNumbers[place] = number;
    return number;
  }

  #numberOf(bytes: Uint8Array, start: number, end: number): number {
    const { texts } = this.#numbers;
    const length = texts.writeBytes(bytes, start, end);
    return this.#numbers.addWritten(length, texts.hashOfWritten(length));
  }

  span(number: number): Span {
    return this.#numbers.texts.span(number);
  }
}

function areBytes(bytes: Uint8Array, start: number, end: number, expected: Uint8Array): boolean {
  if (end - start !== expected.length) return false;
  for (let index = 0; index < expected.length; index++) {
    if (bytes[start + index] !== expected[index]) return false;
  }
  return true;
}
