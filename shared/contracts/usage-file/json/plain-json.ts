/** In place of what is not plain. */
export const UNUSUAL = -1;

const COMMA = 0x2c;
const BEGIN_OBJECT = 0x7b;
const SPACE = 0x20;
const ZERO = 0x30;

/** Behind the end 0, which begins nothing. To read on there would make V8 throw away the code that it has compiled. */
function byteAt(bytes: Buffer, at: number): number {
  return at < bytes.length ? (bytes[at] ?? 0) : 0;
}

function skipSpace(bytes: Buffer, start: number): number {
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

/** Where a record begins that comes next in a list, after a comma where one is due; null where none does. */
export function nextRecord(chunk: Buffer, start: number, isCommaDue: boolean): number | null {
  let at = skipSpace(chunk, start);
  if (isCommaDue) {
    if (byteAt(chunk, at) !== COMMA) return null;
    at = skipSpace(chunk, at + 1);
  }
  return byteAt(chunk, at) === BEGIN_OBJECT ? at : null;
}

/** 0 to 9, or UNUSUAL for what is no digit. */
function digitAt(bytes: Buffer, at: number): number {
  const digit = at < bytes.length ? (bytes[at] ?? 0) - ZERO : UNUSUAL;
  return digit >= 0 && digit <= 9 ? digit : UNUSUAL;
}

/** Every whole number of so many digits is safe. */
const MAX_DIGITS = 15;

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
