import { type Column, KeyTable, type KnownKey, type Reading } from './key-table.ts';

/** In place of a value that is not plain. */
const UNUSUAL = Symbol('unusual');

/** What the careful reader takes at most has far more room: a record of this size cannot exceed it. */
const MAX_RECORD_BYTES = 64 * 1024;
/** Of values within values. */
const MAX_DEPTH = 4;
/** Every whole number of so many digits is safe. */
const MAX_DIGITS = 15;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;
const COMMA = 0x2c;
const COLON = 0x3a;
const [BEGIN_OBJECT, END_OBJECT] = [0x7b, 0x7d] as const;
const [BEGIN_ARRAY, END_ARRAY] = [0x5b, 0x5d] as const;
const [TRUE, FALSE, NULL] = [Buffer.from('true'), Buffer.from('false'), Buffer.from('null')] as const;

/**
 * Reads records of a plain kind from the bytes of a file and makes no values but those of some keys: several times
 * faster than the lexer, which makes every value and knows its place. Plain are texts without escape sequences, whole
 * numbers, and objects with each key once. Whatever is not plain, and every mistake, is left to the lexer.
 */
export class RecordScanner<Key extends string> {
  readonly columns: Readonly<Record<Key, Readonly<Column>>>;
  readonly #keys: KeyTable;
  #record = 0;
  #chunk: Buffer = Buffer.alloc(0);
  #at = 0;

  /**
   * @param keys whose values are read.
   * @param typesOnly those of them whose texts may come empty: it is asked only that they are texts.
   */
  constructor(keys: readonly Key[], typesOnly: readonly Key[] = []) {
    this.#keys = new KeyTable(keys, typesOnly);
    this.columns = this.#keys.columns();
  }

  /**
   * Reads the record that begins at `start`. Returns where it ends, or null when it is not plain or goes on in the
   * next chunk.
   * @param chunk UTF-8
   */
  read(chunk: Buffer, start: number): number | null {
    this.#chunk = chunk;
    this.#at = start;
    this.#record += 1;
    this.#keys.clear();
    const isPlain = this.#take(BEGIN_OBJECT) && this.#members() && this.#at - start <= MAX_RECORD_BYTES;
    return isPlain ? this.#at : null;
  }

