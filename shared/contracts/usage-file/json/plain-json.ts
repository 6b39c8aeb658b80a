/** In place of where something ends that is not plain, or that goes on behind the bytes at hand. */
export const UNUSUAL = -1;

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const [BEGIN_OBJECT, END_OBJECT] = [0x7b, 0x7d] as const;
export const [BEGIN_ARRAY, END_ARRAY] = [0x5b, 0x5d] as const;

const BACKSLASH = 0x5c;
const SPACE = 0x20;
const ZERO = 0x30;

/** Behind the end 0, which begins nothing. To read on there would make V8 throw away the code that it has compiled. */
export function byteAt(bytes: Buffer, at: number): number {
  return at < bytes.length ? (bytes[at] ?? 0) : 0;
}

export function skipSpace(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length && isSpace(bytes[at] ?? 0)) at += 1;
  return at;
}

function isSpace(byte: number): boolean {
  return byte <= SPACE && (byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09);
}

/** Whether just these bytes are from `start` to before `end`. */
export function areBytes(bytes: Buffer, start: number, end: number, expected: Buffer): boolean {
  if (end - start !== expected.length) return false;
  for (let index = 0; index < expected.length; index++) {
    if (bytes[start + index] !== expected[index]) return false;
  }
  return true;
}

/** Behind the closing quote of a text whose first character is at `start`. */
export function afterText(bytes: Buffer, start: number): number {
  const end = bytes.length;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > QUOTE && byte !== BACKSLASH) continue;
    if (byte === QUOTE) return at + 1;
    if (byte < SPACE || byte === BACKSLASH) return UNUSUAL;
  }
  return UNUSUAL;
}

/** Behind the bracket that ends a list of texts, whose first item is behind `start`. */
export function afterTexts(bytes: Buffer, start: number): number {
  let at = skipSpace(bytes, start);
  if (byteAt(bytes, at) === END_ARRAY) return at + 1;
  for (;;) {
    const end = byteAt(bytes, at) === QUOTE ? afterText(bytes, at + 1) : UNUSUAL;
    if (end === UNUSUAL) return UNUSUAL;
    at = skipSpace(bytes, end);
    if (byteAt(bytes, at) === END_ARRAY) return at + 1;
    if (byteAt(bytes, at) !== COMMA) return UNUSUAL;
    at = skipSpace(bytes, at + 1);
  }
}

/** 0 to 9, or UNUSUAL for what is no digit. */
export function digitAt(bytes: Buffer, at: number): number {
  const digit = at < bytes.length ? (bytes[at] ?? 0) - ZERO : UNUSUAL;
  return digit >= 0 && digit <= 9 ? digit : UNUSUAL;
}

/** Every whole number of so many digits is safe. */
export const MAX_DIGITS = 15;

/** The number that these bytes are: digits alone, the first of them no zero; UNUSUAL for anything else. */
export function wholeNumber(bytes: Buffer, start: number, end: number): number {
  if (digitAt(bytes, start) < 1 || end - start > MAX_DIGITS) return UNUSUAL;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = digitAt(bytes, at);
    if (digit === UNUSUAL) return UNUSUAL;
    number = 10 * number + digit;
  }
  return number;
}
