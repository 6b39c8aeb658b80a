import { grown } from './grown.ts';

const FIRST_ROOM = 4096;
const NUMBER_BYTES = 8;
const LENGTH_BYTES = 4;
const NOT_ASCII = 0x80;
const TWO_TO_THE_32 = 0x1_0000_0000;

const encoder = new TextEncoder();

/**
 * Numbers and texts as bytes, one behind the other, for who wants to know whether two contents are the same. A number
 * has always as many bytes, and before a text is its length: contents of one order of parts are the same when their
 * bytes are.
 */
export class ContentBytes {
  #bytes = new Uint8Array(FIRST_ROOM);
  #length = 0;

  /** What was added since it was cleared. Changes with the next content. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
  }

  /** @param value a whole number, a safe one. */
  addNumber(value: number): void {
    this.#makeRoom(NUMBER_BYTES);
    this.#addWord(value);
    this.#addWord(Math.floor(value / TWO_TO_THE_32));
  }

  /** In place of a text. */
  addNothing(): void {
    this.#makeRoom(LENGTH_BYTES);
    this.#addWord(-1);
  }

  addText(text: string): void {
    this.#makeRoom(LENGTH_BYTES + text.length);
    const to = this.#length + LENGTH_BYTES;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code >= NOT_ASCII) {
        const bytes = encoder.encode(text);
        this.addBytes(bytes, 0, bytes.length);
        return;
      }
      this.#bytes[to + index] = code;
    }
    this.#addWord(text.length);
    this.#length += text.length;
  }

  /** The bytes of a text from `start` to before `end`. */
  addBytes(bytes: Uint8Array, start: number, end: number): void {
    this.beginText(end - start);
    this.addPart(bytes, start, end);
  }

  /** A text of so many bytes, the parts of which are added next. */
  beginText(length: number): void {
    this.#makeRoom(LENGTH_BYTES + length);
    this.#addWord(length);
  }

  addPart(bytes: Uint8Array, start: number, end: number): void {
    const to = this.#length - start;
    for (let at = start; at < end; at++) this.#bytes[to + at] = bytes[at] ?? 0;
    this.#length += end - start;
  }

  #addWord(value: number): void {
    const at = this.#length;
    this.#bytes[at] = value;
    this.#bytes[at + 1] = value >>> 8;
    this.#bytes[at + 2] = value >>> 16;
    this.#bytes[at + 3] = value >>> 24;
    this.#length = at + LENGTH_BYTES;
  }

  #makeRoom(length: number): void {
    while (this.#length + length > this.#bytes.length) this.#bytes = grown(this.#bytes);
  }
}
