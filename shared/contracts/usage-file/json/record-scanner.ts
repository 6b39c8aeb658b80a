import { ITEM, KeyTable, type KnownKey, UNREAD, type UnusedKind } from './key-table.ts';
import {
  afterText,
  afterTexts,
  BEGIN_ARRAY,
  BEGIN_OBJECT,
  byteAt,
  COLON,
  COMMA,
  digitAt,
  END_ARRAY,
  END_OBJECT,
  MAX_DIGITS,
  QUOTE,
  skipSpace,
  UNUSUAL,
} from './plain-json.ts';
import { PlainWords } from './plain-words.ts';
import { RecordTape, TAPE } from './record-tape.ts';

/** What the careful reader takes at most has far more room: a record of this size cannot exceed it. */
const MAX_RECORD_BYTES = 64 * 1024;
interface Literal {
  readonly kind: number;
  readonly first: number;
  readonly bytes: PlainWords;
}
const TRUE: Literal = { kind: TAPE.true, first: 0x74, bytes: new PlainWords('true') };
const FALSE: Literal = { kind: TAPE.false, first: 0x66, bytes: new PlainWords('false') };
const NULL: Literal = { kind: TAPE.null, first: 0x6e, bytes: new PlainWords('null') };

const NONE: ReadonlyMap<string, UnusedKind> = new Map();
const NO_VIEW = new DataView(new ArrayBuffer());
/** Of values within values. */
const MAX_DEPTH = 4;

/**
 * Finds in the bytes of a file where the values of some keys of a record are, and makes nothing of them: several times
 * faster than the lexer, which makes every value and knows its line. Plain are texts without escape sequences, whole
 * numbers, and objects with each key once. Whatever is not plain, and every mistake, is left to the lexer.
 *
 * Its methods take where something begins and return where it ends, or UNUSUAL: so the place is in a register.
 */
export class RecordScanner {
  readonly tape: RecordTape;
  readonly #keys: KeyTable;
  #chunk: Buffer | null = null;
  #view: DataView = NO_VIEW;
  #objects = 0;
  #key: KnownKey | null = null;

  /**
   * @param keys whose values are read; their places are their numbers on the tape.
   * @param unused keys whose values are to be of a kind, or null, and do not come on the tape.
   */
  constructor(keys: readonly string[], unused: ReadonlyMap<string, UnusedKind> = NONE) {
    this.#keys = new KeyTable(keys, unused);
    this.tape = new RecordTape(keys.length);
  }

  /**
   * Adds the record that begins at `start` to the tape, which must have room for it. Returns where it ends, or null
   * with nothing added when it is not plain or goes on in the next chunk.
   * @param chunk UTF-8
   */
  read(chunk: Buffer, start: number): number | null {
    if (chunk !== this.#chunk) this.#open(chunk);
    this.tape.begin();
    const end = this.#record(chunk, start + 1);
    if (end !== UNUSUAL && end - start <= MAX_RECORD_BYTES) return end;
    this.tape.drop();
    return null;
  }

  #open(chunk: Buffer): void {
    this.#chunk = chunk;
    this.#view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
  }