  #members(): boolean {
    if (this.#take(END_OBJECT)) return true;
    let position = 0;
    do {
      const key = this.#key(this.#keys.expected(position));
      if (key === null || key.record === this.#record) return false;
      key.record = this.#record;
      this.#keys.expect(key, position);
      const value = this.#value(key.reading, 1);
      if (value === UNUSUAL) return false;
      key.value = value;
      position += 1;
    } while (this.#take(COMMA));
    return this.#take(END_OBJECT);
  }

  /** With its colon. Records repeat their keys in one order, so the one expected is compared byte by byte first. */
  #key(expected: KnownKey | null): KnownKey | null {
    this.#skipSpace();
    if (expected !== null && this.#skip(expected.bytes)) return expected;
    if (!this.#take(QUOTE)) return null;
    const name = this.#text('values');
    const key = typeof name === 'string' ? this.#keys.find(name) : null;
    return key !== null && this.#take(COLON) ? key : null;
  }

  /** Undefined for a text that is not read. */
  #value(reading: Reading, depth: number): unknown {
    this.#skipSpace();
    const byte = this.#chunk[this.#at] ?? 0;
    this.#at += 1;
    if (byte === QUOTE) return this.#text(reading);
    if (byte >= ZERO && byte <= NINE) return this.#wholeNumber(byte - ZERO);
    if (byte === BEGIN_ARRAY) return depth < MAX_DEPTH ? this.#array(reading, depth + 1) : UNUSUAL;
    if (byte === BEGIN_OBJECT) return depth < MAX_DEPTH ? this.#object(depth + 1) : UNUSUAL;
    this.#at -= 1;
    if (this.#skip(TRUE)) return true;
    if (this.#skip(FALSE)) return false;
    return this.#skip(NULL) ? null : UNUSUAL;
  }

  /** After its opening quote. */
  #text(reading: Reading): string | undefined | typeof UNUSUAL {
    const chunk = this.#chunk;
    const start = this.#at;
    if (reading === 'nothing') return this.#skipText();
    let bits = 0;
    for (let at = start; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (byte === QUOTE) {
        this.#at = at + 1;
        if (reading === 'types') return '';
        return chunk.toString(bits < 0x80 ? 'latin1' : 'utf8', start, at);
      }
      if (byte === BACKSLASH || byte < SPACE) return UNUSUAL;
      bits |= byte;
    }
    return UNUSUAL;
  }

  #skipText(): undefined | typeof UNUSUAL {
    const chunk = this.#chunk;
    let at = this.#at;
    let byte = chunk[at] ?? 0;
    while (byte !== QUOTE && byte !== BACKSLASH && byte >= SPACE) byte = chunk[++at] ?? 0;
    if (byte !== QUOTE) return UNUSUAL;
    this.#at = at + 1;
    return undefined;
  }

  /** After its first digit. */
  #wholeNumber(first: number): number | typeof UNUSUAL {
    const start = this.#at;
    let number = first;
    for (; this.#at < this.#chunk.length; this.#at++) {
      const digit = (this.#chunk[this.#at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      number = 10 * number + digit;
    }
    const further = this.#at - start;
    return further < MAX_DIGITS && (first > 0 || further === 0) ? number : UNUSUAL;
  }

  #array(reading: Reading, depth: number): unknown {
    const items: unknown[] = [];
    if (this.#take(END_ARRAY)) return items;
    do {
      const item = this.#value(reading, depth);
      if (item === UNUSUAL) return UNUSUAL;
      if (reading !== 'nothing') items.push(item);
    } while (this.#take(COMMA));
    return this.#take(END_ARRAY) ? items : UNUSUAL;
  }

  /** An object within a record is rare enough to be made with all its values. */
  #object(depth: number): unknown {
    const object: Record<string, unknown> = {};
    if (this.#take(END_OBJECT)) return object;
    let position = 0;
    do {
      const key = this.#key(this.#keys.expectedWithin(position));
      // What every object has by its prototype counts as there twice: no plain record has such keys.
      if (key === null || key.name in object) return UNUSUAL;
      this.#keys.expectWithin(key, position);
      const value = this.#value('values', depth);
      if (value === UNUSUAL) return UNUSUAL;
      object[key.name] = value;
      position += 1;
    } while (this.#take(COMMA));
    return this.#take(END_OBJECT) ? object : UNUSUAL;
  }

  /** Whether this byte comes next, after white space. */
  #take(byte: number): boolean {
    this.#skipSpace();
    if (this.#chunk[this.#at] !== byte) return false;
    this.#at += 1;
    return true;
  }

  #skipSpace(): void {
    this.#at = skipSpace(this.#chunk, this.#at);
  }

  /** Whether these bytes come next. */
  #skip(bytes: Buffer): boolean {
    const chunk = this.#chunk;
    const start = this.#at;
    for (let index = 0; index < bytes.length; index++) {
      if (chunk[start + index] !== bytes[index]) return false;
    }
    this.#at = start + bytes.length;
    return true;
  }
}

/** Where a record begins that comes next in a list, after a comma where one is due; null where none does. */
export function nextRecord(chunk: Buffer, start: number, isCommaDue: boolean): number | null {
  let at = skipSpace(chunk, start);
  if (isCommaDue) {
    if (chunk[at] !== COMMA) return null;
    at = skipSpace(chunk, at + 1);
  }
  return chunk[at] === BEGIN_OBJECT ? at : null;
}

function skipSpace(chunk: Buffer, start: number): number {
  let at = start;
  while (at < chunk.length && isSpace(chunk[at] ?? 0)) at += 1;
  return at;
}

function isSpace(byte: number): boolean {
  return byte <= SPACE && (byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09);
}
