import { MOST_MESSAGE_BYTES } from '../batch.ts';
import { domainFound, find, localLength, localStart } from './addresses.ts';
import { copyBytes } from './bytes.ts';
import { entryLength, entryText } from './texts.ts';

// SHA-256 of short messages, as FIPS 180-4 has it. That of Node needs a string of each, and to be called takes it as long
// as to compute.

const SIGN: u8 = 0x40;
const BLOCK_BYTES: usize = 64;
const LENGTH_BYTES: usize = 8;
const WORD: usize = 4;
const SCHEDULE_BYTES: usize = 256;

/** Where a message is to be, and behind it room for what fills its last block up. */
export const message = memory.data(MOST_MESSAGE_BYTES + 128, 16);
/** Where its hash goes, as big-endian words. */
export const sha256Hash = memory.data(32, 16);

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
const schedule = memory.data(256, 16);

let h0: u32 = 0;
let h1: u32 = 0;
let h2: u32 = 0;
let h3: u32 = 0;
let h4: u32 = 0;
let h5: u32 = 0;
let h6: u32 = 0;
let h7: u32 = 0;

/** Puts the text of an address into the message. Returns where it ends there. */
export function putAddress(at: i32, number: i32): i32 {
  find(number);
  const sign = message + at + localLength;
  copyBytes(message + at, localStart, localLength);
  store<u8>(sign, SIGN);
  copyBytes(sign + 1, entryText(domainFound), entryLength(domainFound));
  return <i32>(sign + 1 + entryLength(domainFound) - message);
}

/** Of so many bytes of the message. */
export function sha256(length: i32): void {
  h0 = 0x6a09e667;
  h1 = 0xbb67ae85;
  h2 = 0x3c6ef372;
  h3 = 0xa54ff53a;
  h4 = 0x510e527f;
  h5 = 0x9b05688c;
  h6 = 0x1f83d9ab;
  h7 = 0x5be0cd19;
  const end = fillUp(length);
  for (let block = message; block < end; block += BLOCK_BYTES) addBlock(block);
  putWords();
}

/** A bit, zeros, and the number of bits. Returns where the last block ends. */
function fillUp(length: usize): usize {
  const behind = message + length;
  const end = message + ((length + LENGTH_BYTES) / BLOCK_BYTES + 1) * BLOCK_BYTES;
  memory.fill(behind, 0, end - behind);
  store<u8>(behind, 0x80);
  store<u64>(end - LENGTH_BYTES, bswap<u64>((<u64>length) << 3));
  return end;
}

function addBlock(block: usize): void {
  makeSchedule(block);
  let a = h0;
  let b = h1;
  let c = h2;
  let d = h3;
  let e = h4;
  let f = h5;
  let g = h6;
  let h = h7;
  for (let round: usize = 0; round < SCHEDULE_BYTES; round += WORD) {
    const sumOfE = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
    const choice = g ^ (e & (f ^ g));
    const first = h + sumOfE + choice + load<u32>(CONSTANTS + round) + load<u32>(schedule + round);
    const sumOfA = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
    const majority = (a & b) | (c & (a | b));
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + sumOfA + majority;
  }
  h0 += a;
  h1 += b;
  h2 += c;
  h3 += d;
  h4 += e;
  h5 += f;
  h6 += g;
  h7 += h;
}

function makeSchedule(block: usize): void {
  for (let at: usize = 0; at < BLOCK_BYTES; at += WORD)
    store<u32>(schedule + at, bswap<u32>(load<u32>(block + at)));
  for (let at = schedule + BLOCK_BYTES; at < schedule + SCHEDULE_BYTES; at += WORD) {
    const early = load<u32>(at - 15 * WORD);
    const late = load<u32>(at - 2 * WORD);
    const sumOfEarly = rotr(early, 7) ^ rotr(early, 18) ^ (early >> 3);
    const sumOfLate = rotr(late, 17) ^ rotr(late, 19) ^ (late >> 10);
    store<u32>(at, load<u32>(at - 16 * WORD) + sumOfEarly + load<u32>(at - 7 * WORD) + sumOfLate);
  }
}

function putWords(): void {
  store<u32>(sha256Hash, bswap<u32>(h0));
  store<u32>(sha256Hash, bswap<u32>(h1), 4);
  store<u32>(sha256Hash, bswap<u32>(h2), 8);
  store<u32>(sha256Hash, bswap<u32>(h3), 12);
  store<u32>(sha256Hash, bswap<u32>(h4), 16);
  store<u32>(sha256Hash, bswap<u32>(h5), 20);
  store<u32>(sha256Hash, bswap<u32>(h6), 24);
  store<u32>(sha256Hash, bswap<u32>(h7), 28);
}
