import { isAscii } from 'node:buffer';
import { JsonSyntaxError } from './json-syntax-error.ts';
import { JsonText } from './json-text.ts';

/** No number of the formats is longer. */
const MAX_WORD_LENGTH = 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const WHITE_SPACE: ReadonlySet<number> = new Set([SPACE, NEWLINE, 0x0d, 0x09]);
const PUNCTUATION: ReadonlyMap<number, Punctuation> = new Map(
  ([...'{}[]:,'] as Punctuation[]).map((mark) => [mark.charCodeAt(0), mark]),
);
/** The bytes of numbers and literals, and of what is often written in their place. */
const IS_IN_WORD: readonly boolean[] = Array.from({ length: 128 }, (_, byte) =>
  /[\w.+-]/.test(String.fromCharCode(byte)),
);
const LITERALS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

export type Punctuation = '{' | '}' | '[' | ']' | ':' | ',';

/** Receives the tokens of a text, in order. While it does, the lexer's `line` and `column` are the token's. */
export interface JsonTokens {
  punctuation(mark: Punctuation): void;
  /** An `overlong` text, of more than 64 KiB, comes without its content. */
  text(value: string, overlong: boolean): void;
  scalar(value: number | boolean | null): void;
}

/**
 * Turns the bytes of JSON texts (RFC 8259) into tokens as they come, in constant memory.
 * Not a library, because those hold a string until it ends, while the encrypted `users` of an export is one
 * string of any size; and because a problem needs the line and column of the token, and of a syntax error.
 */
export class JsonLexer {
  /** Where the current token, or the error, is; both from 1, the column in characters. */
  line = 1;
  column = 1;

  readonly #tokens: JsonTokens;
  #reading: 'space' | 'text' | 'escape' | 'word' = 'space';
  /** Bytes before the chunk at hand. */
  #offset = 0;
  /** Where column 1 of the line would be, were every character of it one byte long. */
  #lineStart = 0;
  #currentLine = 1;
  #text = new JsonText();
  #word = '';
  #isPaused = false;

  constructor(tokens: JsonTokens) {
    this.#tokens = tokens;
  }

  /** Whether white space, and nothing of a token, would be read next. */
  get isBetweenTokens(): boolean {
    return this.#reading === 'space';
  }

  /**
   * Reads on from `start` to the end of the chunk, or to the end of the token that is being told when `pause` is
   * called. Returns where it stopped, from which to go on.
   * @param chunk UTF-8, cut between characters. @throws {JsonSyntaxError}
   */
  write(chunk: Buffer, start: number): number {
    let at = start;
    this.#isPaused = false;
    while (at < chunk.length && !this.#isPaused) {
      if (this.#reading === 'space') at = this.#readSpace(chunk, at);
      else if (this.#reading === 'text') at = this.#readText(chunk, at);
      else if (this.#reading === 'word') at = this.#readWord(chunk, at);
      else at = this.#readEscape(chunk, at);
    }
    if (at === chunk.length) this.#offset += chunk.length;
    return at;
  }

  /** What follows in the chunk at hand comes again, as the next one. */
  leave(end: number): void {
    this.#offset += end;
  }

  pause(): void {
    this.#isPaused = true;
  }

  /** Passes over whole tokens that something else has read, so that lines and columns go on behind them. */
  skip(chunk: Buffer, start: number, end: number): void {
    const skipped = chunk.subarray(start, end);
    let line = 0;
    for (let at = skipped.indexOf(NEWLINE); at !== -1; at = skipped.indexOf(NEWLINE, line)) {
      line = at + 1;
      this.#beginLine(start + line);
    }
    if (!isAscii(skipped)) this.#lineStart += continuationBytes(skipped, line, skipped.length);
  }

  /** @throws {JsonSyntaxError} when the text ends within a token. */
  end(): void {
    if (this.#reading === 'word') this.#endWord();
    this.#mark(0);
    if (this.#reading !== 'space') throw new JsonSyntaxError('a closing quote');
  }

  #mark(at: number): void {
    this.line = this.#currentLine;
    this.column = this.#offset + at - this.#lineStart + 1;
  }

  #fail(at: number, expected: string): never {
    this.#mark(at);
    throw new JsonSyntaxError(expected);
  }

  #readSpace(chunk: Buffer, start: number): number {
    for (let at = start; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === NEWLINE) this.#beginLine(at + 1);
      if (WHITE_SPACE.has(byte)) continue;
      this.#mark(at);
      const mark = PUNCTUATION.get(byte);
      if (mark === undefined) return this.#beginToken(byte, at);
      this.#tokens.punctuation(mark);
      if (this.#isPaused) return at + 1;
    }
    return chunk.length;
  }

  #beginLine(at: number): void {
    this.#currentLine += 1;
    this.#lineStart = this.#offset + at;
  }

  #beginToken(byte: number, at: number): number {
    if (byte === QUOTE) {
      this.#text = new JsonText();
      this.#reading = 'text';
      return at + 1;
    }
    if (!IS_IN_WORD[byte]) throw new JsonSyntaxError('a JSON value or punctuation');
    this.#word = '';
    this.#reading = 'word';
    return at;
  }

  #readWord(chunk: Buffer, start: number): number {
    let at = start;
    while (at < chunk.length && IS_IN_WORD[chunk[at] ?? 0]) at += 1;
    if (this.#word.length + at - start > MAX_WORD_LENGTH) throw new JsonSyntaxError('a shorter number');
    this.#word += chunk.toString('latin1', start, at);
    if (at < chunk.length) this.#endWord();
    return at;
  }

  #endWord(): void {
    const literal = LITERALS.get(this.#word);
    if (literal === undefined && !NUMBER.test(this.#word)) {
      throw new JsonSyntaxError('a number, true, false, null, or a text in double quotes');
    }
    this.#reading = 'space';
    this.#tokens.scalar(literal === undefined ? Number(this.#word) : literal);
  }

  #readText(chunk: Buffer, start: number): number {
    let at = start;
    let byte = 0;
    let bits = 0;
    for (; at < chunk.length; at++) {
      byte = chunk[at] ?? 0;
      if (byte === QUOTE || byte === BACKSLASH || byte < SPACE) break;
      bits |= byte;
    }
    const isAscii = bits < 0x80;
    if (!isAscii) this.#lineStart += continuationBytes(chunk, start, at);
    this.#text.append(chunk, start, at, isAscii);
    return at === chunk.length ? at : this.#leaveRun(byte, at);
  }

  #leaveRun(byte: number, at: number): number {
    if (byte < SPACE) this.#fail(at, 'an escape sequence in place of a control character');
    if (byte === BACKSLASH) this.#reading = 'escape';
    else this.#endText();
    return at + 1;
  }

  #endText(): void {
    if (!this.#text.isWellFormed) throw new JsonSyntaxError('whole Unicode characters');
    this.#reading = 'space';
    this.#tokens.text(this.#text.value, this.#text.isOverlong);
  }

  #readEscape(chunk: Buffer, at: number): number {
    const expected = this.#text.escape(chunk[at] ?? 0);
    if (expected !== null) this.#fail(at, expected);
    if (!this.#text.isInEscape) this.#reading = 'text';
    return at + 1;
  }
}

/** Bytes of UTF-8 that begin no character. */
function continuationBytes(chunk: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (((chunk[at] ?? 0) & 0xc0) === 0x80) count += 1;
  return count;
}
