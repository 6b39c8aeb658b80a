import {
  MOST_CONTENTS,
  MOST_PART_WORDS,
  MOST_TEXT_BYTES,
  PART_ACCOUNT,
  PART_ADDRESS,
  PART_BEGINNING,
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
import { NO_TEXT, type Span } from './text-list.ts';

const DIGEST_WORDS = 4;
const NOT_ASCII = 0x80;
const WORD_BYTES = 4;
const WORD_VALUES = 2 ** 32;

/** Takes digests, four words of each one behind the other, and whose each is. Both change with the next ones. */
export type TakeDigests = (owners: Int32Array, digests: Int32Array) => void;

/**
 * The digests of contents, which are numbers, texts and addresses, for who wants to know whether two are the same: 128
 * bits that depend on every part and on the order of parts, not on the numbers of addresses. Contents of one order of
 * parts have the same digest when they are the same; others by chance once in 10^38 pairs. They keep nothing secret.
 *
 * Parts wait in the memory of the module until there are many: each call of it takes as long as a few parts.
 */
export class ContentDigests {
  readonly #module: EmailNumbersModule;
  readonly #take: TakeDigests;
  /** Of the contents that ended and wait for their digests. */
  readonly #owners = new Int32Array(MOST_CONTENTS);
  #parts = new Int32Array();
  #bytes = new Uint8Array();
  #digests = new Int32Array();
  /** Words of parts that wait. */
  #length = 0;
  #ended = 0;

  constructor(module: EmailNumbersModule, take: TakeDigests) {
    this.#module = module;
    this.#take = take;
    module.beginContents();
  }

  /** From here on each content begins with this text, and not with the one before. MOST_TEXT_BYTES at most. */
  beginEachWith(text: string): void {
    const bytes = encoder.encode(text);
    this.#addPiece(PART_BEGINNING, { bytes, start: 0, end: bytes.length });
  }

  /** @param value a whole number, a safe one. */
  addNumber(value: number): void {
    const at = this.#begin(PART_NUMBER, 3);
    this.#parts[at] = value;
    this.#parts[at + 1] = Math.floor(value / WORD_VALUES);
  }

  /** The same as a number, another one below 2^31, and an address. */
  addAccount(userId: number, state: number, email: number): void {
    const at = this.#begin(PART_ACCOUNT, 5);
    const parts = this.#parts;
    parts[at] = userId;
    parts[at + 1] = Math.floor(userId / WORD_VALUES);
    parts[at + 2] = state;
    parts[at + 3] = email;
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

  /** What is added next is part of another content. @param owner whose it is: one may have several. */
  end(owner: number): void {
    this.#addPart(PART_END, this.#ended);
    this.#owners[this.#ended++] = owner;
    if (this.#ended === MOST_CONTENTS) this.finish();
  }

  /** The digests of all that ended are taken. */
  finish(): void {
    this.#addParts();
    if (this.#digests.length === 0) this.#view();
    const ended = this.#ended;
    this.#ended = 0;
    this.#take(this.#owners.subarray(0, ended), this.#digests.subarray(0, DIGEST_WORDS * ended));
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

/** With what it is, and how long. */
function wordsOfText(length: number): number {
  return 2 + Math.ceil(length / WORD_BYTES);
}

const encoder = new TextEncoder();
