import { ANYTHING, UNREAD } from '../tape-format.ts';
import { afterText, areSame, byteAt, COLON, QUOTE, skipSpace, UNUSUAL } from './plain-json.ts';

/** A key that records were seen to have. */
@unmanaged
export class Key {
  /** As in most files: in quotes, the colon right behind it. */
  bytes: usize;
  length: usize;
  /** Its place among the keys that are read; UNREAD for any other. */
  number: i32;
  /** What the value must be of a key that is not read. */
  kind: i32;
  /** Whether addresses are under it. */
  hasAddresses: bool;
  /** The number of the last object that was seen to have it: as a key of the record, or of an object within. */
  seenIn: u32;
  seenWithin: u32;
}

/** No format has nearly as many keys, or as long ones. */
const MAX_KEYS = 256;
const MAX_KEY_BYTES: usize = 16384;

const keys = memory.data(MAX_KEYS * offsetof<Key>(), 8);
const keyBytes = memory.data(<i32>MAX_KEY_BYTES);
let known = 0;
let usedBytes: usize = 0;

/** By position among the keys of a record, and of an object within: the key that was last seen there, or null. */
const order = memory.data((MAX_KEYS + 1) * sizeof<usize>(), 8);
const orderWithin = memory.data((MAX_KEYS + 1) * sizeof<usize>(), 8);

export function expected(position: i32): Key | null {
  return load<Key | null>(order + position * sizeof<usize>());
}

export function expect(key: Key, position: i32): void {
  store<Key>(order + position * sizeof<usize>(), key);
}

export function expectedWithin(position: i32): Key | null {
  return load<Key | null>(orderWithin + position * sizeof<usize>());
}

export function expectWithin(key: Key, position: i32): void {
  store<Key>(orderWithin + position * sizeof<usize>(), key);
}

/** The key that was found last. */
export let found: Key = changetype<Key>(keys);

/** Behind a key and its colon. Records repeat their keys in one order, so the expected one is tried first. */
export function afterKey(start: usize, expected: Key | null): usize {
  if (expected !== null && areSame(start, expected.bytes, expected.length)) {
    found = expected;
    return start + expected.length;
  }
  return afterAnyKey(skipSpace(start));
}

function afterAnyKey(start: usize): usize {
  const end = byteAt(start) === QUOTE ? afterText(start + 1) : UNUSUAL;
  if (end === UNUSUAL || !find(start, end - start)) return UNUSUAL;
  const colon = skipSpace(end);
  return byteAt(colon) === COLON ? colon + 1 : UNUSUAL;
}

/** Of a key in quotes. False when there are too many different keys. */
function find(start: usize, length: usize): bool {
  for (let index = 0; index < known; index++) {
    const key = keyAt(index);
    if (key.length === length + 1 && areSame(key.bytes, start, length)) {
      found = key;
      return true;
    }
  }
  if (known === MAX_KEYS || usedBytes + length + 1 > MAX_KEY_BYTES) return false;
  memory.copy(roomForKey(), start, length);
  found = add(length + 1, UNREAD, ANYTHING);
  return true;
}

function keyAt(index: i32): Key {
  return changetype<Key>(keys + index * offsetof<Key>());
}

/** Where the bytes of a key may be written before it is added. */
export function roomForKey(): usize {
  return keyBytes + usedBytes;
}

/** The key in quotes that was written, `length` being one more: the colon is written here. */
function add(length: usize, number: i32, kind: i32): Key {
  const key = keyAt(known++);
  key.bytes = roomForKey();
  key.length = length;
  key.number = number;
  key.kind = kind;
  store<u8>(key.bytes + length - 1, <u8>COLON);
  usedBytes += length;
  return key;
}

/** The key in quotes, of so many bytes, that was written where there was room. */
export function addKey(length: i32, number: i32, kind: i32, hasAddresses: bool): void {
  add(length + 1, number, kind).hasAddresses = hasAddresses;
}
