/** Longest text kept, in bytes of the file. No field that is read is longer. */
const MAX_TEXT_BYTES = 64 * 1024;

const LETTER_U = 0x75;
const ESCAPES: ReadonlyMap<number, string> = new Map(
  Object.entries({
    '"': '"',
    '\\': '\\',
    '/': '/',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
  }).map(([letter, character]) => [letter.charCodeAt(0), character]),
);
const HEX_DIGITS = /^[\da-fA-F]+$/;

/** The text between two quotes while it comes in. What is longer than 64 KiB is read, but not kept. */
export class JsonText {
  value = '';
  #bytes = 0;
  #hex: string | null = null;
  #hasSurrogates = false;

  get isOverlong(): boolean {
    return this.#bytes > MAX_TEXT_BYTES;
  }

  /** Within `\u` and its four digits. */
  get isInEscape(): boolean {
    return this.#hex !== null;
  }

  /** A half of a surrogate pair has no UTF-8: stored and read back, it would be another text. */
  get isWellFormed(): boolean {
    return !this.#hasSurrogates || this.value.isWellFormed();
  }

  append(chunk: Buffer, start: number, end: number, isAscii: boolean): void {
    const isKept = this.#bytes + end - start <= MAX_TEXT_BYTES;
    this.#append(isKept ? chunk.toString(isAscii ? 'latin1' : 'utf8', start, end) : '', end - start);
  }

  /** Takes the next byte after a backslash. Returns what was expected in its place, or null. */
  escape(byte: number): string | null {
    if (this.#hex !== null) return this.#hexDigit(this.#hex + String.fromCharCode(byte));
    const character = ESCAPES.get(byte);
    if (character !== undefined) this.#append(character, 2);
    else if (byte === LETTER_U) this.#hex = '';
    else return 'an escape sequence of JSON';
    return null;
  }

  #hexDigit(hex: string): string | null {
    if (!HEX_DIGITS.test(hex)) return 'four hexadecimal digits';
    this.#hex = hex.length < 4 ? hex : null;
    if (hex.length < 4) return null;
    const code = Number.parseInt(hex, 16);
    this.#hasSurrogates ||= code >= 0xd800 && code <= 0xdfff;
    this.#append(String.fromCharCode(code), 6);
    return code === 0 ? 'text without NUL characters' : null;
  }

  #append(part: string, bytes: number): void {
    this.#bytes += bytes;
    this.value = this.isOverlong ? '' : this.value + part;
  }
}
