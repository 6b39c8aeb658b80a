import {
  MOST_CONTENTS,
  MOST_PART_WORDS,
  MOST_TEXT_BYTES,
  PART_ADDRESS,
  PART_END,
  PART_MEMBER,
  PART_NOTHING,
  PART_NUMBER,
  PART_PIECE,
  PART_SET,
  PART_SET_END,
  PART_TEXT,
} from './email-numbers/batch.ts';
import type { EmailNumbersModule } from './email-numbers/email-numbers-module.ts';
import { lowerCase } from './lower-case.ts';
import { NO_TEXT, type Span } from './text-list.ts';

const DIGEST_WORDS = 4;
const NOT_ASCII = 0x80;
const WORD_BYTES = 4;
const WORD_VALUES = 2 ** 32;

/**
 * The digests of contents, which are numbers, texts and addresses, for who wants to know whether two are the same: 128
 * bits that depend on every part and on the order of parts, not on the numbers of addresses. Contents of one order of
 * parts have the same digest when they are the same; others by chance once in 10^38 pairs. They keep nothing secret.
 *
 * Parts wait in the memory of the module until there are many: each call of it takes as long as a few parts.
 */
export class ContentDigests {
  readonly #module: EmailNumbersModule;
  #parts = new Int32Array();
  #bytes = new Uint8Array();
  #digests = new Int32Array();
  readonly #repeated = new Map<string, Int32Array>();
  /** Words of parts that wait. */
  #length = 0;
  #ended = 0;

  constructor(module: EmailNumbersModule) {
    this.#module = module;
    module.beginContent();
  }

  /** Whether the digests are to be taken before the next content. */
  get isFull(): boolean {
    return this.#ended === MOST_CONTENTS;
  }

  /** @param value a whole number, a safe one. */
  addNumber(value: number): void {
    const at = this.#begin(PART_NUMBER, 3);
    this.#parts[at] = value;
    this.#parts[at + 1] = Math.floor(value / WORD_VALUES);
  }

  /** In place of a text. */
  addNothing(): void {
    this.#begin(PART_NOTHING, 1);
  }

