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
const PLACES = 4096;

/**
 * The values of one record, one behind the other, as where in the bytes they are: nothing is made of them until it is
 * asked for. The items of a list, and the members of an object in it, follow it.
 */
export class RecordTape {
  bytes: Buffer = Buffer.alloc(0);
  length = 0;
  readonly kinds = new Uint8Array(PLACES);
  /** Of a text where it begins and ends in the bytes; of a list or an object `ends` has the place behind its last item. */
  readonly starts = new Int32Array(PLACES);
  readonly ends = new Int32Array(PLACES);
  /** Of a member of an object within the record, the number of its key. */
  readonly keys = new Int16Array(PLACES);
  readonly numbers = new Float64Array(PLACES);
  /** By the number of a key of the record: the place of its value; place 0 has nothing. */
  readonly members: Uint16Array;

  /** @param keys how many keys are read. */
  constructor(keys: number) {
    this.members = new Uint16Array(keys);
  }

  /** For the next record. */
  begin(bytes: Buffer): void {
    this.bytes = bytes;
    this.length = 1;
    this.members.fill(0);
  }

  get isFull(): boolean {
    return this.length === PLACES;
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
