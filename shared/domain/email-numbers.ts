import { type Email, MAX_EMAIL_LENGTH, normalizeEmail } from './email.ts';
import { grown } from './grown.ts';

/** In place of the number of an address. */
export const NO_EMAIL = -1;

const FEWEST_SLOTS = 1024;
const FREE = -1;

/** Bytes are kept in blocks, so that none is copied when more come. No address goes on in the next one. */
const BLOCK_BITS = 16;
const BLOCK_BYTES = 1 << BLOCK_BITS;

const LENGTH_BYTES = 2;
/** A character of UTF-16 is at most three bytes of UTF-8. */
const MAX_ADDRESS_BYTES = 3 * MAX_EMAIL_LENGTH;
const NO_BYTES = new Uint8Array();

const SPACE = 0x20;
const AT = 0x40;
const [CAPITAL_A, CAPITAL_Z] = [0x41, 0x5a] as const;
const TO_LOWER_CASE = 0x20;
const DELETE = 0x7f;

/**
 * Addresses numbered from 0 in the order in which they come, each once: who groups or compares them works on whole
 * numbers. Kept as bytes in typed arrays, in a third of the memory of texts and out of sight of the garbage collector,
 * and read from the bytes of a file without a text being made. Numbers are never taken back.
 */
export class EmailNumbers {
  readonly #blocks: Uint8Array[] = [new Uint8Array(BLOCK_BYTES)];
  /** In the last block. */
  #nextPlace = LENGTH_BYTES;
  #size = 0;
  /** By number: block and place in it where the address is, behind two bytes of its length. */
  #places = new Uint32Array(FEWEST_SLOTS / 2);
  /** Hash and number, side by side, in the slot of the hash or the next free one: most look-ups touch nothing else. */
  #slots = new Int32Array(2 * FEWEST_SLOTS).fill(FREE);

  get size(): number {
    return this.#size;
  }

  /** The number of the address, a new one if it has none. */
  add(email: Email): number {
    const block = this.#blockWithRoom();
    return this.#add(block, writeText(email, block, this.#nextPlace));
  }

  /**
   * The number of the address that these bytes hold, UTF-8, once normalized; NO_EMAIL when they hold none.
   * The same as `normalizeEmail` and `add`, without a text for what nearly every address is: printable ASCII.
   */
  addBytes(bytes: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (length > MAX_EMAIL_LENGTH) return this.#addUncommon(bytes, start, end);
    const block = this.#blockWithRoom();
    const first = this.#nextPlace;
    let at = NO_EMAIL;
    for (let index = 0; index < length; index++) {
      let byte = bytes[start + index] ?? 0;
      if (byte <= SPACE || byte >= DELETE) return this.#addUncommon(bytes, start, end);
      if (byte === AT) {
        if (at !== NO_EMAIL) return NO_EMAIL;
        at = index;
      } else if (byte >= CAPITAL_A && byte <= CAPITAL_Z) byte |= TO_LOWER_CASE;
      block[first + index] = byte;
    }
    return at > 0 && at < length - 1 ? this.#add(block, length) : NO_EMAIL;
  }

  #addUncommon(bytes: Uint8Array, start: number, end: number): number {
    const email = normalizeEmail(decoder.decode(bytes.subarray(start, end)));
    return email === null ? NO_EMAIL : this.add(email);
  }

  /** NO_EMAIL for an address that was not added. */
  numberOf(email: Email): number {
    const block = this.#blockWithRoom();
    const length = writeText(email, block, this.#nextPlace);
    return this.#slots[this.#slotOf(hashOf(block, this.#nextPlace, length), block, length) + 1] ?? NO_EMAIL;
  }

  /** By the numbers of others: the numbers that their addresses have here, new ones for those that had none. */
  numbersOf(others: EmailNumbers): Int32Array {
    return Int32Array.from({ length: others.size }, (_, number) => this.add(others.at(number)));
  }

  /** @throws {RangeError} for a number that no address has. */
  at(number: number): Email {
    if (number < 0 || number >= this.#size) throw new RangeError(`no address has the number ${number}`);
    const place = this.#places[number] ?? 0;
    const start = place & (BLOCK_BYTES - 1);
    const block = this.#blocks[place >>> BLOCK_BITS] ?? NO_BYTES;
    return decoder.decode(block.subarray(start, start + lengthAt(block, start))) as Email;
  }

  /** The address that lies in the next place, which becomes its own unless it has one already. */
  #add(block: Uint8Array, length: number): number {
    const place = this.#nextPlace;
    const hash = hashOf(block, place, length);
    const slot = this.#slotOf(hash, block, length);
    const known = this.#slots[slot + 1] ?? FREE;
    if (known !== FREE) return known;
    const number = this.#size++;
    if (number === this.#places.length) this.#places = grown(this.#places);
    this.#places[number] = ((this.#blocks.length - 1) << BLOCK_BITS) | place;
    block[place - 2] = length;
    block[place - 1] = length >>> 8;
    this.#nextPlace = place + length + LENGTH_BYTES;
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = number;
    if (3 * this.#slots.length < 8 * this.#size) this.#addSlots();
    return number;
  }

  #blockWithRoom(): Uint8Array {
    const last = this.#blocks.at(-1);
    if (last !== undefined && this.#nextPlace + MAX_ADDRESS_BYTES <= BLOCK_BYTES) return last;
    const block = new Uint8Array(BLOCK_BYTES);
    this.#blocks.push(block);
    this.#nextPlace = LENGTH_BYTES;
    return block;
  }

  /** Where among the slots the address that lies in the next place is, or belongs. */
  #slotOf(hash: number, block: Uint8Array, length: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (;;) {
      const number = slots[slot + 1] ?? FREE;
      if (number === FREE || (slots[slot] === hash && this.#isEqual(number, block, length))) return slot;
      slot = (slot + 2) & mask;
    }
  }

  #isEqual(number: number, block: Uint8Array, length: number): boolean {
    const place = this.#places[number] ?? 0;
    const known = this.#blocks[place >>> BLOCK_BITS] ?? NO_BYTES;
    const start = place & (BLOCK_BYTES - 1);
    if (lengthAt(known, start) !== length) return false;
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
      const [hash, number] = [old[from] ?? 0, old[from + 1] ?? FREE];
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
// A byte order mark within an address is a character of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** How many bytes were written. */
function writeText(text: string, block: Uint8Array, start: number): number {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= DELETE) return encoder.encodeInto(text, block.subarray(start)).written;
    block[start + index] = code;
  }
  return text.length;
}

/** FNV-1a, its bits mixed, since low ones choose the slot. */
function hashOf(block: Uint8Array, start: number, length: number): number {
  let hash = 0x811c9dc5;
  const end = start + length;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (block[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
