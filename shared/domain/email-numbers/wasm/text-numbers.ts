import { areSame, hashOf } from './bytes.ts';
import { giveUp, newRegion } from './memory-regions.ts';
import { entryBytes, Texts } from './texts.ts';

const SLOT_BYTES = 4;
const FEWEST_SLOTS = 4096;
/** As long as there are not so many, there are soon to be four times as many: the fewer times they are filled anew. */
const MANY_SLOTS = 262144;
const FREE: i32 = -1;

/** As many texts as are looked for together, so that one need not wait until memory has answered another. */
export const TOGETHER = 64;
const hashesTogether = memory.data(TOGETHER * 4, 8);
const foundTogether = memory.data(TOGETHER * 4, 8);

/** Texts numbered from 0 in the order in which they come, each once. */
@unmanaged
export class TextNumbers {
  texts: Texts;
  /**
   * Numbers, each in the slot of its hash or the next free one. Slots are as many as the mask can tell, which is more
   * than there are numbers: above a number are the bits of its hash that do not tell the slot.
   */
  private slots: usize;
  private mask: i32;

  /** The number of a text, a new one if it has none. */
  add(entry: usize, hash: i32): i32 {
    if (this.slots === 0) this.makeSlots(FEWEST_SLOTS);
    const length = entryBytes(entry);
    const mask = this.mask;
    let slot = hash & mask;
    while (true) {
      const found = load<i32>(this.slots + slot * SLOT_BYTES);
      if (found === FREE) break;
      if (((found ^ hash) & ~mask) === 0 && areSame(this.texts.entryOf(found & mask), entry, length))
        return found & mask;
      slot = (slot + 1) & mask;
    }
    const number = this.texts.add(entry);
    store<i32>(this.slots + slot * SLOT_BYTES, (hash & ~mask) | number);
    if (4 * this.texts.size > 3 * (mask + 1)) this.makeSlots((mask < MANY_SLOTS ? 4 : 2) * (mask + 1));
    return number;
  }

  /**
   * To be called before texts with these hashes are added: brings near what is in memory of those that are known.
   * @param found room for as many numbers.
   */
  foresee(hashes: usize, length: i32, found: usize): void {
    if (this.texts.size === 0) return;
    this.findSlots(hashes, length, found);
    const end = found + length * 4;
    for (let at = found; at < end; at += 4) {
      const slot = load<i32>(at);
      store<usize>(at, this.texts.nearOf(slot === FREE ? 0 : slot & this.mask));
    }
    for (let at = found; at < end; at += 4) store<i32>(at, load<u8>(load<usize>(at)));
  }

  /** What is where texts with these hashes belong. In a loop that does nothing else, memory answers many at once. */
  private findSlots(hashes: usize, length: i32, found: usize): void {
    for (let index = 0; index < length; index++) {
      const slot = load<i32>(hashes + index * 4) & this.mask;
      store<i32>(found + index * 4, load<i32>(this.slots + slot * SLOT_BYTES));
    }
  }

  /** Gives up those there are, if any. */
  private makeSlots(count: i32): void {
    if (this.slots !== 0) giveUp(this.slots, (this.mask + 1) * SLOT_BYTES);
    this.mask = count - 1;
    this.slots = newRegion(count * SLOT_BYTES);
    memory.fill(this.slots, <u8>FREE, count * SLOT_BYTES);
    for (let first = 0; first < this.texts.size; first += TOGETHER) {
      const length = min(TOGETHER, this.texts.size - first);
      for (let index = 0; index < length; index++) {
        const entry = this.texts.entryOf(first + index);
        store<i32>(hashesTogether + index * 4, hashOf(entry, entryBytes(entry)));
      }
      this.findSlots(hashesTogether, length, foundTogether);
      for (let index = 0; index < length; index++)
        this.enter(first + index, load<i32>(hashesTogether + index * 4));
    }
  }

  private enter(number: i32, hash: i32): void {
    const mask = this.mask;
    let slot = hash & mask;
    while (load<i32>(this.slots + slot * SLOT_BYTES) !== FREE) slot = (slot + 1) & mask;
    store<i32>(this.slots + slot * SLOT_BYTES, (hash & ~mask) | number);
  }
}
