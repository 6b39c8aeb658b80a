import { AddressesOnTape } from './addresses-on-tape.ts';
import type { Scanner } from './scanner-module.ts';
import { FALSE, LIST, NOTHING, NULL, NUMBER, OBJECT, PLACES, RECORDS, TEXT, TRUE } from './tape-format.ts';

/** What kind of value is at a place of a tape. */
export const TAPE = {
  nothing: NOTHING,
  null: NULL,
  false: FALSE,
  true: TRUE,
  number: NUMBER,
  text: TEXT,
  list: LIST,
  object: OBJECT,
} as const;

/**
 * The values of some records, one behind the other, as where in the bytes they are: nothing is made of them until it is
 * asked for. The items of a list, and the members of an object in it, follow it. Place 0 has nothing.
 */
export class RecordTape {
  records = 0;
  readonly bytes: Buffer;
  readonly numbers: Float64Array;
  readonly addresses: AddressesOnTape;
  readonly #kinds: Uint8Array;
  /** Of a text where it begins and ends in the bytes; of a list or an object `ends` has the place behind its last item. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** Of a member of an object within the record, the number of its key. */
  readonly #keys: Int16Array;
  readonly #keysRead: number;
  /** By record and the number of a key: the place of its value. */
  readonly #members: Uint16Array;
  /** Where those of the record at hand begin. */
  #row = 0;

  /** @param keysRead how many keys of a record are read. */
  constructor(scanner: Scanner, bytes: Buffer, keysRead: number) {
    const { memory, kinds, starts, ends, keyNumbers, numbers, members } = scanner;
    this.bytes = bytes;
    this.#kinds = new Uint8Array(memory.buffer, kinds.value, PLACES);
    this.#starts = new Int32Array(memory.buffer, starts.value, PLACES);
    this.#ends = new Int32Array(memory.buffer, ends.value, PLACES);
    this.#keys = new Int16Array(memory.buffer, keyNumbers.value, PLACES);
    this.numbers = new Float64Array(memory.buffer, numbers.value, PLACES);
    this.#members = new Uint16Array(memory.buffer, members.value, RECORDS * keysRead);
    this.#keysRead = keysRead;
    this.addresses = new AddressesOnTape(scanner, bytes);
  }

  /** The record is at hand from now on. */
  select(record: number): void {
    this.#row = record * this.#keysRead;
  }

  /** Of the record at hand, the place of the value under the key of this number; 0 when there is none. */
  memberAt(key: number): number {
    return this.#members[this.#row + key] ?? 0;
  }

  kindAt(place: number): number {
    return this.#kinds[place] ?? TAPE.nothing;
  }

  keyAt(place: number): number {
    return this.#keys[place] ?? -1;
  }

  startAt(place: number): number {
    return this.#starts[place] ?? 0;
  }

  endAt(place: number): number {
    return this.#ends[place] ?? 0;
  }

  /** The place behind a value and all that is in it. */
  after(place: number): number {
    return this.kindAt(place) >= TAPE.list ? this.endAt(place) : place + 1;
  }

  isText(place: number): boolean {
    return this.kindAt(place) === TAPE.text;
  }

  textAt(place: number): string {
    return this.bytes.toString('utf8', this.startAt(place), this.endAt(place));
  }
}
