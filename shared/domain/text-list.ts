import type { ContentBytes } from './content-bytes.ts';
import { hashOf } from './text-hash.ts';

/** In place of the number of a text. */
export const NO_TEXT = -1;

/** The longest text, in bytes of UTF-8. */
export const MAX_TEXT_BYTES = 4096;

/** Bytes are kept in blocks, so that none is copied when more come. No text goes on in the next one. */
const BLOCK_BITS = 16;
const BLOCK_BYTES = 1 << BLOCK_BITS;
const LENGTH_BYTES = 2;
const NO_BYTES = new Uint8Array();
const NOT_ASCII = 0x80;

/** So are the places of texts. */
const PLACES_BITS = 14;
const PLACES_LENGTH = 1 << PLACES_BITS;
const NO_PLACES = new Uint32Array();

/**
 * Texts numbered from 0 in the order in which they come. Kept as bytes in typed arrays, in a third of the memory of
 * strings and out of sight of the garbage collector. Numbers are never taken back.
 */
export class TextList {
  readonly #blocks: Uint8Array[] = [];
  #block: Uint8Array = NO_BYTES;
  /** In the last block. */
  #nextPlace = BLOCK_BYTES;
  #size = 0;
  /** By number: block and place in it where the text is, behind two bytes of its length. */
  readonly #places: Uint32Array[] = [];

  get size(): number {
    return this.#size;
  }

  /** @throws {RangeError} for a text that is too long */
  add(text: string): number {
    return this.addWritten(this.write(text));
  }

  /** @param bytes of a text, UTF-8, MAX_TEXT_BYTES at most. */
  addBytes(bytes: Uint8Array, start: number, end: number): number {
    const block = this.room();
    const place = this.#nextPlace - start;
    for (let at = start; at < end; at++) block[place + at] = bytes[at] ?? 0;
    return this.addWritten(end - start);
  }

  /** @throws {RangeError} for a number that no text has. */
  at(number: number): string {
    if (number < 0 || number >= this.#size) throw new RangeError(`nothing has the number ${number}`);
    const place = this.#placeOf(number);
    const block = this.#blockOf(place);
    const start = place & (BLOCK_BYTES - 1);
    return decoder.decode(block.subarray(start, start + lengthAt(block, start)));
  }

  addTo(content: ContentBytes, number: number): void {
    const place = this.#placeOf(number);
    const block = this.#blockOf(place);
    const start = place & (BLOCK_BYTES - 1);
    content.addBytes(block, start, start + lengthAt(block, start));
  }

  /** Below zero, zero or above, by the bytes of two texts: the order of their characters. */
  compare(one: number, other: number): number {
    const length = this.alike(one, other);
    return this.byteAt(one, length) - this.byteAt(other, length);
  }

  /** How many bytes two texts begin with alike. */
  alike(one: number, other: number): number {
    const [placeOne, placeOther] = [this.#placeOf(one), this.#placeOf(other)];
    const [blockOne, blockOther] = [this.#blockOf(placeOne), this.#blockOf(placeOther)];
    const [startOne, startOther] = [placeOne & (BLOCK_BYTES - 1), placeOther & (BLOCK_BYTES - 1)];
    const length = Math.min(lengthAt(blockOne, startOne), lengthAt(blockOther, startOther));
    let alike = 0;
    while (alike < length && blockOne[startOne + alike] === blockOther[startOther + alike]) alike += 1;
    return alike;
  }

  /** Below zero behind the end of a text. */
  byteAt(number: number, index: number): number {
    const place = this.#placeOf(number);
    const block = this.#blockOf(place);
    const start = place & (BLOCK_BYTES - 1);
    return index < lengthAt(block, start) ? (block[start + index] ?? 0) : -1;
  }

  // A text may be written where there is room, and looked at, before it is decided whether it is added.

  /** Where the bytes of a text may be written, from `place` on, MAX_TEXT_BYTES at most. */
  room(): Uint8Array {
    if (this.#nextPlace + MAX_TEXT_BYTES > BLOCK_BYTES) {
      this.#block = new Uint8Array(BLOCK_BYTES);
      this.#blocks.push(this.#block);
      this.#nextPlace = LENGTH_BYTES;
    }
    return this.#block;
  }

  /** To be asked after `room`. */
  get place(): number {
    return this.#nextPlace;
  }

  /** How many bytes were written. @throws {RangeError} for a text that is too long */
  write(text: string): number {
    return writeText(text, this.room(), this.#nextPlace);
  }

  /** Mixed, of the text of so many bytes that was written. */
  hashOfWritten(length: number): number {
    return hashOf(this.#block, this.#nextPlace, length);
  }

  /** Whether the text of so many bytes that was written is the one with this number. */
  isWritten(number: number, length: number): boolean {
    const place = this.#placeOf(number);
    const known = this.#blockOf(place);
    const start = place & (BLOCK_BYTES - 1);
    if (lengthAt(known, start) !== length) return false;
    const block = this.#block;
    const next = this.#nextPlace;
    for (let index = 0; index < length; index++) {
      if (known[start + index] !== block[next + index]) return false;
    }
    return true;
  }

  /** The number of the text of so many bytes that was written. */
  addWritten(length: number): number {
    const number = this.#size++;
    const place = this.#nextPlace;
    if ((number & (PLACES_LENGTH - 1)) === 0) this.#places.push(new Uint32Array(PLACES_LENGTH));
    const places = this.#places[number >>> PLACES_BITS] ?? NO_PLACES;
    places[number & (PLACES_LENGTH - 1)] = ((this.#blocks.length - 1) << BLOCK_BITS) | place;
    this.#block[place - 2] = length;
    this.#block[place - 1] = length >>> 8;
    this.#nextPlace = place + length + LENGTH_BYTES;
    return number;
  }

  #placeOf(number: number): number {
    return (this.#places[number >>> PLACES_BITS] ?? NO_PLACES)[number & (PLACES_LENGTH - 1)] ?? 0;
  }

  #blockOf(place: number): Uint8Array {
    return this.#blocks[place >>> BLOCK_BITS] ?? NO_BYTES;
  }
}

function lengthAt(block: Uint8Array, place: number): number {
  return (block[place - 2] ?? 0) | ((block[place - 1] ?? 0) << 8);
}

const encoder = new TextEncoder();
// A byte order mark within a text is a character of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function writeText(text: string, block: Uint8Array, start: number): number {
  if (text.length > MAX_TEXT_BYTES) throw new RangeError('a text is too long to be numbered');
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= NOT_ASCII) return writeWideText(text, block, start);
    block[start + index] = code;
  }
  return text.length;
}

function writeWideText(text: string, block: Uint8Array, start: number): number {
  const { read, written } = encoder.encodeInto(text, block.subarray(start, start + MAX_TEXT_BYTES));
  if (read < text.length) throw new RangeError('a text is too long to be numbered');
  return written;
}
