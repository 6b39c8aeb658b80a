import { MESSAGE_ROOM, MOST_MESSAGES } from '../batch.ts';

// SHA-256 of short messages, as FIPS 180-4 has it, of four of them at once: one in each lane of the words. That of Node
// needs a string of each, and to be called takes it as long as to compute.

const BLOCK_BYTES: usize = 64;
const LENGTH_BYTES: usize = 8;
const WORD = 4;
/** Bytes of a word of all lanes. */
const LANES = 16;
const STATE_WORDS = 8;
const HASH_WORDS = 4;
const HASH_BYTES = 16;
const SCHEDULE_WORDS = 64;

/** Where messages are to be, each in its room. */
export const messages = memory.data(MOST_MESSAGES * MESSAGE_ROOM, 16);
/** How many bytes each has. */
export const lengths = memory.data(MOST_MESSAGES * 4, 8);
/** Where the first 128 bits of their hashes go. */
export const hashes = memory.data(MOST_MESSAGES * 16, 16);

const CONSTANTS = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);
const FIRST_STATE = memory.data<u32>([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);
/** Words of all lanes. */
const schedule = memory.data(SCHEDULE_WORDS * LANES, 16);
const state = memory.data(STATE_WORDS * LANES, 16);
/** How many blocks the message of each lane has. */
const blocks = memory.data(LANES, 16);

/** Of so many messages. */
export function sha256(count: i32): void {
  let most = 0;
  for (let index = 0; index < MOST_MESSAGES; index++) {
    const message = messages + index * MESSAGE_ROOM;
    const ofMessage = index < count ? fillUp(message, load<i32>(lengths + index * WORD)) : 0;
    store<i32>(blocks + index * WORD, ofMessage);
    most = max(most, ofMessage);
  }
  for (let word = 0; word < STATE_WORDS; word++)
    v128.store(state + word * LANES, v128.load_splat<u32>(FIRST_STATE + word * WORD));
  for (let block = 0; block < most; block++) addBlock(block);
  putWords();
}

/** A bit, zeros, and the number of bits. Returns how many blocks it has. */
function fillUp(message: usize, length: usize): i32 {
  const filled = (length + LENGTH_BYTES) / BLOCK_BYTES + 1;
  const behind = message + length;
  const end = message + filled * BLOCK_BYTES;
  memory.fill(behind, 0, end - behind);
  store<u8>(behind, 0x80);
  store<u64>(end - LENGTH_BYTES, bswap<u64>((<u64>length) << 3));
  return <i32>filled;
}

function addBlock(block: i32): void {
  makeSchedule(messages + block * <i32>BLOCK_BYTES);
  let a = wordOf(0);
  let b = wordOf(1);
  let c = wordOf(2);
  let d = wordOf(3);
  let e = wordOf(4);
  let f = wordOf(5);
  let g = wordOf(6);
  let h = wordOf(7);
  for (let round = 0; round < SCHEDULE_WORDS; round++) {
    const constant = v128.load_splat<u32>(CONSTANTS + round * WORD);
    const sumOfE = v128.xor(v128.xor(rotated(e, 6), rotated(e, 11)), rotated(e, 25));
    const choice = v128.bitselect(f, g, e);
    const added = i32x4.add(constant, v128.load(schedule + round * LANES));
    const first = i32x4.add(i32x4.add(h, added), i32x4.add(sumOfE, choice));
    const sumOfA = v128.xor(v128.xor(rotated(a, 2), rotated(a, 13)), rotated(a, 22));
    const majority = v128.bitselect(c, a, v128.xor(a, b));
    h = g;
    g = f;
    f = e;
    e = i32x4.add(d, first);
    d = c;
    c = b;
    b = a;
    a = i32x4.add(first, i32x4.add(sumOfA, majority));
  }
  const isPart = i32x4.gt_s(v128.load(blocks), i32x4.splat(block));
  addTo(0, a, isPart);
  addTo(1, b, isPart);
  addTo(2, c, isPart);
  addTo(3, d, isPart);
  addTo(4, e, isPart);
  addTo(5, f, isPart);
  addTo(6, g, isPart);
  addTo(7, h, isPart);
}

function wordOf(word: i32): v128 {
  return v128.load(state + word * LANES);
}

/** In the lanes of messages that have this block. */
function addTo(word: i32, added: v128, isPart: v128): void {
  v128.store(state + word * LANES, i32x4.add(wordOf(word), v128.and(added, isPart)));
}

function rotated(value: v128, by: i32): v128 {
  return v128.or(i32x4.shr_u(value, by), i32x4.shl(value, 32 - by));
}

/** @param start of the block of the first message. */
function makeSchedule(start: usize): void {
  for (let at = 0; at < <i32>BLOCK_BYTES; at += WORD) {
    const block = start + at;
    let words = v128.load_zero<u32>(block);
    words = v128.load_lane<u32>(block + MESSAGE_ROOM, words, 1);
    words = v128.load_lane<u32>(block + 2 * MESSAGE_ROOM, words, 2);
    words = v128.load_lane<u32>(block + 3 * MESSAGE_ROOM, words, 3);
    v128.store(schedule + at * 4, swapped(words));
  }
  for (let at = schedule + 16 * LANES; at < schedule + SCHEDULE_WORDS * LANES; at += LANES) {
    const early = v128.load(at - 15 * LANES);
    const late = v128.load(at - 2 * LANES);
    const sumOfEarly = v128.xor(v128.xor(rotated(early, 7), rotated(early, 18)), i32x4.shr_u(early, 3));
    const sumOfLate = v128.xor(v128.xor(rotated(late, 17), rotated(late, 19)), i32x4.shr_u(late, 10));
    const before = i32x4.add(v128.load(at - 16 * LANES), v128.load(at - 7 * LANES));
    v128.store(at, i32x4.add(before, i32x4.add(sumOfEarly, sumOfLate)));
  }
}

/** The bytes of each word the other way round. */
function swapped(words: v128): v128 {
  return i8x16.shuffle(words, words, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
}

function putWords(): void {
  for (let word = 0; word < HASH_WORDS; word++) {
    const words = swapped(wordOf(word));
    const to = hashes + word * WORD;
    v128.store_lane<u32>(to, words, 0);
    v128.store_lane<u32>(to + HASH_BYTES, words, 1);
    v128.store_lane<u32>(to + 2 * HASH_BYTES, words, 2);
    v128.store_lane<u32>(to + 3 * HASH_BYTES, words, 3);
  }
}