  addText(text: string): void {
    if (this.#addAscii(text)) return;
    const bytes = encoder.encode(text);
    this.addSpan({ bytes, start: 0, end: bytes.length });
  }

  /** The same for one of few texts that many contents have, from where it is kept. */
  addRepeated(text: string): void {
    let part = this.#repeated.get(text);
    if (part === undefined) {
      part = partOf(text);
      this.#repeated.set(text, part);
    }
    const at = this.#begin(PART_TEXT, part.length) - 1;
    for (let word = 1; word < part.length; word++) this.#parts[at + word] = part[word] ?? 0;
  }

  /** False for what is not ASCII, or too long. */
  #addAscii(text: string): boolean {
    if (text.length > MOST_TEXT_BYTES) return false;
    const start = this.#beginText(PART_TEXT, text.length);
    const bytes = this.#bytes;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code >= NOT_ASCII) return this.#takeBack(text.length);
      bytes[start + index] = code;
    }
    return true;
  }

  /** A text in UTF-8, or nothing. */
  addSpan(span: Span | null): void {
    if (span === null) this.addNothing();
    else if (span.end - span.start > MOST_TEXT_BYTES) this.#addPieces(span);
    else this.#addPiece(PART_TEXT, span);
  }

  #addPieces({ bytes, start, end }: Span): void {
    this.addNumber(end - start);
    for (let from = start; from < end; from += MOST_TEXT_BYTES)
      this.#addPiece(PART_PIECE, { bytes, start: from, end: Math.min(from + MOST_TEXT_BYTES, end) });
  }

  #addPiece(kind: number, { bytes, start, end }: Span): void {
    const to = this.#beginText(kind, end - start) - start;
    const room = this.#bytes;
    for (let at = start; at < end; at++) room[to + at] = bytes[at] ?? 0;
  }

  /** The same in lower case. */
  addInLowerCase(span: Span | null): void {
    if (span === null) this.addNothing();
    else if (!this.#addAsciiInLowerCase(span)) this.addText(textOf(span).toLowerCase());
  }

  #addAsciiInLowerCase({ bytes, start, end }: Span): boolean {
    if (end - start > MOST_TEXT_BYTES) return false;
    const to = this.#beginText(PART_TEXT, end - start) - start;
    const room = this.#bytes;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= NOT_ASCII) return this.#takeBack(end - start);
      room[to + at] = lowerCase(byte);
    }
    return true;
  }

  /** @param number of an address; NO_EMAIL is nothing. */
  addAddress(number: number): void {
    if (number === NO_TEXT) this.addNothing();
    else this.#addPart(PART_ADDRESS, number);
  }

  /** Of addresses their numbers from `start` to before `end`, in this order. */
  addAddresses(numbers: Int32Array, start: number, end: number): void {
    this.addNumber(end - start);
    for (let at = start; at < end; at++) this.addAddress(numbers[at] ?? NO_TEXT);
  }

  /** The same for addresses that are in no order. */
  addSet(numbers: Int32Array, start: number, end: number): void {
    if (start === end) {
      this.addNothing();
      return;
    }
    this.#begin(PART_SET, 1);
    for (let at = start; at < end; at++) this.#addPart(PART_MEMBER, numbers[at] ?? NO_TEXT);
    this.#begin(PART_SET_END, 1);
  }

  /** What is added next is part of another content. @throws {RangeError} when it is full. */
  end(): void {
    if (this.isFull) throw new RangeError('digests are to be taken before the next content ends');
    this.#addPart(PART_END, this.#ended++);
  }

  /** The digests of the contents that ended since: four words of each, which change with the next ones. */
  take(): Int32Array {
    this.#addParts();
    if (this.#digests.length === 0) this.#view();
    const taken = DIGEST_WORDS * this.#ended;
    this.#ended = 0;
    return taken === this.#digests.length ? this.#digests : this.#digests.subarray(0, taken);
  }

  #addPart(kind: number, value: number): void {
    const at = this.#begin(kind, 2);
    this.#parts[at] = value;
  }

  /** Returns where in `bytes` a text goes. */
  #beginText(kind: number, length: number): number {
    const at = this.#begin(kind, wordsOfText(length));
    this.#parts[at] = length;
    return WORD_BYTES * (at + 1);
  }

  /** The text that was begun last is none after all. */
  #takeBack(length: number): false {
    this.#length -= wordsOfText(length);
    return false;
  }

  /** Makes room for a part of so many words. Returns where in `parts` its second one goes. */
  #begin(kind: number, words: number): number {
    if (this.#length + words > this.#parts.length) this.#makeRoom();
    const at = this.#length;
    this.#length += words;
    this.#parts[at] = kind;
    return at + 1;
  }

  #makeRoom(): void {
    this.#addParts();
    if (this.#parts.length === 0) this.#view();
  }

  /** Views of memory are empty once it has grown. */
  #view(): void {
    const { memory, parts, digests } = this.#module;
    this.#digests = new Int32Array(memory.buffer, digests.value, DIGEST_WORDS * MOST_CONTENTS);
    this.#parts = new Int32Array(memory.buffer, parts.value, MOST_PART_WORDS);
    this.#bytes = new Uint8Array(memory.buffer, parts.value, WORD_BYTES * MOST_PART_WORDS);
  }

  #addParts(): void {
    this.#module.addParts(this.#length);
    this.#length = 0;
  }
}

/** @throws {RangeError} for a text that is too long */
function partOf(text: string): Int32Array {
  const bytes = encoder.encode(text);
  if (bytes.length > MOST_TEXT_BYTES) throw new RangeError('a text that is repeated is too long');
  const words = new Int32Array(wordsOfText(bytes.length));
  words.set([PART_TEXT, bytes.length]);
  new Uint8Array(words.buffer).set(bytes, 2 * WORD_BYTES);
  return words;
}

/** With what it is, and how long. */
function wordsOfText(length: number): number {
  return 2 + Math.ceil(length / WORD_BYTES);
}

function textOf({ bytes, start, end }: Span): string {
  return decoder.decode(bytes.subarray(start, end));
}

const encoder = new TextEncoder();
// A byte order mark within a text is a character of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
