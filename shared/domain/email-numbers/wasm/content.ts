import { MOST_TEXT_BYTES } from '../batch.ts';
import { domainFound, find, localLength, localStart } from './addresses.ts';
import { AT_ONCE, lastWord, WORD } from './bytes.ts';
import { entryLength, entryText } from './texts.ts';

// The digest of a content: of its words of 64 bits, one after the other, in two hashes that have nothing in common. A
// text is the number of its bytes, and these.

/** Where JavaScript puts the bytes of a text. */
export const text = memory.data(MOST_TEXT_BYTES + <i32>AT_ONCE, 16);
/** Where the digest goes. */
export const digest = memory.data(16, 8);

/** Odd, their bits as if by chance: of the golden ratio, and of the roots of 2 and 3. */
const FACTOR: u64 = 0x9e3779b97f4a7c15;
const OTHER_FACTOR: u64 = 0xb504f333f9de6485;
const SEED: u64 = 0xbb67ae8584caa73b;
/** In place of the number of bytes of a text. */
const NOTHING: u64 = ~0;

let hash: u64 = 0;
let otherHash: u64 = 0;
/** Before what is in no order, and the sums of the hashes of each. */
let hashBefore: u64 = 0;
let otherBefore: u64 = 0;
let sum: u64 = 0;
let otherSum: u64 = 0;

export function beginContent(): void {
  hash = SEED;
  otherHash = FACTOR;
}

function addWord(word: u64): void {
  hash = rotl((hash ^ word) * FACTOR, 29);
  otherHash = rotl((otherHash + word) * OTHER_FACTOR, 41);
}

/** @param value a whole number, a safe one. */
export function addNumber(value: f64): void {
  addWord(<u64>(<i64>value));
}

/** In place of a text. */
export function addNothing(): void {
  addWord(NOTHING);
}

/** The text of so many bytes. */
export function addText(length: i32): void {
  addWord(length);
  addBytes(length);
}

/** The same bytes as part of a longer text. */
export function addBytes(length: i32): void {
  addWords(text, length);
}

function addWords(start: usize, length: usize): void {
  let at: usize = 0;
  for (; at + WORD <= length; at += WORD) addWord(load<u64>(start + at));
  if (at < length) addWord(lastWord(start + at, length - at));
}

/** The address with this number, as what is before its sign and the domain. */
export function addAddress(number: i32): void {
  find(number);
  addPart(localStart, localLength);
  addPart(entryText(domainFound), entryLength(domainFound));
}

function addPart(start: usize, length: usize): void {
  addWord(length);
  addWords(start, length);
}

// Of addresses in no order the sum of their digests is what counts.

export function beginSet(): void {
  hashBefore = hash;
  otherBefore = otherHash;
  sum = 0;
  otherSum = 0;
}

export function addToSet(number: i32): void {
  beginContent();
  addAddress(number);
  sum += mixed(hash);
  otherSum += mixed(otherHash);
}

export function endSet(): void {
  hash = hashBefore;
  otherHash = otherBefore;
  addWord(sum);
  addWord(otherSum);
}

export function endContent(): void {
  store<u64>(digest, mixed(hash));
  store<u64>(digest + WORD, mixed(otherHash));
}

/** So that each bit depends on all. */
function mixed(value: u64): u64 {
  const product = (value ^ (value >> 32)) * FACTOR;
  const second = (product ^ (product >> 29)) * OTHER_FACTOR;
  return second ^ (second >> 32);
}
