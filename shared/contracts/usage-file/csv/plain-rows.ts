/** Of a file's text, one row. Its cells are made when asked for, and only until the next row is read. */
export interface CsvRow {
  /** How many cells it has. */
  readonly width: number;
  /** On which it begins, from 1. A row may go over several lines. */
  readonly line: number;
  /** Empty where there is none. */
  cell(index: number): string;
  /** Where the same is in the bytes of the file; null for a cell, or a row, that has to be made first. */
  span(index: number): CellSpan | null;
}

/** The bytes from `start` to before `end`. */
export interface CellSpan {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** No row of the formats is nearly as long. */
const MAX_ROW_BYTES = 64 * 1024;

const QUOTE = 0x22;
const COMMA = 0x2c;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** In place of where a row ends. */
const CUT_OFF = -1;
const UNUSUAL = -2;

/**
 * Reads rows of a plain kind from the bytes of a file without making the cells that nobody asks for: many times faster
 * than `csv-parse`, to which all is left from the first row on that is not plain: that breaks a line within a cell, has
 * a stray quote, or ends with a carriage return alone.
 */
export class PlainRows {
  /** Of the row that is read next. */
  line = 1;
  readonly #onRow: (row: CsvRow) => void;
  #bytes: Buffer = Buffer.alloc(0);
  /** Where each cell of the row at hand begins and ends, its quotes left out. */
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #width = 0;
  /** The numbers of the cells with quotes in them, which are written twice. */
  readonly #quoted = new Set<number>();

  constructor(onRow: (row: CsvRow) => void) {
    this.#onRow = onRow;
  }

  /**
   * The rows of all chunks; all that is not read, once there is a row that is not plain, is given out. It is copied,
   * as is what goes on in the next chunk: a chunk may hold something else once the next one is asked for.
   */
  async *unread(text: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
    let rest: Buffer = Buffer.alloc(0);
    let isPlain = true;
    for await (const chunk of text) {
      if (isPlain) {
        rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
        const end = this.#readRows(rest);
        isPlain = end.isPlain;
        rest = Buffer.from(rest.subarray(end.at));
        if (isPlain) continue;
        yield rest;
      } else yield Buffer.from(chunk);
    }
    if (isPlain && rest.length > 0) yield rest;
  }

  #readRows(bytes: Buffer): { at: number; isPlain: boolean } {
    this.#bytes = bytes;
    for (let at = 0; ; ) {
      const end = this.#readRow(at);
      if (end === CUT_OFF && bytes.length - at <= MAX_ROW_BYTES) return { at, isPlain: true };
      if (end < 0 || end - at > MAX_ROW_BYTES) return { at, isPlain: false };
      this.#tell();
      this.line += 1;
      at = end;
    }
  }

  #tell(): void {
    const cell = (index: number): string => this.#cell(index);
    const span = (index: number): CellSpan | null => this.#span(index);
    if (this.#width > 1 || cell(0) !== '') this.#onRow({ width: this.#width, line: this.line, cell, span });
  }

  #cell(index: number): string {
    if (index >= this.#width) return '';
    const text = this.#bytes.toString('utf8', this.#starts[index], this.#ends[index]);
    return this.#quoted.has(index) ? text.replaceAll('""', '"') : text;
  }

  #span(index: number): CellSpan | null {
    const [start, end] = [this.#starts[index], this.#ends[index]];
    if (index >= this.#width || start === undefined || end === undefined || this.#quoted.has(index))
      return null;
    return { bytes: this.#bytes, start, end };
  }

  /** Where the next row begins. */
  #readRow(start: number): number {
    this.#width = 0;
    this.#quoted.clear();
    const bytes = this.#bytes;
    for (let at = start; at < bytes.length; at++) {
      at = bytes[at] === QUOTE ? this.#readQuoted(at + 1) : this.#readBare(at);
      if (at < 0) return at;
      const byte = bytes[at];
      if (byte === NEWLINE) return at + 1;
      if (byte === RETURN && at + 1 < bytes.length) return bytes[at + 1] === NEWLINE ? at + 2 : UNUSUAL;
      if (byte !== COMMA) return at + 1 < bytes.length ? UNUSUAL : CUT_OFF;
    }
    return CUT_OFF;
  }

  #addCell(start: number, end: number): void {
    this.#starts[this.#width] = start;
    this.#ends[this.#width] = end;
    this.#width += 1;
  }

  /** Where the cell ends. */
  #readBare(start: number): number {
    const bytes = this.#bytes;
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) return UNUSUAL;
      if (byte === COMMA || byte === NEWLINE || byte === RETURN) {
        this.#addCell(start, at);
        return at;
      }
    }
    return CUT_OFF;
  }

  /** Where the cell ends, behind its closing quote. */
  #readQuoted(start: number): number {
    const bytes = this.#bytes;
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === NEWLINE || byte === RETURN) return UNUSUAL;
      if (byte !== QUOTE) continue;
      if (at + 1 === bytes.length) return CUT_OFF;
      if (bytes[at + 1] !== QUOTE) {
        this.#addCell(start, at);
        return at + 1;
      }
      this.#quoted.add(this.#width);
      at += 1;
    }
    return CUT_OFF;
  }
}
