import { grown } from './grown.ts';
import { release } from './release.ts';
import { endEntry, lengthAt, MAX_ENTRY_BYTES, textStart, writeText } from './text-bytes.ts';
import { hashOf } from './text-hash.ts';

/** In place of the number of a text. */
export const NO_TEXT = -1;

/** Bytes are kept in blocks, so that none is copied when more come. No text goes on in the next one. */
const BLOCK_BITS = 18;
const BLOCK_BYTES = 1 << BLOCK_BITS;
const NO_BYTES = new Uint8Array();

/** From `start` to before `end`. */
export interface Span {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

/** As many texts as follow one another in a block, and of which only the place of the first is kept. */
const GROUP_BITS = 3;
const GROUP_SIZE = 1 << GROUP_BITS;
const FEWEST_GROUPS = 128;

/**
 * Texts numbered from 0 in the order in which they come. Kept as bytes in typed arrays, in a third of the memory of
 * strings and out of sight of the garbage collector. Numbers are never taken back.
 */
export class TextList {
  readonly #blocks: Uint8Array<ArrayBuffer>[] = [];
  #block: Uint8Array = NO_BYTES;
  /** In the last block. */
  #nextPlace = BLOCK_BYTES;
  #size = 0;
  /** By group: block and place in it where its first text is, with its length before it. */
  #groups = new Int32Array(FEWEST_GROUPS);

  get size(): number {
    return this.#size;
  }

  /** Gives back the memory. No text is to be had any more. */
  release(): void {
    for (const block of this.#blocks) release(block);
    release(this.#groups);
  }

  /** @throws {RangeError} for a text that is too long */
  add(text: string): number {
    return this.addWritten(this.write(text));
  }

  /** @param bytes of a text, UTF-8, MAX_TEXT_BYTES at most. */
  addBytes(bytes: Uint8Array, start: number, end: number): number {
    return this.addWritten(this.writeBytes(bytes, start, end));
  }

  /** @throws {RangeError} for a number that no text has. */
  at(number: number): string {
    const { bytes, start, end } = this.span(number);
    return decoder.decode(bytes.subarray(start, end));
  }

  /** Where the bytes of a text are. @throws {RangeError} for a number that no text has. */
  span(number: number): Span {
    if (number < 0 || number >= this.#size) throw new RangeError(`nothing has the number ${number}`);
    const place = this.#placeOf(number);
    const bytes = this.#blockOf(place);
    const start = textStart(bytes, placeIn(place));
    return { bytes, start, end: start + lengthAt(bytes, placeIn(place)) };
  }

  /** Below zero, zero or above, by the bytes of two texts: the order of their characters. */
  compare(one: number, other: number): number {
    const length = this.alike(one, other);
    return this.byteAt(one, length) - this.byteAt(other, length);
  }

  /** How many bytes two texts begin with alike. */
  alike(one: number, other: number): number {
    const [first, second] = [this.span(one), this.span(other)];
    const length = Math.min(first.end - first.start, second.end - second.start);
    let alike = 0;
    while (alike < length && first.bytes[first.start + alike] === second.bytes[second.start + alike])
      alike += 1;
    return alike;
  }

  /** Below zero behind the end of a text. */
  byteAt(number: number, index: number): number {
    const { bytes, start, end } = this.span(number);
    return start + index < end ? (bytes[start + index] ?? 0) : -1;
  }

  /**
   * Puts in place of the numbers of texts, or of NO_TEXT, the first byte of each. Who is to look at all of them asks
   * for it before: then memory brings them near at once, and not one after the other.
   */
  firstBytes(numbers: Int32Array, length: number): void {
    for (let index = 0; index < length; index++) {
      const number = numbers[index] ?? NO_TEXT;
      numbers[index] = number === NO_TEXT ? 0 : (this.#groups[number >>> GROUP_BITS] ?? 0);
    }
    for (let index = 0; index < length; index++) {
      const place = numbers[index] ?? 0;
      numbers[index] = this.#blockOf(place)[placeIn(place)] ?? 0;
    }
  }

  // A text may be written where there is room, and looked at, before it is decided whether it is added.

  /** Where the bytes of a text may be written, from `place` on, MAX_TEXT_BYTES at most. */
  room(): Uint8Array {
    if (this.#nextPlace + MAX_ENTRY_BYTES > BLOCK_BYTES) this.#addBlock();
    return this.#block;
  }

  /** A group is in one block: what there is of it moves along. */
  #addBlock(): void {
    const group = this.#size >>> GROUP_BITS;
    const isGroupBegun = this.#size % GROUP_SIZE > 0;
    const end = this.#nextPlace - 1;
    const moving = this.#block.subarray(isGroupBegun ? placeIn(this.#groups[group] ?? 0) : end, end);
    const block = new Uint8Array(BLOCK_BYTES);
    block.set(moving);
    this.#block = block;
    this.#blocks.push(block);
    this.#nextPlace = moving.length + 1;
    if (isGroupBegun) this.#groups[group] = this.#inLastBlock(0);
  }

  /** To be asked after `room`. */
  get place(): number {
    return this.#nextPlace;
  }

  /** How many bytes were written. @throws {RangeError} for a text that is too long */
  write(text: string): number {
    return writeText(text, this.room(), this.#nextPlace);
  }

  /** The same for bytes, MAX_TEXT_BYTES at most. */
  writeBytes(bytes: Uint8Array, start: number, end: number): number {
    const block = this.room();
    const place = this.#nextPlace - start;
    for (let at = start; at < end; at++) block[place + at] = bytes[at] ?? 0;
    return end - start;
  }

  /** Mixed, of the text of so many bytes that was written. */
  hashOfWritten(length: number): number {
    return hashOf(this.#block, this.#nextPlace, length);
  }

  /** Whether the text of so many bytes that was written is the one with this number. */
  isWritten(number: number, length: number): boolean {
    const place = this.#placeOf(number);
    const known = this.#blockOf(place);
    if (lengthAt(known, placeIn(place)) !== length) return false;
    const start = textStart(known, placeIn(place));
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
    const start = this.#nextPlace;
    if (number % GROUP_SIZE === 0) this.#beginGroup(number >>> GROUP_BITS, start - 1);
    this.#nextPlace = endEntry(this.#block, start, length) + 1;
    return number;
  }

  #beginGroup(group: number, place: number): void {
    if (group === this.#groups.length) this.#groups = grown(this.#groups);
    this.#groups[group] = this.#inLastBlock(place);
  }

  #inLastBlock(start: number): number {
    return ((this.#blocks.length - 1) << BLOCK_BITS) | start;
  }

  /** Found from the first text of its group, which is a few steps away. */
  #placeOf(number: number): number {
    let place = this.#groups[number >>> GROUP_BITS] ?? 0;
    const block = this.#blockOf(place);
    for (let before = number % GROUP_SIZE; before > 0; before--) {
      const inBlock = placeIn(place);
      place += textStart(block, inBlock) - inBlock + lengthAt(block, inBlock);
    }
    return place;
  }

  #blockOf(place: number): Uint8Array {
    return this.#blocks[place >>> BLOCK_BITS] ?? NO_BYTES;
  }
}

/** In its block. */
function placeIn(place: number): number {
  return place & (BLOCK_BYTES - 1);
}

// A byte order mark within a text is a character of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
