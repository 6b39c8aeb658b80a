/** What kind of value is at a place of a tape. */
export const TAPE = {
  nothing: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  text: 5,
  list: 6,
  object: 7,
} as const;

/** More values than any plain record has. */
const PLACES_OF_RECORD = 4096;
export const PLACES = 2 * PLACES_OF_RECORD;
export const RECORDS = 32;

/**
 * The values of some records, one behind the other, as where in the bytes they are: nothing is made of them until it is
 * asked for. The items of a list, and the members of an object in it, follow it.
 */
export class RecordTape {
  bytes: Buffer = Buffer.alloc(0);
  /** Place 0 has nothing. */
  length = 1;
  records = 0;
  readonly kinds = new Uint8Array(PLACES);
  /** Of a text where it begins and ends in the bytes; of a list or an object `ends` has the place behind its last item. */
  readonly starts = new Int32Array(PLACES);
  readonly ends = new Int32Array(PLACES);
  /** Of a member of an object within the record, the number of its key. */
  readonly keys = new Int16Array(PLACES);
  readonly numbers = new Float64Array(PLACES);
  readonly #keys: number;
  /** By record and the number of a key: the place of its value. */
  readonly #members: Uint16Array;
  /** Where those of the record at hand begin. */
  #row = 0;
  /** Before this place the record must end that was begun last. */
  #limit = PLACES;

  /** @param keys how many keys are read. */
  constructor(keys: number) {
    this.#keys = keys;
    this.#members = new Uint16Array(RECORDS * keys);
  }

  /** For other records. */
  clear(bytes: Buffer): void {
    this.bytes = bytes;
    this.length = 1;
    this.records = 0;
  }

  /** Whether one more record has room, however large. */
  get hasRoom(): boolean {
    return this.records < RECORDS && this.length <= PLACES - PLACES_OF_RECORD;
  }

  /** The next record, which is then at hand. To be asked only while it has room. */
  begin(): void {
    this.select(this.records++);
    this.#members.fill(0, this.#row, this.#row + this.#keys);
    this.#limit = this.length + PLACES_OF_RECORD;
  }

  /** Takes back the record that was begun last. */
  drop(): void {
    this.records -= 1;
    this.length = this.#limit - PLACES_OF_RECORD;
  }

  /** The record is at hand from now on. */
  select(record: number): void {
    this.#row = record * this.#keys;
  }

  /** Of the record at hand, the next value is under the key of this number. */
  addMember(key: number): void {
    this.#members[this.#row + key] = this.length;
  }

  /** Of the record at hand, the place of the value under the key of this number; 0 when there is none. */
  memberAt(key: number): number {
    return this.#members[this.#row + key] ?? 0;
  }

  get isFull(): boolean {
    return this.length === this.#limit;
  }

  /** The place of the value. To be asked only while the tape is not full. */
  add(kind: number, key: number, start: number, end: number): number {
    const place = this.length++;
    this.kinds[place] = kind;
    this.keys[place] = key;
    this.starts[place] = start;
    this.ends[place] = end;
    return place;
  }

  addNumber(number: number, key: number): void {
    this.numbers[this.add(TAPE.number, key, 0, 0)] = number;
  }

  /** Nothing more is in the list or the object at a place. */
  endWith(place: number): void {
    this.ends[place] = this.length;
  }

  kindAt(place: number): number {
    return this.kinds[place] ?? TAPE.nothing;
  }

  keyAt(place: number): number {
    return this.keys[place] ?? -1;
  }

  startAt(place: number): number {
    return this.starts[place] ?? 0;
  }

  endAt(place: number): number {
    return this.ends[place] ?? 0;
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
