import { KeyTable, type KnownKey, UNREAD } from './key-table.ts';
import { RecordTape, TAPE } from './record-tape.ts';

/** What the careful reader takes at most has far more room: a record of this size cannot exceed it. */
const MAX_RECORD_BYTES = 64 * 1024;
/** Of values within values. */
const MAX_DEPTH = 4;
/** Every whole number of so many digits is safe. */
const MAX_DIGITS = 15;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const NOT_ASCII = 0x80;
const ZERO = 0x30;
const NINE = 0x39;
const COMMA = 0x2c;
const COLON = 0x3a;
const [BEGIN_OBJECT, END_OBJECT] = [0x7b, 0x7d] as const;
const [BEGIN_ARRAY, END_ARRAY] = [0x5b, 0x5d] as const;
const [TRUE, FALSE, NULL] = [Buffer.from('true'), Buffer.from('false'), Buffer.from('null')] as const;

/**
 * Finds in the bytes of a file where the values of some keys of a record are, and makes nothing of them: several times
 * faster than the lexer, which makes every value and knows its line. Plain are texts without escape sequences, whole
 * numbers, and objects with each key once. Whatever is not plain, and every mistake, is left to the lexer.
 */
export class RecordScanner {
  readonly tape: RecordTape;
  readonly #keys: KeyTable;
  #objects = 0;
  #chunk: Buffer = Buffer.alloc(0);
  #at = 0;

  /** @param keys whose values are read; their places are their numbers on the tape. */
  constructor(keys: readonly string[]) {
    this.#keys = new KeyTable(keys);
    this.tape = new RecordTape(keys.length);
  }

  /**
   * Reads the record that begins at `start`. Returns where it ends, or null when it is not plain or goes on in the
   * next chunk.
   * @param chunk UTF-8
   */
  read(chunk: Buffer, start: number): number | null {
    this.#chunk = chunk;
    this.#at = start;
    this.tape.begin(chunk);
    const isPlain = this.#take(BEGIN_OBJECT) && this.#members() && this.#at - start <= MAX_RECORD_BYTES;
    return isPlain ? this.#at : null;
  }

  #members(): boolean {
    if (this.#take(END_OBJECT)) return true;
    const record = ++this.#objects;
    let position = 0;
    do {
      const key = this.#key(this.#keys.expected(position));
      if (key === null || key.seenIn === record) return false;
      key.seenIn = record;
      this.#keys.expect(key, position);
      const isRead = key.number !== UNREAD;
      if (isRead) this.tape.members[key.number] = this.tape.length;
      if (!this.#value(isRead, key.number, 1)) return false;
      position += 1;
    } while (this.#take(COMMA));
    return this.#take(END_OBJECT);
  }

  /** With its colon. Records repeat their keys in one order, so the one expected is compared byte by byte first. */
  #key(expected: KnownKey | null): KnownKey | null {
    this.#skipSpace();
    if (expected !== null && this.#skip(expected.bytes)) return expected;
    if (!this.#take(QUOTE)) return null;
    const start = this.#at;
    if (this.#skipText() === TAPE.nothing) return null;
    const key = this.#keys.find(this.#chunk.toString('utf8', start, this.#at - 1));
    return key !== null && this.#take(COLON) ? key : null;
  }

  /** False when it is not plain. */
  #value(isRead: boolean, key: number, depth: number): boolean {
    this.#skipSpace();
    if (isRead && this.tape.isFull) return false;
    const byte = this.#chunk[this.#at] ?? 0;
    if (byte === QUOTE) return this.#text(isRead, key);
    if (byte >= ZERO && byte <= NINE) return this.#wholeNumber(isRead, key, byte - ZERO);
    if (byte === BEGIN_ARRAY) return depth < MAX_DEPTH && this.#array(isRead, key, depth + 1);
    if (byte === BEGIN_OBJECT) return this.#object(isRead, key, depth + 1);
    return (
      this.#literal(TRUE, TAPE.true, isRead, key) ||
      this.#literal(FALSE, TAPE.false, isRead, key) ||
      this.#literal(NULL, TAPE.null, isRead, key)
    );
  }

  #literal(bytes: Buffer, kind: number, isRead: boolean, key: number): boolean {
    if (!this.#skip(bytes)) return false;
    if (isRead) this.tape.add(kind, key, 0, 0);
    return true;
  }

  #text(isRead: boolean, key: number): boolean {
    this.#at += 1;
    const start = this.#at;
    const kind = this.#skipText();
    if (isRead) this.tape.add(kind, key, start, this.#at - 1);
    return kind !== TAPE.nothing;
  }

  /** With its closing quote. Returns its kind, or `nothing` for a text that is not plain. */
  #skipText(): number {
    const chunk = this.#chunk;
    const end = chunk.length;
    let at = this.#at;
    let bits = 0;
    while (at < end) {
      const byte = chunk[at++] ?? 0;
      if (byte === QUOTE) {
        this.#at = at;
        return bits < NOT_ASCII ? TAPE.text : TAPE.wideText;
      }
      if (byte === BACKSLASH || byte < SPACE) break;
      bits |= byte;
    }
    return TAPE.nothing;
  }

  #wholeNumber(isRead: boolean, key: number, first: number): boolean {
    const start = this.#at + 1;
    let at = start;
    let number = first;
    for (; at < this.#chunk.length; at++) {
      const digit = (this.#chunk[at] ?? 0) - ZERO;
      if (digit < 0 || digit > 9) break;
      number = 10 * number + digit;
    }
    this.#at = at;
    if (isRead) this.tape.numbers[this.tape.add(TAPE.number, key, 0, 0)] = number;
    return at - start < MAX_DIGITS && (first > 0 || at === start);
  }

  #array(isRead: boolean, key: number, depth: number): boolean {
    this.#at += 1;
    const place = isRead ? this.tape.add(TAPE.list, key, 0, 0) : 0;
    if (!this.#take(END_ARRAY)) {
      do if (!this.#value(isRead, UNREAD, depth)) return false;
      while (this.#take(COMMA));
      if (!this.#take(END_ARRAY)) return false;
    }
    this.tape.ends[place] = this.tape.length;
    return true;
  }

  /** Of objects within a record none has another in it. */
  #object(isRead: boolean, key: number, depth: number): boolean {
    if (depth > MAX_DEPTH) return false;
    this.#at += 1;
    const place = isRead ? this.tape.add(TAPE.object, key, 0, 0) : 0;
    if (!this.#take(END_OBJECT)) {
      if (!this.#membersWithin(isRead) || !this.#take(END_OBJECT)) return false;
    }
    this.tape.ends[place] = this.tape.length;
    return true;
  }

  #membersWithin(isRead: boolean): boolean {
    const object = ++this.#objects;
    let position = 0;
    do {
      const key = this.#key(this.#keys.expectedWithin(position));
      if (key === null || key.seenWithin === object) return false;
      key.seenWithin = object;
      this.#keys.expectWithin(key, position);
      if (!this.#value(isRead, key.number, MAX_DEPTH)) return false;
      position += 1;
    } while (this.#take(COMMA));
    return true;
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
