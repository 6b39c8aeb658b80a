import type { RecordScanner } from './record-scanner.ts';
import type { RecordTape } from './record-tape.ts';

/** What is done with records that were read ahead, before the first of them is asked for. */
export interface Prepared {
  prepare(tape: RecordTape): void;
}

/** Reads some plain records ahead of the one that is asked for, so that what they have in common is done at once. */
export class RecordsAhead {
  readonly #scanner: RecordScanner;
  readonly #prepared: readonly Prepared[];
  #chunk: Buffer | null = null;
  /** Of the records on the tape. */
  #length = 0;
  /** The first one that was not asked for. */
  #next = 0;

  constructor(scanner: RecordScanner, prepared: readonly Prepared[]) {
    this.#scanner = scanner;
    this.#prepared = prepared;
  }

  /**
   * Reads the record that begins at `start`, which is then at hand on the tape of the scanner. Returns where it ends,
   * or null when it is not plain or goes on in the next chunk. Records are asked for in their order.
   */
  read(chunk: Buffer, start: number): number | null {
    if (chunk !== this.#chunk || !this.#isNext(start)) this.#readAhead(chunk, start);
    if (this.#length === 0) return null;
    this.#scanner.tape.select(this.#next);
    return this.#scanner.endOf(this.#next++);
  }

  /** Which of the records on the tape is at hand. */
  get record(): number {
    return this.#next - 1;
  }

  #isNext(start: number): boolean {
    return this.#next < this.#length && this.#scanner.startOf(this.#next) === start;
  }

  #readAhead(chunk: Buffer, start: number): void {
    this.#chunk = chunk;
    this.#next = 0;
    this.#length = this.#scanner.read(chunk, start);
    for (const prepared of this.#prepared) prepared.prepare(this.#scanner.tape);
  }
}
