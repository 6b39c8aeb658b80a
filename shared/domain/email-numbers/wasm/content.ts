import {
  MOST_CONTENTS,
  MOST_PART_WORDS,
  PART_ACCOUNT,
  PART_ADDRESS,
  PART_BEGINNING,
  PART_END,
  PART_MEMBER,
  PART_NUMBER,
  PART_PIECE,
  PART_SET,
  PART_SET_END,
  PART_TEXT,
} from '../batch.ts';
import { domainFound, find, localLength, localStart } from './addresses.ts';
import { AT_ONCE, lastWord, WORD } from './bytes.ts';
import { entryLength, entryText } from './texts.ts';

// The digest of a content: of its words of 64 bits, one after the other, in two hashes that have nothing in common. A
// text is the number of its bytes, and these.

/** Where JavaScript puts the parts of contents. */
export const parts = memory.data(MOST_PART_WORDS * 4 + <i32>AT_ONCE, 16);
/** Where the digests go. */
export const digests = memory.data(MOST_CONTENTS * 16, 8);

/** Of the words that JavaScript puts. */
const PART_WORD: usize = 4;
const PART_WORD_BITS = 2;
const DIGEST_BITS = 4;

/** Odd, their bits as if by chance: of the golden ratio, and of the roots of 2 and 3. */
const FACTOR: u64 = 0x9e3779b97f4a7c15;
const OTHER_FACTOR: u64 = 0xb504f333f9de6485;
const SEED: u64 = 0xbb67ae8584caa73b;
/** In place of the number of bytes of a text. */
const NOTHING: u64 = ~0;

let hash: u64 = SEED;
let otherHash: u64 = FACTOR;
/** With which each content begins. */
let beginning: u64 = SEED;
let otherBeginning: u64 = FACTOR;
/** Before what is in no order, and the sums of the hashes of each. */
let hashBefore: u64 = 0;
let otherBefore: u64 = 0;
let sum: u64 = 0;
let otherSum: u64 = 0;

/** Goes on with the next parts: so many words. */
export function addParts(words: usize): void {
  const end = parts + (words << PART_WORD_BITS);
  for (let part = parts; part < end; ) part = behind(part);
}

/** Adds a part, and returns where the next one is. */
function behind(part: usize): usize {
  const kind = load<i32>(part);
  const value = part + PART_WORD;
  if (kind === PART_ACCOUNT) return behindAccount(value);
  if (kind === PART_NUMBER) {
    addWord(load<u64>(value));
    return value + WORD;
  }
  if (kind === PART_TEXT || kind === PART_PIECE) return behindText(kind, value);
  if (kind === PART_BEGINNING) return behindBeginning(value);
  if (kind === PART_ADDRESS) addAddress(load<i32>(value));
  else if (kind === PART_MEMBER) addToSet(load<i32>(value));
  else if (kind === PART_END) endContent(load<i32>(value));
  else {
    if (kind === PART_SET) beginSet();
    else if (kind === PART_SET_END) endSet();
    else addWord(NOTHING);
    return value;
  }
  return value + PART_WORD;
}

function behindAccount(value: usize): usize {
  addWord(load<u64>(value));
  addWord(load<u32>(value + WORD));
  const address = load<i32>(value + WORD + PART_WORD);
  if (address < 0) addWord(NOTHING);
  else addAddress(address);
  return value + WORD + 2 * PART_WORD;
}

function behindText(kind: i32, value: usize): usize {
  const length = <usize>load<u32>(value);
  const start = value + PART_WORD;
  if (kind === PART_TEXT) addWord(length);
  addWords(start, length);
  return start + ((length + PART_WORD - 1) & ~(PART_WORD - 1));
}

function behindBeginning(value: usize): usize {
  beginContents();
  const end = behindText(PART_TEXT, value);
  beginning = hash;
  otherBeginning = otherHash;
  return end;
}

/** Forgets what contents begin with, and the parts of one that did not end. */
export function beginContents(): void {
  beginning = SEED;
  otherBeginning = FACTOR;
  beginContent();
}

function beginContent(): void {
  hash = beginning;
  otherHash = otherBeginning;
}

function addWord(word: u64): void {
  hash = rotl((hash ^ word) * FACTOR, 29);
  otherHash = rotl((otherHash + word) * OTHER_FACTOR, 41);
}

function addWords(start: usize, length: usize): void {
  let at: usize = 0;
  for (; at + WORD <= length; at += WORD) addWord(load<u64>(start + at));
  if (at < length) addWord(lastWord(start + at, length - at));
}

/** The address with this number, as what is before its sign and the domain. */
function addAddress(number: i32): void {
  find(number);
  addPart(localStart, localLength);
  addPart(entryText(domainFound), entryLength(domainFound));
}

function addPart(start: usize, length: usize): void {
  addWord(length);
  addWords(start, length);
}

// Of addresses in no order the sum of their digests is what counts.

function beginSet(): void {
  hashBefore = hash;
  otherBefore = otherHash;
  sum = 0;
  otherSum = 0;
}

function addToSet(number: i32): void {
  hash = SEED;
  otherHash = FACTOR;
  addAddress(number);
  sum += mixed(hash);
  otherSum += mixed(otherHash);
}

function endSet(): void {
  hash = hashBefore;
  otherHash = otherBefore;
  addWord(sum);
  addWord(otherSum);
}

function endContent(index: i32): void {
  const digest = digests + ((<usize>index) << DIGEST_BITS);
  store<u64>(digest, mixed(hash));
  store<u64>(digest + WORD, mixed(otherHash));
  beginContent();
}

/** So that each bit depends on all. */
function mixed(value: u64): u64 {
  const product = (value ^ (value >> 32)) * FACTOR;
  const second = (product ^ (product >> 29)) * OTHER_FACTOR;
  return second ^ (second >> 32);
}
