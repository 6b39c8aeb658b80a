import { FALSE, NOTHING, NULL, TRUE } from '../tape-format.ts';

// Plain JSON in memory: each function takes where something begins and returns where it ends, or UNUSUAL. Bytes are
// looked at without asking where they end: behind them is PADDING of zeros, which are in no JSON.

/** In place of where something ends that is not plain, or that goes on behind the bytes at hand. */
export const UNUSUAL: usize = 0;
/** As many bytes as are looked at together. */
export const PADDING: usize = 16;

export const QUOTE: u32 = 0x22;
export const COMMA: u32 = 0x2c;
export const BEGIN_ARRAY: u32 = 0x5b;
export const END_ARRAY: u32 = 0x5d;
export const BEGIN_OBJECT: u32 = 0x7b;
export const END_OBJECT: u32 = 0x7d;
export const COLON: u32 = 0x3a;
const BACKSLASH: u32 = 0x5c;
const SPACE: u32 = 0x20;
const LINE_FEED: u32 = 0x0a;
const CARRIAGE_RETURN: u32 = 0x0d;
const TAB: u32 = 0x09;
const ZERO: u32 = 0x30;

const TRUE_BYTES: u32 = 0x65757274;
const FALS_BYTES: u32 = 0x736c6166;
const NULL_BYTES: u32 = 0x6c6c756e;
const LOWER_E: u32 = 0x65;

/** What is between records. Where that is a line feed it is no white space: a record is a line. */
export let between: u32 = COMMA;

export function separateBy(byte: u32): void {
  between = byte;
}

export function byteAt(at: usize): u32 {
  return load<u8>(at);
}

export function skipSpace(start: usize): usize {
  let at = start;
  while (isSpace(byteAt(at))) at += 1;
  return at;
}

function isSpace(byte: u32): bool {
  if (byte > SPACE) return false;
  if (byte === LINE_FEED) return byte !== between;
  return byte === SPACE || byte === CARRIAGE_RETURN || byte === TAB;
}

/** Every whole number of so many digits is safe. */
export const MAX_DIGITS: usize = 15;

/** Below 10 for a digit. */
export function digitAt(at: usize): u32 {
  return byteAt(at) - ZERO;
}

/** Which literal is here; NOTHING where there is none. */
export function literalAt(at: usize): i32 {
  const bytes = load<u32>(at);
  if (bytes === FALS_BYTES && byteAt(at + 4) === LOWER_E) return FALSE;
  if (bytes === TRUE_BYTES) return TRUE;
  return bytes === NULL_BYTES ? NULL : NOTHING;
}

export function afterLiteral(at: usize, literal: i32): usize {
  return at + (literal === FALSE ? 5 : 4);
}

/** Behind the closing quote of a text whose first character is at `start`. A text with an escape sequence is not plain. */
export function afterText(start: usize): usize {
  let at = start;
  let ends = endsOfText(at);
  while (ends === 0) {
    at += PADDING;
    ends = endsOfText(at);
  }
  at += ctz(ends);
  return byteAt(at) === QUOTE ? at + 1 : UNUSUAL;
}

/** A bit for each of the next bytes with which plain text ends. */
function endsOfText(at: usize): i32 {
  const bytes = v128.load(at);
  const quotes = i8x16.eq(bytes, i8x16.splat(<i8>QUOTE));
  const backslashes = i8x16.eq(bytes, i8x16.splat(<i8>BACKSLASH));
  const controls = i8x16.lt_u(bytes, i8x16.splat(<i8>SPACE));
  return i8x16.bitmask(v128.or(v128.or(quotes, backslashes), controls));
}

/** Behind the bracket that ends a list of texts, whose first item is behind `start`. */
export function afterTexts(start: usize): usize {
  let at = skipSpace(start);
  if (byteAt(at) === END_ARRAY) return at + 1;
  while (byteAt(at) === QUOTE) {
    const end = afterText(at + 1);
    if (end === UNUSUAL) return UNUSUAL;
    at = skipSpace(end);
    if (byteAt(at) === END_ARRAY) return at + 1;
    if (byteAt(at) !== COMMA) return UNUSUAL;
    at = skipSpace(at + 1);
  }
  return UNUSUAL;
}

const EIGHT: usize = 8;

/** Whether so many bytes are the same at both places. */
export function areSame(one: usize, other: usize, length: usize): bool {
  if (length < EIGHT) return areFewSame(one, other, length);
  const last = length - EIGHT;
  for (let at: usize = 0; at < last; at += EIGHT)
    if (load<u64>(one + at) !== load<u64>(other + at)) return false;
  return load<u64>(one + last) === load<u64>(other + last);
}

function areFewSame(one: usize, other: usize, length: usize): bool {
  for (let at: usize = 0; at < length; at++) if (byteAt(one + at) !== byteAt(other + at)) return false;
  return true;
}
