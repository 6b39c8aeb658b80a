import { type EmailNumbers, NO_EMAIL } from '../../domain/email-numbers.ts';
import { type RecordTape, TAPE } from './json/record-tape.ts';
import type { Prepared } from './json/records-ahead.ts';
import { ITEM, PLACES } from './json/tape-format.ts';

/**
 * The numbers of the addresses that plain records have under some keys, by place on the tape. Those of all records
 * that were read ahead are numbered at once, which is faster than one by one.
 */
export class EmailsOnTape implements Prepared {
  readonly #emails: EmailNumbers;
  readonly #keys: readonly number[];
  /** By place. */
  readonly #numbers = new Int32Array(PLACES);
  // Of the addresses one behind the other: where each is on the tape and in the bytes, and its number.
  readonly #places = new Int32Array(PLACES);
  readonly #starts = new Int32Array(PLACES);
  readonly #ends = new Int32Array(PLACES);
  readonly #added = new Int32Array(PLACES);
  #length = 0;

  /** @param keys under which are texts, lists of texts, or lists of objects with texts under the same keys. */
  constructor(emails: EmailNumbers, keys: readonly number[]) {
    this.#emails = emails;
    this.#keys = keys;
  }

  prepare(tape: RecordTape): void {
    this.#length = 0;
    for (let record = 0; record < tape.records; record++) {
      tape.select(record);
      for (const key of this.#keys) this.#noteValue(tape, tape.memberAt(key));
    }
    this.#emails.addAll(tape.bytes, this.#starts, this.#ends, this.#length, this.#added);
    for (let index = 0; index < this.#length; index++)
      this.#numbers[this.#places[index] ?? 0] = this.#added[index] ?? NO_EMAIL;
  }

  /** The number of the address at the place of a text; NO_EMAIL for a text that is none. */
  at(place: number): number {
    return this.#numbers[place] ?? NO_EMAIL;
  }

  #noteValue(tape: RecordTape, place: number): void {
    const kind = tape.kindAt(place);
    if (kind === TAPE.text) this.#note(tape, place);
    if (kind !== TAPE.list) return;
    const end = tape.endAt(place);
    for (let item = place + 1; item < end; item++) {
      if (tape.isText(item) && this.#isAddress(tape.keyAt(item))) this.#note(tape, item);
    }
  }

  /** Of an item of the list, or of a member of an object in it. */
  #isAddress(key: number): boolean {
    return key === ITEM || this.#keys.includes(key);
  }

  #note(tape: RecordTape, place: number): void {
    this.#places[this.#length] = place;
    this.#starts[this.#length] = tape.startAt(place);
    this.#ends[this.#length++] = tape.endAt(place);
  }
}
