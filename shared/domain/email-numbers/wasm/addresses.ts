import { NO_SIGN, UNCOMMON } from '../../address-format.ts';
import { MOST_ADDRESSES, MOST_BYTES, MOST_BYTES_OF_ONE } from '../batch.ts';
import { AT_ONCE, copyBytes, hashOf } from './bytes.ts';
import { domainEntry, domainNumber } from './domains.ts';
import { TextNumbers, TOGETHER } from './text-numbers.ts';
import { beginEntry, entryLength, entryText, PARTS_BYTES, Texts } from './texts.ts';

// Addresses are given as JavaScript has them (`PreparedAddresses`): the bytes in lower case, and of each where it
// begins and ends and where its sign is. Behind those that come together is room for a single one.

export const bytes = memory.data(MOST_BYTES + MOST_BYTES_OF_ONE + <i32>AT_ONCE, 16);
export const starts = memory.data((MOST_ADDRESSES + 1) * 4, 8);
export const ends = memory.data((MOST_ADDRESSES + 1) * 4, 8);
export const signs = memory.data((MOST_ADDRESSES + 1) * 4, 8);
/** What they are numbered: NO_NUMBER for what is no address. */
export const numbers = memory.data((MOST_ADDRESSES + 1) * 4, 8);

const NO_NUMBER: i32 = -1;
const SIGN: u8 = 0x40;

const known = changetype<TextNumbers>(memory.data(offsetof<TextNumbers>(), 8));
const texts = changetype<Texts>(memory.data(offsetof<Texts>(), 8));
known.texts = texts;
texts.parts = memory.data(PARTS_BYTES, 8);

/** The number of its domain and its length take a few bytes. */
const ENTRY_ROOM = MOST_BYTES_OF_ONE + 16;
const entries = memory.data(TOGETHER * ENTRY_ROOM, 16);
/** Of those together that are addresses, one behind the other: where each entry is, and its hash. */
const places = memory.data(TOGETHER * sizeof<usize>(), 8);
const hashes = memory.data(TOGETHER * 4, 8);
const found = memory.data(TOGETHER * 4, 8);

/** A byte has seven bits of the number of a domain; all but the first byte are marked. */
const DIGIT_BITS = 7;
const MARK = 1 << DIGIT_BITS;

export function size(): i32 {
  return texts.size;
}

/**
 * Numbers the addresses from one on up to the first that is uncommon, and returns which that is, or `length`.
 * @param offset by which the places of bytes are larger than here.
 */
export function add(from: i32, length: i32, offset: usize): i32 {
  for (let first = from; first < length; first += TOGETHER) {
    const end = min(first + TOGETHER, length);
    known.foresee(hashes, writeEntries(first, end, bytes - offset), found);
    let place = 0;
    for (let index = first; index < end; index++) {
      const sign = load<i32>(signs + index * 4);
      if (sign === UNCOMMON) return index;
      store<i32>(numbers + index * 4, sign === NO_SIGN ? NO_NUMBER : addEntry(place++));
    }
  }
  return length;
}

function addEntry(place: i32): i32 {
  return known.add(load<usize>(places + place * sizeof<usize>()), load<i32>(hashes + place * 4));
}

/** Returns how many of them are addresses. */
function writeEntries(first: i32, end: i32, bytes: usize): i32 {
  let entry = entries;
  let place = 0;
  for (let index = first; index < end; index++) {
    if (load<i32>(signs + index * 4) < 0) continue;
    const behind = writeEntry(entry, index, bytes);
    store<usize>(places + place * sizeof<usize>(), entry);
    store<i32>(hashes + place * 4, hashOf(entry, behind - entry));
    place += 1;
    entry = behind;
  }
  return place;
}

/** What is before the sign, and the number of the domain. Returns where the entry ends. */
function writeEntry(entry: usize, index: i32, bytes: usize): usize {
  const start = bytes + load<i32>(starts + index * 4);
  const sign = bytes + load<i32>(signs + index * 4);
  const domain = domainNumber(sign + 1, bytes + load<i32>(ends + index * 4));
  let shift = shiftOf(domain);
  const local = sign - start;
  const text = beginEntry(entry, local + shift / DIGIT_BITS + 1);
  copyBytes(text, start, local);
  let at = text + local;
  for (let mark = 0; shift >= 0; shift -= DIGIT_BITS, mark = MARK)
    store<u8>(at++, <u8>(((domain >>> shift) & (MARK - 1)) | mark));
  return at;
}

/** By how many bits the first byte of a domain's number is shifted. */
function shiftOf(domain: i32): i32 {
  let shift = 0;
  while (domain >>> shift >= MARK) shift += DIGIT_BITS;
  return shift;
}

/** Of the address that was found last: what is before its sign, and the entry of its domain. */
export let localStart: usize = 0;
export let localLength: usize = 0;
export let domainFound: usize = 0;

export function find(number: i32): void {
  const entry = texts.entryOf(number);
  const start = entryText(entry);
  const end = start + entryLength(entry);
  let behind = end - 1;
  while (<i32>load<u8>(behind) >= MARK) behind -= 1;
  localStart = start;
  localLength = behind - start;
  domainFound = domainEntry(numberAt(behind, end));
}

/** Writes the text of an address. Returns where it ends. */
export function putAddress(place: usize, number: i32): usize {
  find(number);
  const sign = place + localLength;
  const length = entryLength(domainFound);
  copyBytes(place, localStart, localLength);
  store<u8>(sign, SIGN);
  copyBytes(sign + 1, entryText(domainFound), length);
  return sign + 1 + length;
}

/** The number of a domain that is written at a place. */
function numberAt(start: usize, end: usize): i32 {
  let number = 0;
  for (let at = start; at < end; at++) number = (number << DIGIT_BITS) | (load<u8>(at) & (MARK - 1));
  return number;
}
