import { MAX_EMAILS } from '../../limits.ts';
import {
  BITS_OF_FLAG,
  EMAIL,
  EMAILS,
  FLAGS,
  HAS_LIST,
  IS_FALSE,
  IS_PRIMARY,
  IS_TRUE,
  LOGIN,
  PRIMARY,
  PRIMARY_EMAIL,
  SUSPENDED,
  SUSPENDED_AT,
  UNKNOWN,
  USER_ID,
} from '../export-user-format.ts';
import { FALSE, LIST, NOTHING, NOWHERE, NULL, NUMBER, OBJECT, RECORDS, TEXT, TRUE } from '../tape-format.ts';
import { beginFurther, endFurther, listEmail, readEmails, startList } from './export-emails.ts';
import { keyOf, placeOf } from './fields.ts';
import { after, byteOf, endAt, keyAt, kindAt, numberAt, startAt } from './tape.ts';

// Takes the users of an export from the tape, as `accountOfExportUser` does of records that are made.

// By record.
/** Zero where the record is not plain, or not as it should be. */
export const userIds = memory.data(RECORDS * 8, 8);
export const userFlags = memory.data(RECORDS * 4, 8);
/** Where on the tape a login is that may be the one of a system user. */
export const systemLogins = memory.data(RECORDS * 4, 8);

const G: u32 = 0x67;
const H: u32 = 0x68;
const S: u32 = 0x73;
const C: u32 = 0x63;
const TO_LOWER_CASE: u32 = 0x20;
const SPACE: u32 = 0x20;
const DELETE: u32 = 0x7f;

let record = 0;
let isPlain = true;

/** Of so many records, from the first one on the tape on. */
export function takeUsers(records: i32): void {
  for (record = 0; record < records; record++) {
    beginFurther(record);
    const userId = userIdOf();
    const isTaken = userId > 0 && takeRest();
    store<f64>(userIds + record * 8, isTaken ? userId : 0);
    endFurther(record, isTaken);
  }
}

function userIdOf(): f64 {
  const place = placeOf(record, USER_ID);
  return kindAt(place) === NUMBER ? numberAt(place) : 0;
}

function takeRest(): bool {
  isPlain = true;
  const list = placeOf(record, EMAILS);
  const flags = allFlags() | (kindAt(list) === LIST ? HAS_LIST : 0);
  store<i32>(userFlags + record * 4, flags);
  store<i32>(systemLogins + record * 4, systemLogin());
  return isPlain && readList(list) && readEmails(record, placeOf(record, PRIMARY_EMAIL));
}

function allFlags(): i32 {
  let flags = suspended();
  for (let field = SUSPENDED + 1; field < FLAGS; field++) flags |= flagOf(field) << (field * BITS_OF_FLAG);
  return flags;
}

function flagOf(field: i32): i32 {
  const kind = kindAt(placeOf(record, field));
  if (kind === TRUE) return IS_TRUE;
  if (kind === FALSE) return IS_FALSE;
  if (kind > NULL) isPlain = false;
  return UNKNOWN;
}

function suspended(): i32 {
  const flag = flagOf(SUSPENDED);
  const date = textOf(SUSPENDED_AT);
  if (flag !== UNKNOWN) return flag;
  if (kindAt(date) === NOTHING) return UNKNOWN;
  return startAt(date) < endAt(date) ? IS_TRUE : IS_FALSE;
}

/** As `mayBeSystemUser`. NOWHERE for any other login. */
function systemLogin(): i32 {
  const place = textOf(LOGIN);
  if (kindAt(place) !== TEXT) return NOWHERE;
  const first = byteOf(place, 0);
  const one = first | TO_LOWER_CASE;
  const two = byteOf(place, 1) | TO_LOWER_CASE;
  const mayBe = (one === G && two === H) || (one === S && two === C) || first <= SPACE || first >= DELETE;
  return mayBe ? place : NOWHERE;
}

/** The place of a text, of null or of nothing. */
function textOf(field: i32): i32 {
  const place = placeOf(record, field);
  if (kindAt(place) > NULL && kindAt(place) !== TEXT) isPlain = false;
  return place;
}

/** The items of the list of addresses: texts, or objects with an address and whether it is the primary one. */
function readList(list: i32): bool {
  startList();
  if (kindAt(list) <= NULL) return true;
  if (kindAt(list) !== LIST) return false;
  const end = endAt(list);
  let length = 0;
  for (let item = list + 1; item < end; item = after(item)) {
    if (length++ === MAX_EMAILS) return false;
    if (kindAt(item) === OBJECT ? !readObject(item) : !listEmail(item, UNKNOWN)) return false;
  }
  return true;
}

function readObject(object: i32): bool {
  let email = NOWHERE;
  let isPrimary = UNKNOWN;
  let primary = UNKNOWN;
  const end = endAt(object);
  for (let place = object + 1; place < end; place = after(place)) {
    const key = keyAt(place);
    if (key === keyOf(EMAIL, 0)) email = place;
    else if (key === keyOf(IS_PRIMARY, 0)) isPrimary = markOf(kindAt(place));
    else if (key === keyOf(PRIMARY, 0)) primary = markOf(kindAt(place));
  }
  return isPrimary >= 0 && primary >= 0 && listEmail(email, isPrimary === UNKNOWN ? primary : isPrimary);
}

/** Below zero for what is no mark. */
function markOf(kind: i32): i32 {
  if (kind === TRUE) return IS_TRUE;
  if (kind === FALSE) return IS_FALSE;
  return kind === NULL ? UNKNOWN : -1;
}
