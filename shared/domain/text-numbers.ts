import { grown } from './grown.ts';

/** In place of the number of a text. */
export const NO_TEXT = -1;

const FEWEST_SLOTS = 1024;
const FREE = -1;

/** Bytes are kept in blocks, so that none is copied when more come. No text goes on in the next one. */
const BLOCK_BITS = 16;
const BLOCK_BYTES = 1 << BLOCK_BITS;
const LENGTH_BYTES = 2;
const NO_BYTES = new Uint8Array();
const NOT_ASCII = 0x80;

/** The longest text, in bytes of UTF-8. */
export const MAX_TEXT_BYTES = 4096;

/**
 * Texts numbered from 0 in the order in which they come, each once: who groups or compares them works on whole
 * numbers. Kept as bytes in typed arrays, in a third of the memory of strings and out of sight of the garbage
 * collector. Numbers are never taken back.
 */
export class TextNumbers {
  readonly #blocks: Uint8Array[] = [];
  #block: Uint8Array = NO_BYTES;
  /** In the last block. */
  #nextPlace = BLOCK_BYTES;
  #size = 0;
  /** How many of them have a slot. */
  #found = 0;
  /** By number: block and place in it where the text is, behind two bytes of its length. */
  #places = new Uint32Array(FEWEST_SLOTS / 2);
  /** Hash and number, side by side, in the slot of the hash or the next free one: most look-ups touch nothing else. */
  #slots = new Int32Array(2 * FEWEST_SLOTS).fill(FREE);

  get size(): number {
    return this.#size;
  }

  /**
   * The number of the text, a new one if it has none.
   * @throws {RangeError} for a text that is too long
   */
  add(text: string): number {
    return this.addWritten(writeText(text, this.room(), this.place));
  }

  /**
   * A new number for the bytes of a text, UTF-8, MAX_TEXT_BYTES at most, of which it does not matter whether it has one
   * already. It is not found by `add` and `numberOf`.
   */
  append(bytes: Uint8Array, start: number, end: number): number {
    const block = this.room();
    const place = this.#nextPlace - start;
    for (let at = start; at < end; at++) block[place + at] = bytes[at] ?? 0;
    return this.#appendWritten(end - start);
  }

  /** NO_TEXT for a text that was not added. */
  numberOf(text: string): number {
    const block = this.room();
    const length = writeText(text, block, this.#nextPlace);
    return this.#slots[this.#slotOf(hashOf(block, this.#nextPlace, length), length) + 1] ?? NO_TEXT;
  }

  /** @throws {RangeError} for a number that no text has. */
  at(number: number): string {
    if (number < 0 || number >= this.#size) throw new RangeError(`nothing has the number ${number}`);
    const place = this.#places[number] ?? 0;
    const start = place & (BLOCK_BYTES - 1);
    const block = this.#blocks[place >>> BLOCK_BITS] ?? NO_BYTES;
    return decoder.decode(block.subarray(start, start + lengthAt(block, start)));
  }

  /** Below zero, zero or above, by the bytes of two texts: the order of their characters. */
  compare(one: number, other: number): number {
    const length = this.alike(one, other);
    return this.byteAt(one, length) - this.byteAt(other, length);
  }

  /** How many bytes two texts begin with alike. */
  alike(one: number, other: number): number {
    const [placeOne, placeOther] = [this.#places[one] ?? 0, this.#places[other] ?? 0];
    const blockOne = this.#blocks[placeOne >>> BLOCK_BITS] ?? NO_BYTES;
    const blockOther = this.#blocks[placeOther >>> BLOCK_BITS] ?? NO_BYTES;
    const [startOne, startOther] = [placeOne & (BLOCK_BYTES - 1), placeOther & (BLOCK_BYTES - 1)];
    const length = Math.min(lengthAt(blockOne, startOne), lengthAt(blockOther, startOther));
    let alike = 0;
    while (alike < length && blockOne[startOne + alike] === blockOther[startOther + alike]) alike += 1;
    return alike;
  }

  /** Below zero behind the end of a text. */
  byteAt(number: number, index: number): number {
    const place = this.#places[number] ?? 0;
    const block = this.#blocks[place >>> BLOCK_BITS] ?? NO_BYTES;
    const start = place & (BLOCK_BYTES - 1);
    return index < lengthAt(block, start) ? (block[start + index] ?? 0) : -1;
  }

  /** Where the bytes of a text may be written, from `place` on, MAX_TEXT_BYTES at most: `addWritten` numbers it. */
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

  /** The number of the text of so many bytes that was written where there was room. */
  addWritten(length: number): number {
    const hash = hashOf(this.#block, this.#nextPlace, length);
    const slot = this.#slotOf(hash, length);
    const known = this.#slots[slot + 1] ?? FREE;
    return known === FREE ? this.#addAt(slot, hash, length) : known;
  }

  /** The same for a text that has no number yet; NO_TEXT for one that has. */
  addNewWritten(length: number): number {
    const hash = hashOf(this.#block, this.#nextPlace, length);
    const slot = this.#slotOf(hash, length);
    return this.#slots[slot + 1] === FREE ? this.#addAt(slot, hash, length) : NO_TEXT;
  }

  #addAt(slot: number, hash: number, length: number): number {
    const number = this.#appendWritten(length);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = number;
    this.#found += 1;
    if (3 * this.#slots.length < 8 * this.#found) this.#addSlots();
    return number;
  }

  #appendWritten(length: number): number {
    const number = this.#size++;
    const place = this.#nextPlace;
    if (number === this.#places.length) this.#places = grown(this.#places);
    this.#places[number] = ((this.#blocks.length - 1) << BLOCK_BITS) | place;
    this.#block[place - 2] = length;
    this.#block[place - 1] = length >>> 8;
    this.#nextPlace = place + length + LENGTH_BYTES;
    return number;
  }

  /** Where among the slots the text that was written where there was room is, or belongs. */
  #slotOf(hash: number, length: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (;;) {
      const number = slots[slot + 1] ?? FREE;
      if (number === FREE || (slots[slot] === hash && this.#isEqual(number, length))) return slot;
      slot = (slot + 2) & mask;
    }
  }

  #isEqual(number: number, length: number): boolean {
    const place = this.#places[number] ?? 0;
    const known = this.#blocks[place >>> BLOCK_BITS] ?? NO_BYTES;
    const start = place & (BLOCK_BYTES - 1);
    if (lengthAt(known, start) !== length) return false;
    const block = this.#block;
    const next = this.#nextPlace;
    for (let index = 0; index < length; index++) {
      if (known[start + index] !== block[next + index]) return false;
    }
    return true;
  }

  #addSlots(): void {
    const old = this.#slots;
    const slots = new Int32Array(2 * old.length).fill(FREE);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += 2) {
      const hash = old[from] ?? 0;
      const number = old[from + 1] ?? FREE;
      if (number === FREE) continue;
      let slot = (hash << 1) & mask;
      while (slots[slot + 1] !== FREE) slot = (slot + 2) & mask;
      slots[slot] = hash;
      slots[slot + 1] = number;
    }
    this.#slots = slots;
  }
}

function lengthAt(block: Uint8Array, place: number): number {
  return (block[place - 2] ?? 0) | ((block[place - 1] ?? 0) << 8);
}

const encoder = new TextEncoder();
// A byte order mark within a text is a character of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** How many bytes were written. */
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

/** FNV-1a, its bits mixed, since low ones choose the slot. */
function hashOf(block: Uint8Array, start: number, length: number): number {
  let hash = 0x811c9dc5;
  const end = start + length;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (block[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
