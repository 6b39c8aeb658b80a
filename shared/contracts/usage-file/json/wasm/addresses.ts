import { MAX_EMAIL_LENGTH, NO_SIGN, UNCOMMON } from '../../../../domain/address-format.ts';
import { PLACES } from '../tape-format.ts';
import { PADDING } from './plain-json.ts';
import { lowered, placeOf, window } from './window.ts';

// What the texts are that are to be addresses, as `PreparedAddress` has it of a single one: an array for each, in the
// order in which they come.

export const addressStarts = memory.data(PLACES * 4, 8);
export const addressEnds = memory.data(PLACES * 4, 8);
export const signs = memory.data(PLACES * 4, 8);
/** By the place of such a text on the tape: which of them it is. */
export const addressNumbers = memory.data(PLACES * 2, 8);
/** Where JavaScript puts what numbers the addresses have among all that were ever read, or NO_EMAIL. */
export const emailNumbers = memory.data(PLACES * 4, 8);
export const NO_EMAIL = -1;

const AT: i8 = 0x40;
const CAPITAL_A: i8 = 0x41;
const LETTERS: i8 = 26;
const TO_LOWER_CASE: i8 = 0x20;
/** Of printable ASCII without the space: the first, and how many. */
const FIRST_COMMON: i8 = 0x21;
const COMMON: i8 = 94;

let length = 0;
let lengthBefore = 0;

export function addresses(): i32 {
  return length;
}

export function clearAddresses(): void {
  length = 0;
}

/** For a record whose addresses may be taken back. */
export function beginAddresses(): void {
  lengthBefore = length;
}

export function dropAddresses(): void {
  length = lengthBefore;
}

/** @param place of the text on the tape. */
export function addAddress(place: i32, start: usize, end: usize): void {
  store<i32>(addressStarts + length * 4, placeOf(start));
  store<i32>(addressEnds + length * 4, placeOf(end));
  store<i32>(signs + length * 4, lowerAndFindSign(start, end));
  store<u16>(addressNumbers + place * 2, <u16>length);
  length += 1;
}

/** The number that JavaScript has given to the address that the text at a place of the tape is. */
export function emailAt(place: i32): i32 {
  return load<i32>(emailNumbers + load<u16>(addressNumbers + place * 2) * 4);
}

function lowerAndFindSign(start: usize, end: usize): i32 {
  let sign: usize = 0;
  for (let at = start; at < end; at += PADDING) {
    const bytes = v128.load(at);
    v128.store(lowered + (at - window), inLowerCase(bytes));
    const ofText = bitsBefore(end - at);
    if ((uncommonBytes(bytes) & ofText) !== 0) return UNCOMMON;
    const found = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(AT))) & ofText;
    if (found === 0) continue;
    if (sign !== 0 || popcnt(found) > 1) return UNCOMMON;
    sign = at + ctz(found);
  }
  const isAddress = sign > start && sign < end - 1 && <i32>(end - start) <= MAX_EMAIL_LENGTH;
  return isAddress ? placeOf(sign) : NO_SIGN;
}

function inLowerCase(bytes: v128): v128 {
  const fromA = i8x16.sub(bytes, i8x16.splat(CAPITAL_A));
  const capitals = i8x16.lt_u(fromA, i8x16.splat(LETTERS));
  return v128.or(bytes, v128.and(capitals, i8x16.splat(TO_LOWER_CASE)));
}

/** Whether all these bytes are printable ASCII other than the space. */
export function areCommon(start: usize, end: usize): bool {
  for (let at = start; at < end; at += PADDING)
    if ((uncommonBytes(v128.load(at)) & bitsBefore(end - at)) !== 0) return false;
  return true;
}

/** A bit for each. */
function uncommonBytes(bytes: v128): i32 {
  const fromFirst = i8x16.sub(bytes, i8x16.splat(FIRST_COMMON));
  return i8x16.bitmask(i8x16.ge_u(fromFirst, i8x16.splat(COMMON)));
}

/** A bit for each of so many bytes, as far as they are looked at together. */
function bitsBefore(count: usize): i32 {
  return count < PADDING ? (1 << (<i32>count)) - 1 : -1;
}
