/** The longest text that is kept by number, in bytes of UTF-8. */
export const MAX_TEXT_BYTES = 4096;

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
