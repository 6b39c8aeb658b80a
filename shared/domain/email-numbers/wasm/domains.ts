import { MOST_BYTES_OF_ONE } from '../batch.ts';
import { areSame, copyBytes, hashOf } from './bytes.ts';
import { TextNumbers } from './text-numbers.ts';
import { beginEntry, PARTS_BYTES, Texts } from './texts.ts';

// The domains of addresses: these share a few of them.

/** By length of a domain: as many are remembered. */
const REMEMBERED = 64;
const NOTHING: i32 = -1;
/** Its length takes three, and what is copied at once sixteen. */
const ENTRY_ROOM = MOST_BYTES_OF_ONE + 32;

const numbers = changetype<TextNumbers>(memory.data(offsetof<TextNumbers>(), 8));
const texts = changetype<Texts>(memory.data(offsetof<Texts>(), 8));
numbers.texts = texts;
texts.parts = memory.data(PARTS_BYTES, 8);

const entry = memory.data(ENTRY_ROOM, 16);
/** The number of the one that came last of those of a length. */
const last = memory.data(REMEMBERED * 4, 8);
memory.fill(last, <u8>NOTHING, REMEMBERED * 4);

/** The number of a domain that is normalized, a new one if it has none. */
export function domainNumber(start: usize, end: usize): i32 {
  const length = end - start;
  const text = beginEntry(entry, length);
  copyBytes(text, start, length);
  const place = last + (length % REMEMBERED) * 4;
  const known = load<i32>(place);
  const bytes = text - entry + length;
  if (known !== NOTHING && areSame(texts.entryOf(known), entry, bytes)) return known;
  const number = numbers.add(entry, hashOf(entry, bytes));
  store<i32>(place, number);
  return number;
}

export function domainEntry(number: i32): usize {
  return texts.entryOf(number);
}
