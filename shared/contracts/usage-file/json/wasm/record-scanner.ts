import { ANYTHING, ITEM, LIST, NOTHING, OBJECT, RECORDS, TEXT, UNREAD } from '../tape-format.ts';
import { addAddress, beginAddresses, clearAddresses, dropAddresses } from './addresses.ts';
import { afterKey, expect, expected, expectedWithin, expectWithin, found } from './key-table.ts';
import {
  afterLiteral,
  afterText,
  BEGIN_ARRAY,
  BEGIN_OBJECT,
  between,
  byteAt,
  COMMA,
  digitAt,
  END_ARRAY,
  END_OBJECT,
  literalAt,
  MAX_DIGITS,
  QUOTE,
  skipSpace,
  UNUSUAL,
} from './plain-json.ts';
import { add, addMember, addNumber, begin, clear, drop, endWith, hasRoom, isFull } from './tape.ts';
import { afterUnused } from './unused-values.ts';
import { placeOf, window } from './window.ts';

/** What the careful reader takes at most has far more room: a record of this size cannot exceed it. */
const MAX_RECORD_BYTES: usize = 65536;
/** Of values within values. */
const MAX_DEPTH = 4;

/** Of the records that were read: where in the window each begins and ends. */
export const recordStarts = memory.data(RECORDS * 4, 8);
export const recordEnds = memory.data(RECORDS * 4, 8);

let objects: u32 = 0;
/** Whether addresses are under the key of the record that is at hand. */
let inAddresses = false;

/**
 * Reads records that are plain from `start` in the window on, up to `end`, as many as there is room for on the tape.
 * Returns how many; the one behind them is not plain, cut off, or not there.
 */
export function read(start: i32, end: i32): i32 {
  v128.store(window + end, i8x16.splat(0));
  clear();
  clearAddresses();
  let at: usize = window + start;
  let records = 0;
  while (records < RECORDS && hasRoom() && byteAt(at) === BEGIN_OBJECT) {
    begin(records);
    beginAddresses();
    const behind = afterRecord(at + 1);
    if (behind === UNUSUAL || behind - at > MAX_RECORD_BYTES) {
      drop();
      dropAddresses();
      break;
    }
    store<i32>(recordStarts + records * 4, placeOf(at));
    store<i32>(recordEnds + records * 4, placeOf(behind));
    records += 1;
    const next = skipSpace(behind);
    if (byteAt(next) !== between) break;
    at = skipSpace(next + 1);
  }
  return records;
}

/** Behind its brace. */
function afterRecord(start: usize): usize {
  const object = ++objects;
  let at = skipSpace(start);
  if (byteAt(at) === END_OBJECT) return at + 1;
  let position = 0;
  while (true) {
    at = afterMember(at, object, position++);
    if (at === UNUSUAL) return UNUSUAL;
    at = skipSpace(at);
    if (byteAt(at) !== COMMA) break;
    at += 1;
  }
  return byteAt(at) === END_OBJECT ? at + 1 : UNUSUAL;
}

function afterMember(start: usize, object: u32, position: i32): usize {
  const likely = expected(position);
  const at = afterKey(start, likely);
  if (at === UNUSUAL || found.seenIn === object) return UNUSUAL;
  found.seenIn = object;
  if (found !== likely) expect(found, position);
  if (found.kind !== ANYTHING) return afterUnused(at, found.kind);
  if (found.number !== UNREAD) addMember(found.number);
  inAddresses = found.hasAddresses;
  return afterValue(at, found.number, 1);
}

/** @param key its number; ITEM in a list that is read, UNREAD for what is passed over. */
function afterValue(start: usize, key: i32, depth: i32): usize {
  const at = skipSpace(start);
  if (key !== UNREAD && isFull()) return UNUSUAL;
  if (byteAt(at) === QUOTE) return afterTextOf(at + 1, key);
  if (digitAt(at) < 10) return afterWholeNumber(at, key);
  if (byteAt(at) === BEGIN_ARRAY) return depth < MAX_DEPTH ? afterList(at + 1, key, depth + 1) : UNUSUAL;
  if (byteAt(at) === BEGIN_OBJECT) return depth < MAX_DEPTH ? afterObject(at + 1, key) : UNUSUAL;
  return afterLiteralOf(at, key);
}

function afterLiteralOf(at: usize, key: i32): usize {
  const kind = literalAt(at);
  if (kind === NOTHING) return UNUSUAL;
  if (key !== UNREAD) add(kind, key, 0, 0);
  return afterLiteral(at, kind);
}

function afterTextOf(start: usize, key: i32): usize {
  const end = afterText(start);
  if (key === UNREAD || end === UNUSUAL) return end;
  const place = add(TEXT, key, placeOf(start), placeOf(end) - 1);
  if (inAddresses && (key === ITEM || found.hasAddresses)) addAddress(place, start, end - 1);
  return end;
}

function afterWholeNumber(start: usize, key: i32): usize {
  let number: u64 = 0;
  let at = start;
  for (let digit = digitAt(at); digit < 10; digit = digitAt(++at)) number = 10 * number + digit;
  const digits = at - start;
  if (digits > MAX_DIGITS || (digitAt(start) === 0 && digits > 1)) return UNUSUAL;
  if (key !== UNREAD) addNumber(<f64>number, key);
  return at;
}

/** Behind its bracket. */
function afterList(start: usize, key: i32, depth: i32): usize {
  const isRead = key !== UNREAD;
  const place = isRead ? add(LIST, key, 0, 0) : 0;
  let at = skipSpace(start);
  if (byteAt(at) !== END_ARRAY) {
    while (true) {
      at = afterValue(at, isRead ? ITEM : UNREAD, depth);
      if (at === UNUSUAL) return UNUSUAL;
      at = skipSpace(at);
      if (byteAt(at) !== COMMA) break;
      at += 1;
    }
    if (byteAt(at) !== END_ARRAY) return UNUSUAL;
  }
  if (isRead) endWith(place);
  return at + 1;
}

/** Behind its brace. Of objects within a record none has a list or another object in it. */
function afterObject(start: usize, key: i32): usize {
  const object = ++objects;
  const isRead = key !== UNREAD;
  const place = isRead ? add(OBJECT, key, 0, 0) : 0;
  let at = skipSpace(start);
  if (byteAt(at) !== END_OBJECT) {
    let position = 0;
    while (true) {
      at = afterMemberWithin(at, object, position++, isRead);
      if (at === UNUSUAL) return UNUSUAL;
      at = skipSpace(at);
      if (byteAt(at) !== COMMA) break;
      at += 1;
    }
    if (byteAt(at) !== END_OBJECT) return UNUSUAL;
  }
  if (isRead) endWith(place);
  return at + 1;
}

function afterMemberWithin(start: usize, object: u32, position: i32, isRead: bool): usize {
  const likely = expectedWithin(position);
  const at = afterKey(start, likely);
  if (at === UNUSUAL || found.seenWithin === object) return UNUSUAL;
  found.seenWithin = object;
  if (found !== likely) expectWithin(found, position);
  return afterValue(at, isRead ? found.number : UNREAD, MAX_DEPTH);
}
