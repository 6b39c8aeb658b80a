/** The longest text that is kept by number, in bytes of UTF-8. */
export const MAX_TEXT_BYTES = 4096;

// An entry of a block is a byte of the length of a text, and the text. Before a long one are this byte and two of its
// length.
const LONG = 0xff;
const LONG_LENGTH_BYTES = 2;
export const MAX_ENTRY_BYTES = 1 + LONG_LENGTH_BYTES + MAX_TEXT_BYTES;

/** Where the text of the entry at a place begins. */
export function textStart(block: Uint8Array, place: number): number {
  return place + (block[place] === LONG ? 1 + LONG_LENGTH_BYTES : 1);
}

/** Of the text of the entry at a place. */
export function lengthAt(block: Uint8Array, place: number): number {
  const length = block[place] ?? 0;
  return length === LONG ? (block[place + 1] ?? 0) | ((block[place + 2] ?? 0) << 8) : length;
}

/** Makes an entry of a text that was written with a byte left before it: there is where it begins. Returns where it ends. */
export function endEntry(block: Uint8Array, start: number, length: number): number {
  block[start - 1] = Math.min(length, LONG);
  if (length < LONG) return start + length;
  block.copyWithin(start + LONG_LENGTH_BYTES, start, start + length);
  block[start] = length;
  block[start + 1] = length >>> 8;
  return start + LONG_LENGTH_BYTES + length;
}

const NOT_ASCII = 0x80;
const encoder = new TextEncoder();

/** Writes a text into a block from `start` on. Returns of how many bytes it is. @throws {RangeError} when it is too long */
export function writeText(text: string, block: Uint8Array, start: number): number {
  if (text.length > MAX_TEXT_BYTES) throw new RangeError('a text is too long to be numbered');
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= NOT_ASCII) return writeWideText(text, block, start);
    block[start + index] = code;
  }
  return text.length;
}

function writeWideText(text: string, block: Uint8Array, start: number): number {
  const { read, written } = encoder.encodeInto(text, block.subarray(start, start + MAX_TEXT_BYTES));
  if (read < text.length) throw new RangeError('a text is too long to be numbered');
  return written;
}
