import { release } from './release.ts';
import { NO_TEXT, TextList } from './text-list.ts';

const FEWEST_SLOTS = 1024;
const FREE = NO_TEXT;
/** As many texts at once as can be foreseen. */
export const FORESEEN = 64;
const NO_SLOTS = new Int32Array();

/**
 * Texts numbered from 0 in the order in which they come, each once: who groups or compares them works on whole
 * numbers.
 */
export class TextNumbers {
  /** By number. */
  readonly texts = new TextList();
  /** Hash and number, side by side, in the slot of the hash or the next free one: most look-ups touch nothing else. */
  #slots = new Int32Array(2 * FEWEST_SLOTS).fill(FREE);

  /** Room for what `foresee` looks at. */
  readonly #foreseen = new Int32Array(FORESEEN);

  get size(): number {
    return this.texts.size;
  }

  /** Gives back a third of the memory, until a text is added or looked for: then that takes a while. */
  rest(): void {
    if (this.#slots !== NO_SLOTS) release(this.#slots);
    this.#slots = NO_SLOTS;
  }

  /** Gives back all of it. No text is to be had any more. */
  release(): void {
    this.rest();
    this.texts.release();
  }

  /**
   * The number of the text, a new one if it has none.
   * @throws {RangeError} for a text that is too long
   */
  add(text: string): number {
    const length = this.texts.write(text);
    return this.addWritten(length, this.texts.hashOfWritten(length));
  }

  /** NO_TEXT for a text that was not added. */
  numberOf(text: string): number {
    const length = this.texts.write(text);
    return this.#numberIn(this.#slotOf(this.texts.hashOfWritten(length), length));
  }

  /** @throws {RangeError} for a number that no text has. */
  at(number: number): string {
    return this.texts.at(number);
  }

  /**
   * To be called before texts with these hashes are added: brings near what is in memory of those that are known.
   * @param hashes mixed. @param length how many, FORESEEN at most.
   */
  foresee(hashes: Int32Array, length: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    if (mask < 0) return;
    for (let index = 0; index < length; index++)
      this.#foreseen[index] = slots[(((hashes[index] ?? 0) << 1) & mask) + 1] ?? FREE;
    this.texts.firstBytes(this.#foreseen, length);
  }

  /**
   * The number of the text of so many bytes that was written where there was room, a new one if it has none.
   * @param hash of its bytes, mixed
   */
  addWritten(length: number, hash: number): number {
    const slot = this.#slotOf(hash, length);
    const known = this.#numberIn(slot);
    return known === NO_TEXT ? this.#addAt(slot, hash, length) : known;
  }

  /** The same for a text that has no number yet; NO_TEXT for one that has. */
  addNewWritten(length: number, hash: number): number {
    const slot = this.#slotOf(hash, length);
    return this.#numberIn(slot) === NO_TEXT ? this.#addAt(slot, hash, length) : NO_TEXT;
  }

  #addAt(slot: number, hash: number, length: number): number {
    const number = this.texts.addWritten(length);
    this.#slots[slot] = hash;
    this.#slots[slot + 1] = number;
    if (8 * this.size > 3 * this.#slots.length) this.#addSlots();
    return number;
  }

  /** Where among the slots the text that was written is, or belongs. */
  #slotOf(hash: number, length: number): number {
    if (this.#slots === NO_SLOTS) this.#enterAll();
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (;;) {
      const number = slots[slot + 1] ?? FREE;
      if (number === FREE || (slots[slot] === hash && this.texts.isWritten(number, length))) return slot;
      slot = (slot + 2) & mask;
    }
  }

  #numberIn(slot: number): number {
    return this.#slots[slot + 1] ?? NO_TEXT;
  }

  #addSlots(): void {
    const old = this.#slots;
    const slots = new Int32Array(2 * old.length).fill(FREE);
    for (let from = 0; from < old.length; from += 2) {
      const number = old[from + 1] ?? FREE;
      if (number !== FREE) enter(slots, old[from] ?? 0, number);
    }
    this.#slots = slots;
    release(old);
  }

  #enterAll(): void {
    let length = 2 * FEWEST_SLOTS;
    while (8 * this.size > 3 * length) length *= 2;
    this.#slots = new Int32Array(length).fill(FREE);
    for (let number = 0; number < this.size; number++) enter(this.#slots, this.texts.hashAt(number), number);
  }
}

function enter(slots: Int32Array, hash: number, number: number): void {
  const mask = slots.length - 1;
  let slot = (hash << 1) & mask;
  while (slots[slot + 1] !== FREE) slot = (slot + 2) & mask;
  slots[slot] = hash;
  slots[slot + 1] = number;
}
