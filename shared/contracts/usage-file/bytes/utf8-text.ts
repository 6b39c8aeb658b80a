import { isUtf8 } from 'node:buffer';
import { rejectedFor } from '../rejected-file.ts';

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const NEWLINE = 0x0a;

/**
 * The same bytes, proven to be UTF-8 without NUL, without the byte order mark, and cut between characters only.
 * All that precedes the first wrong byte is given out before the error, however the source is cut.
 * @throws {RejectedFile}
 */
export async function* utf8Text(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let pending = Buffer.alloc(0);
  let line = 1;
  let atStart = true;
  for await (const chunk of source) {
    const bytes = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const whole = bytes.subarray(0, bytes.length - incompleteCharacter(bytes));
    const isValid = isText(whole);
    const text = isValid ? whole : whole.subarray(0, textLength(whole));
    if (text.length > 0) {
      yield atStart ? withoutByteOrderMark(text) : text;
      atStart = false;
      line += newlines(text);
    }
    if (!isValid) throw notUtf8(line);
    pending = Buffer.from(bytes.subarray(whole.length));
  }
  if (pending.length > 0) throw notUtf8(line);
}

function isText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}

/** How many bytes at the end begin a character whose rest is not there yet: 0 to 3. */
function incompleteCharacter(bytes: Buffer): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    const isContinuation = byte >= 0x80 && byte < 0xc0;
    if (!isContinuation) return characterLength(byte) > back ? back : 0;
  }
  return 0;
}

/** Length in bytes of the character that begins with this byte; 0 for a byte that begins none. */
function characterLength(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc2) return 0;
  if (byte < 0xe0) return 2;
  if (byte < 0xf0) return 3;
  return byte < 0xf5 ? 4 : 0;
}

/** How many bytes precede the first wrong one: found by halving, since every prefix up to there is text. */
function textLength(bytes: Buffer): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = Math.floor((valid + invalid) / 2);
    const prefix = bytes.subarray(0, middle);
    if (isText(prefix.subarray(0, middle - incompleteCharacter(prefix)))) valid = middle;
    else invalid = middle;
  }
  return valid - incompleteCharacter(bytes.subarray(0, valid));
}

function withoutByteOrderMark(text: Buffer): Buffer {
  const isMarked = text.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK);
  return isMarked ? text.subarray(BYTE_ORDER_MARK.length) : text;
}

function newlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

function notUtf8(line: number): Error {
  return rejectedFor(
    'wrong-encoding',
    'text in UTF-8 without NUL bytes',
    'Save the file as UTF-8. The `>` of Windows PowerShell writes UTF-16: use `| Out-File -Encoding utf8`.',
    { line },
  );
}
