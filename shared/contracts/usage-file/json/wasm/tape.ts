import { LIST, NUMBER, PLACES, PLACES_OF_RECORD, RECORDS } from '../tape-format.ts';
import { window } from './window.ts';

// The values of some records, one behind the other, as `RecordTape` has them: an array for each, by place.

export const kinds = memory.data(PLACES);
export const starts = memory.data(PLACES * 4, 8);
export const ends = memory.data(PLACES * 4, 8);
export const keyNumbers = memory.data(PLACES * 2, 8);
export const numbers = memory.data(PLACES * 8, 8);

/** No format reads as many keys of a record. */
const MAX_KEYS_READ = 128;
/** By record and the number of a key: the place of its value. */
export const members = memory.data(RECORDS * MAX_KEYS_READ * 2, 8);
let keysRead = 0;
/** Those of the record at hand. */
let row: usize = 0;

let length = 1;
/** Before this place the record at hand must end. */
let limit = 0;

export function readKeys(count: i32): void {
  keysRead = count;
}

/** For other records. */
export function clear(): void {
  length = 1;
}

/** Whether one more record has room, however large. */
export function hasRoom(): bool {
  return length <= PLACES - PLACES_OF_RECORD;
}

export function begin(record: i32): void {
  const size = keysRead * 2;
  row = members + record * size;
  memory.fill(row, 0, size);
  limit = length + PLACES_OF_RECORD;
}

/** Takes back the record that was begun last. */
export function drop(): void {
  length = limit - PLACES_OF_RECORD;
}

/** The next value is under the key of this number. */
export function addMember(key: i32): void {
  store<u16>(row + key * 2, <u16>length);
}

export function isFull(): bool {
  return length === limit;
}

/** The place of the value, which begins and ends where its text does. */
export function add(kind: i32, key: i32, start: i32, end: i32): i32 {
  const place = length++;
  store<u8>(kinds + place, <u8>kind);
  store<i16>(keyNumbers + place * 2, <i16>key);
  store<i32>(starts + place * 4, start);
  store<i32>(ends + place * 4, end);
  return place;
}

export function addNumber(number: f64, key: i32): void {
  store<f64>(numbers + add(NUMBER, key, 0, 0) * 8, number);
}

export function memberAt(record: i32, key: i32): i32 {
  return load<u16>(members + (record * keysRead + key) * 2);
}

export function kindAt(place: i32): i32 {
  return load<u8>(kinds + place);
}

export function keyAt(place: i32): i32 {
  return load<i16>(keyNumbers + place * 2);
}

export function startAt(place: i32): i32 {
  return load<i32>(starts + place * 4);
}

export function endAt(place: i32): i32 {
  return load<i32>(ends + place * 4);
}

export function numberAt(place: i32): f64 {
  return load<f64>(numbers + place * 8);
}

/** Of a text. */
export function byteOf(place: i32, index: i32): u32 {
  return load<u8>(window + startAt(place) + index);
}

/** The place behind a value and all that is in it. */
export function after(place: i32): i32 {
  return kindAt(place) >= LIST ? endAt(place) : place + 1;
}

/** Nothing more is in the list or the object at a place. */
export function endWith(place: i32): void {
  store<i32>(ends + place * 4, length);
}
