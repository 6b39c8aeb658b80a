import { FIELDS, KEYS_OF_FIELD } from './fields-format.ts';
import { RecordTape } from './record-tape.ts';
import { newScanner, type Scanner } from './scanner-module.ts';
import { A_FLAG, A_TEXT, AN_OBJECT, ANYTHING, RECORDS, TEXTS, UNREAD } from './tape-format.ts';

/** What a value must be that is not null. */
const KINDS = { text: A_TEXT, texts: TEXTS, flag: A_FLAG, object: AN_OBJECT } as const;
export type UnusedKind = keyof typeof KINDS;

/** What is between records: in a list commas, in JSON lines line feeds, which are in no record then. */
const SEPARATORS = { commas: 0x2c, lines: 0x0a } as const;

/** What is known of the keys of records beforehand. */
export interface RecordKeys {
  /** Keys whose values are read; their places are their numbers on the tape. */
  readonly read: readonly string[];
  /** Keys, of those or others, whose values are to be of a kind, or null, and do not come on the tape. */
  readonly unused?: ReadonlyMap<string, UnusedKind>;
  /** Keys, of those read, under which are addresses, lists of addresses, or lists of objects with some under such keys. */
  readonly addresses?: readonly string[];
}

/** No plain record is longer: so much of the chunk is in the window when a record is read. */
const MAX_RECORD_BYTES = 64 * 1024;

/**
 * Finds in the bytes of a file where the values of some keys of its records are, and makes nothing of them: many times
 * faster than the lexer, which makes every value and knows its line. Plain are texts without escape sequences, whole
 * numbers, and objects with each key once. Whatever is not plain, and every mistake, is left to the lexer. The work is
 * done in WebAssembly (wasm/record-scanner.ts), on the bytes that are in its memory: the window.
 */
export class RecordScanner {
  readonly tape: RecordTape;
  /** For who has it do more with what was read. */
  readonly module: Scanner;
  readonly #window: Buffer;
  readonly #recordStarts: Int32Array;
  readonly #recordEnds: Int32Array;
  #chunk: Buffer | null = null;
  // What of the chunk is in the window.
  #from = 0;
  #to = 0;

  constructor(
    { read, unused = new Map(), addresses = [] }: RecordKeys,
    between: keyof typeof SEPARATORS = 'commas',
  ) {
    const scanner = newScanner();
    const { memory, window, windowBytes, recordStarts, recordEnds } = scanner;
    this.module = scanner;
    this.#window = Buffer.from(memory.buffer, window.value, windowBytes.value);
    this.#recordStarts = new Int32Array(memory.buffer, recordStarts.value, RECORDS);
    this.#recordEnds = new Int32Array(memory.buffer, recordEnds.value, RECORDS);
    this.tape = new RecordTape(scanner, this.#window, read.length);
    scanner.readKeys(read.length);
    scanner.separateBy(SEPARATORS[between]);
    for (const [number, key] of read.entries())
      if (!unused.has(key)) this.#addKey(key, number, ANYTHING, addresses.includes(key));
    for (const [key, kind] of unused) this.#addKey(key, UNREAD, KINDS[kind], false);
  }

  /** Where fields are looked for by who takes records from the tape: of each the numbers of its keys. */
  lookFor(keysByField: ReadonlyMap<number, readonly number[]>): void {
    const { memory, fieldKeys } = this.module;
    const numbers = new Int16Array(memory.buffer, fieldKeys.value, FIELDS * KEYS_OF_FIELD).fill(UNREAD);
    for (const [field, keys] of keysByField) numbers.set(keys, field * KEYS_OF_FIELD);
  }

  #addKey(name: string, number: number, kind: number, hasAddresses: boolean): void {
    const { memory, roomForKey, addKey } = this.module;
    addKey(Buffer.from(memory.buffer, roomForKey()).write(`"${name}"`), number, kind, hasAddresses);
  }

  /**
   * Puts the records on the tape that follow one another from `start` on, in place of those before: as many as have
   * room. Returns how many; the next one is not plain or goes on in the next chunk, if it is not that.
   * @param chunk UTF-8
   */
  read(chunk: Buffer, start: number): number {
    if (!this.#isInWindow(chunk, start)) this.#open(chunk, start);
    this.tape.records = this.module.read(start - this.#from, this.#to - this.#from);
    this.tape.addresses.length = this.module.addresses();
    return this.tape.records;
  }

  /** Of a record on the tape, where in the chunk it begins. */
  startOf(record: number): number {
    return this.#from + (this.#recordStarts[record] ?? 0);
  }

  endOf(record: number): number {
    return this.#from + (this.#recordEnds[record] ?? 0);
  }

  #isInWindow(chunk: Buffer, start: number): boolean {
    if (chunk !== this.#chunk || start < this.#from) return false;
    return start + MAX_RECORD_BYTES <= this.#to || this.#to === chunk.length;
  }

  #open(chunk: Buffer, start: number): void {
    this.#chunk = chunk;
    this.#from = start;
    this.#to = start + chunk.copy(this.#window, 0, start);
  }
}
