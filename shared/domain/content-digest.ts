import { MOST_TEXT_BYTES } from './email-numbers/batch.ts';
import type { EmailNumbersModule } from './email-numbers/email-numbers-module.ts';
import { NO_TEXT, type Span } from './text-list.ts';

const DIGEST_WORDS = 4;
const NOT_ASCII = 0x80;

/**
 * The digest of numbers, texts and addresses, for who wants to know whether two contents are the same: 128 bits that
 * depend on every part and on the order of parts, not on the numbers of addresses. Contents of one order of parts have
 * the same digest when they are the same; others by chance once in 10^38 pairs. It keeps nothing secret.
 */
export class ContentDigest {
  readonly #module: EmailNumbersModule;
  #text: Uint8Array;
  #digest: Int32Array;

  constructor(module: EmailNumbersModule) {
    this.#module = module;
    this.#text = textOf(module);
    this.#digest = digestOf(module);
  }

  /** Forgets what was added. */
  begin(): void {
    this.#module.beginContent();
  }

  /** @param value a whole number, a safe one. */
  addNumber(value: number): void {
    this.#module.addNumber(value);
  }

  /** In place of a text. */
  addNothing(): void {
    this.#module.addNothing();
  }

  addText(text: string): void {
    if (this.#copy(text)) {
      this.#module.addText(text.length);
      return;
    }
    const bytes = encoder.encode(text);
    this.#addBytes({ bytes, start: 0, end: bytes.length });
  }

  /** False for what is not ASCII, or too long. */
  #copy(text: string): boolean {
    if (text.length > MOST_TEXT_BYTES) return false;
    const room = this.#room();
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code >= NOT_ASCII) return false;
      room[index] = code;
    }
    return true;
  }

  /** A text in UTF-8, or nothing. */
  addSpan(span: Span | null): void {
    if (span === null) this.#module.addNothing();
    else this.#addBytes(span);
  }

  #addBytes({ bytes, start, end }: Span): void {
    const room = this.#room();
    this.#module.addNumber(end - start);
    for (let from = start; from < end; from += MOST_TEXT_BYTES) {
      const length = Math.min(end - from, MOST_TEXT_BYTES);
      for (let index = 0; index < length; index++) room[index] = bytes[from + index] ?? 0;
      this.#module.addBytes(length);
    }
  }

  /** For the bytes of a text. Views of memory are empty once it has grown. */
  #room(): Uint8Array {
    if (this.#text.length === 0) this.#text = textOf(this.#module);
    return this.#text;
  }

  /** @param number of an address; NO_EMAIL is nothing. */
  addAddress(number: number): void {
    if (number === NO_TEXT) this.#module.addNothing();
    else this.#module.addAddress(number);
  }

  /** Of addresses their numbers from `start` to before `end`, in this order. */
  addAddresses(numbers: Int32Array, start: number, end: number): void {
    this.#module.addNumber(end - start);
    for (let at = start; at < end; at++) this.addAddress(numbers[at] ?? NO_TEXT);
  }

  /** The same for addresses that are in no order. */
  addSet(numbers: Int32Array, start: number, end: number): void {
    if (start === end) {
      this.#module.addNothing();
      return;
    }
    this.#module.beginSet();
    for (let at = start; at < end; at++) this.#module.addToSet(numbers[at] ?? NO_TEXT);
    this.#module.endSet();
  }

  /** Four numbers of 32 bits, which change with the next digest. */
  end(): Int32Array {
    this.#module.endContent();
    if (this.#digest.length === 0) this.#digest = digestOf(this.#module);
    return this.#digest;
  }
}

function textOf({ memory, text }: EmailNumbersModule): Uint8Array {
  return new Uint8Array(memory.buffer, text.value, MOST_TEXT_BYTES);
}

function digestOf({ memory, digest }: EmailNumbersModule): Int32Array {
  return new Int32Array(memory.buffer, digest.value, DIGEST_WORDS);
}

const encoder = new TextEncoder();
