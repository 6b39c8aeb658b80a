import { NumbersBuilder } from './numbers-builder.ts';
import { release } from './release.ts';
import { NO_TEXT, TextList } from './text-list.ts';

const FEWEST_SLOTS = 1024;
const FREE = NO_TEXT;
/** As many texts at once as can be foreseen. */
const FORESEEN = 64;
const NO_SLOTS = new Int32Array();

/**
 * Texts numbered from 0 in the order in which they come, each once: who groups or compares them works on whole
 * numbers.
 */
export class TextNumbers {
  /** By number. */
  readonly texts = new TextList();
  /**
   * Numbers, each in the slot of its hash or the next free one. Slots are as many as their lowest bits can tell, which
   * is more than there are numbers: above a number are the bits of its hash that do not tell the slot.
   */
  #slots = new Int32Array(FEWEST_SLOTS).fill(FREE);
  /** By number. Slots are filled from them when there are to be more, so that no text is hashed again. */
  readonly #hashes = new NumbersBuilder(Int32Array);

  /** Room for what `foresee` looks at. */
  readonly #foreseen = new Int32Array(FORESEEN);

  get size(): number {
    return this.texts.size;
  }

  /** Gives back a third of the memory. No text can be added or looked for any more; numbers keep their texts. */
  end(): void {
    if (this.#slots === NO_SLOTS) return;
    release(this.#slots);
    this.#hashes.release();
    this.#slots = NO_SLOTS;
  }

  /** Gives back all of it. No text is to be had any more. */
  release(): void {
    this.end();
    this.texts.release();
  }

  /**
   * The number of the text, a new one if it has none.
   * @throws {RangeError} for a text that is too long, or once numbering has ended.
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
    for (let index = 0; index < length; index++) {
      const slot = slots[(hashes[index] ?? 0) & mask] ?? FREE;
      this.#foreseen[index] = slot === FREE ? NO_TEXT : slot & mask;
    }
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
    this.#hashes.add(hash);
    this.#slots[slot] = filled(hash, number, this.#slots.length - 1);
    if (4 * this.size > 3 * this.#slots.length) this.#makeSlots();
    return number;
  }

  /** Where among the slots the text that was written is, or belongs. */
  #slotOf(hash: number, length: number): number {
    if (this.#slots === NO_SLOTS) throw new RangeError('texts are no longer numbered here');
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const found = slots[slot] ?? FREE;
      if (found === FREE) return slot;
      if (((found ^ hash) & ~mask) === 0 && this.texts.isWritten(found & mask, length)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #numberIn(slot: number): number {
    const found = this.#slots[slot] ?? FREE;
    return found === FREE ? NO_TEXT : found & (this.#slots.length - 1);
  }

  /** In place of those there are, which are given back before. */
  #makeSlots(): void {
    release(this.#slots);
    let length = FEWEST_SLOTS;
    while (4 * this.size > 3 * length) length *= 2;
    const slots = new Int32Array(length).fill(FREE);
    const mask = length - 1;
    for (let number = 0; number < this.size; number++) {
      const hash = this.#hashes.at(number);
      let slot = hash & mask;
      while (slots[slot] !== FREE) slot = (slot + 1) & mask;
      slots[slot] = filled(hash, number, mask);
    }
    this.#slots = slots;
  }
}

/** What a slot holds. It is never FREE: no number has all bits of the mask. */
function filled(hash: number, number: number, mask: number): number {
  return (hash & ~mask) | number;
}