  /** Behind its brace. */
  #record(chunk: Buffer, start: number): number {
    const object = ++this.#objects;
    let at = skipSpace(chunk, start);
    if (byteAt(chunk, at) === END_OBJECT) return at + 1;
    for (let position = 0; ; position++) {
      const expected = this.#keys.expected(position);
      at = this.#keyAt(chunk, at, expected);
      const key = this.#key;
      if (at === UNUSUAL || key === null || key.seenIn === object) return UNUSUAL;
      key.seenIn = object;
      if (key !== expected) this.#keys.expect(key, position);
      if (key.number !== UNREAD) this.tape.addMember(key.number);
      at =
        key.unused === null
          ? this.#value(chunk, at, key.number, 1)
          : this.#unusedValue(chunk, at, key.unused);
      if (at === UNUSUAL) return UNUSUAL;
      if (byteAt(chunk, at) !== COMMA) at = skipSpace(chunk, at);
      if (byteAt(chunk, at) === END_OBJECT) return at + 1;
      if (byteAt(chunk, at) !== COMMA) return UNUSUAL;
      at += 1;
    }
  }

  /** Where the value of the key begins. Records repeat their keys in one order, so the expected one is tried first. */
  #keyAt(chunk: Buffer, start: number, expected: KnownKey | null): number {
    this.#key = expected;
    if (expected !== null) {
      const end = expected.bytes.endAt(this.#view, chunk.length, start);
      if (end !== UNUSUAL) return end;
    }
    return this.#anyKeyAt(chunk, skipSpace(chunk, start));
  }

  #anyKeyAt(chunk: Buffer, start: number): number {
    const end = byteAt(chunk, start) === QUOTE ? afterText(chunk, start + 1) : UNUSUAL;
    if (end === UNUSUAL) return UNUSUAL;
    this.#key = this.#keys.find(chunk.toString('utf8', start + 1, end - 1));
    const colon = skipSpace(chunk, end);
    return byteAt(chunk, colon) === COLON ? colon + 1 : UNUSUAL;
  }

  /** @param key its number; ITEM in a list that is read, UNREAD for what is passed over. */
  #value(chunk: Buffer, start: number, key: number, depth: number): number {
    const at = skipSpace(chunk, start);
    const byte = byteAt(chunk, at);
    if (key !== UNREAD && this.tape.isFull) return UNUSUAL;
    if (byte === QUOTE) return this.#text(chunk, at + 1, key);
    if (digitAt(chunk, at) !== UNUSUAL) return this.#wholeNumber(chunk, at, key);
    if (byte === BEGIN_ARRAY) return depth < MAX_DEPTH ? this.#list(chunk, at + 1, key, depth + 1) : UNUSUAL;
    if (byte === BEGIN_OBJECT) return depth < MAX_DEPTH ? this.#object(chunk, at + 1, key) : UNUSUAL;
    if (byte === FALSE.first) return this.#literal(chunk, FALSE, at, key);
    if (byte === TRUE.first) return this.#literal(chunk, TRUE, at, key);
    return byte === NULL.first ? this.#literal(chunk, NULL, at, key) : UNUSUAL;
  }

  #unusedValue(chunk: Buffer, start: number, kind: UnusedKind): number {
    const at = skipSpace(chunk, start);
    const byte = byteAt(chunk, at);
    if (byte === NULL.first) return this.#literal(chunk, NULL, at, UNREAD);
    if (kind === 'text') return byte === QUOTE ? afterText(chunk, at + 1) : UNUSUAL;
    if (kind === 'texts') return byte === BEGIN_ARRAY ? afterTexts(chunk, at + 1) : UNUSUAL;
    return this.#literal(chunk, byte === TRUE.first ? TRUE : FALSE, at, UNREAD);
  }

  #literal(chunk: Buffer, { kind, bytes }: Literal, start: number, key: number): number {
    const end = bytes.endAt(this.#view, chunk.length, start);
    if (end !== UNUSUAL && key !== UNREAD) this.tape.add(kind, key, 0, 0);
    return end;
  }

  #text(chunk: Buffer, start: number, key: number): number {
    const end = afterText(chunk, start);
    if (key !== UNREAD) this.tape.add(TAPE.text, key, start, end - 1);
    return end;
  }

  #wholeNumber(chunk: Buffer, start: number, key: number): number {
    const first = digitAt(chunk, start);
    let number = 0;
    let at = start;
    for (let digit = first; digit !== UNUSUAL; digit = digitAt(chunk, ++at)) number = 10 * number + digit;
    if (at - start > MAX_DIGITS || (first === 0 && at > start + 1)) return UNUSUAL;
    if (key !== UNREAD) this.tape.addNumber(number, key);
    return at;
  }

  /** Behind its bracket. */
  #list(chunk: Buffer, start: number, key: number, depth: number): number {
    const isRead = key !== UNREAD;
    const place = isRead ? this.tape.add(TAPE.list, key, 0, 0) : 0;
    let at = skipSpace(chunk, start);
    if (byteAt(chunk, at) !== END_ARRAY) {
      for (;;) {
        at = this.#value(chunk, at, isRead ? ITEM : UNREAD, depth);
        if (at === UNUSUAL) return UNUSUAL;
        at = skipSpace(chunk, at);
        if (byteAt(chunk, at) !== COMMA) break;
        at += 1;
      }
      if (byteAt(chunk, at) !== END_ARRAY) return UNUSUAL;
    }
    if (isRead) this.tape.endWith(place);
    return at + 1;
  }

  /** Behind its brace. Of objects within a record none has a list or another object in it. */
  #object(chunk: Buffer, start: number, key: number): number {
    const object = ++this.#objects;
    const isRead = key !== UNREAD;
    const place = isRead ? this.tape.add(TAPE.object, key, 0, 0) : 0;
    let at = skipSpace(chunk, start);
    for (let position = 0; byteAt(chunk, at) !== END_OBJECT; position++) {
      if (position > 0 && byteAt(chunk, at++) !== COMMA) return UNUSUAL;
      const expected = this.#keys.expectedWithin(position);
      at = this.#keyAt(chunk, at, expected);
      const member = this.#key;
      if (at === UNUSUAL || member === null || member.seenWithin === object) return UNUSUAL;
      member.seenWithin = object;
      if (member !== expected) this.#keys.expectWithin(member, position);
      at = this.#value(chunk, at, isRead ? member.number : UNREAD, MAX_DEPTH);
      if (at === UNUSUAL) return UNUSUAL;
      at = skipSpace(chunk, at);
    }
    if (isRead) this.tape.endWith(place);
    return at + 1;
  }
}

/** Where a record begins that comes next in a list, after a comma where one is due; null where none does. */
export function nextRecord(chunk: Buffer, start: number, isCommaDue: boolean): number | null {
  let at = skipSpace(chunk, start);
  if (isCommaDue) {
    if (byteAt(chunk, at) !== COMMA) return null;
    at = skipSpace(chunk, at + 1);
  }
  return byteAt(chunk, at) === BEGIN_OBJECT ? at : null;
}
