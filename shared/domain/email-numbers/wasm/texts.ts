import { AT_ONCE, copyBytes } from './bytes.ts';
import { BLOCK_BYTES, newBlock, newRegion } from './memory-regions.ts';

// An entry is a byte of the length of a text, and the text, as in `text-bytes.ts`. Before a long one are this byte and
// two of its length.

const LONG: usize = 0xff;
const LONG_HEAD_BYTES: usize = 3;

/** As many texts as follow one another in a block, and of which only the place of the first is kept. */
const GROUP_BITS = 3;
const GROUP_SIZE = 1 << GROUP_BITS;
/** The places of groups are in regions of so many. */
const PART_BITS = 14;
const PART_SIZE = 1 << PART_BITS;
/** More than the memory has room for. */
const MOST_PARTS = 4096;

/** Writes the length of the text that is to follow. Returns where. */
export function beginEntry(entry: usize, length: usize): usize {
  store<u8>(entry, <u8>min(length, LONG));
  if (length < LONG) return entry + 1;
  store<u16>(entry + 1, <u16>length);
  return entry + LONG_HEAD_BYTES;
}

/** Of its text. */
export function entryLength(entry: usize): usize {
  const length = <usize>load<u8>(entry);
  return length < LONG ? length : <usize>load<u16>(entry + 1);
}

/** Where its text is. */
export function entryText(entry: usize): usize {
  return entry + (load<u8>(entry) < LONG ? 1 : LONG_HEAD_BYTES);
}

export function entryBytes(entry: usize): usize {
  return entryText(entry) - entry + entryLength(entry);
}

/** Texts numbered from 0 in the order in which they come. All of it is zero at first, but for `parts`. */
@unmanaged
export class Texts {
  size: i32;
  /** Where the next entry goes, and where its block ends. */
  next: usize;
  end: usize;
  /** Where the regions are that have the places of groups. */
  parts: usize;

  /** Returns the number of the text. */
  add(entry: usize): i32 {
    const length = entryBytes(entry);
    if (this.next + length + AT_ONCE > this.end) this.openBlock();
    const number = this.size++;
    if (number % GROUP_SIZE === 0) this.beginGroup(number >> GROUP_BITS);
    copyBytes(this.next, entry, length);
    this.next += length;
    return number;
  }

  /** The entries of the group that is begun move along, so that it is in one block. */
  private openBlock(): void {
    const block = newBlock();
    let moved: usize = 0;
    if (this.size % GROUP_SIZE !== 0) {
      const group = this.size >> GROUP_BITS;
      const start = this.startOf(group);
      moved = this.next - start;
      memory.copy(block, start, moved);
      store<usize>(this.placeOf(group), block);
    }
    this.next = block + moved;
    this.end = block + BLOCK_BYTES;
  }

  private beginGroup(group: i32): void {
    if (group % PART_SIZE === 0)
      store<usize>(
        this.parts + (group >> PART_BITS) * sizeof<usize>(),
        newRegion(PART_SIZE * sizeof<usize>()),
      );
    store<usize>(this.placeOf(group), this.next);
  }

  private placeOf(group: i32): usize {
    const part = load<usize>(this.parts + (group >> PART_BITS) * sizeof<usize>());
    return part + (group % PART_SIZE) * sizeof<usize>();
  }

  private startOf(group: i32): usize {
    return load<usize>(this.placeOf(group));
  }

  /** Where the first entry of its group is. */
  nearOf(number: i32): usize {
    return this.startOf(number >> GROUP_BITS);
  }

  entryOf(number: i32): usize {
    let entry = this.nearOf(number);
    for (let before = number % GROUP_SIZE; before > 0; before--) entry += entryBytes(entry);
    return entry;
  }
}

export const PARTS_BYTES = MOST_PARTS * 4;
