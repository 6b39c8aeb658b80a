import { MAX_NAME_LENGTH } from '../../limits.ts';
import { AS_LOGIN, IN_LOWER_CASE, OTHERWISE, UNUSUAL_NAME } from '../row-names-format.ts';
import { NOWHERE, NULL, RECORDS, TEXT } from '../tape-format.ts';
import { areCommon } from './addresses.ts';
import { byteAt } from './plain-json.ts';
import { endAt, kindAt, memberAt, startAt } from './tape.ts';
import { window } from './window.ts';

// Reads the names of people in license rows, which are a login and a NameID, from the tape.

// By record: where on the tape each is. NOWHERE for one that is empty or not there, UNUSUAL_NAME for what is not plain.
export const logins = memory.data(RECORDS * 4, 8);
export const nameIds = memory.data(RECORDS * 4, 8);
/** By record: how the NameID is written. */
export const nameIdForms = memory.data(RECORDS);
/** By record with a login: the hash of the key of the row, as `hashOf` has it. */
export const loginHashes = memory.data(RECORDS * 4, 8);

const AT: u32 = 0x40;
const CAPITAL_A: u32 = 0x41;
const LETTERS: u32 = 26;
const TO_LOWER_CASE: u32 = 0x20;
const HASH_OF_NOTHING: i32 = 0x811c9dc5;
const HASH_FACTOR: i32 = 0x01000193;

/** Of so many records, from the first one on the tape on. @param login the number of the key under which logins are. */
export function readNames(records: i32, login: i32, nameId: i32): void {
  for (let record = 0; record < records; record++) {
    const ofLogin = nameAt(memberAt(record, login));
    const ofNameId = nameAt(memberAt(record, nameId));
    store<i32>(logins + record * 4, ofLogin);
    store<i32>(nameIds + record * 4, ofNameId);
    store<i32>(loginHashes + record * 4, ofLogin > NOWHERE ? hashOfKey(ofLogin) : 0);
    store<u8>(nameIdForms + record, <u8>(ofNameId > NOWHERE ? formOf(ofNameId, ofLogin) : OTHERWISE));
  }
}

function nameAt(place: i32): i32 {
  if (kindAt(place) <= NULL) return NOWHERE;
  if (kindAt(place) !== TEXT) return UNUSUAL_NAME;
  const length = endAt(place) - startAt(place);
  if (length === 0) return NOWHERE;
  const start = window + startAt(place);
  return length <= MAX_NAME_LENGTH && areCommon(start, start + length) ? place : UNUSUAL_NAME;
}

function formOf(nameId: i32, login: i32): i32 {
  if (login > NOWHERE && !hasAt(nameId) && isLowerCaseOf(nameId, login)) return AS_LOGIN;
  return isLowerCaseOf(nameId, nameId) ? IN_LOWER_CASE : OTHERWISE;
}

function hasAt(place: i32): bool {
  const end = window + endAt(place);
  for (let at = window + startAt(place); at < end; at++) if (byteAt(at) === AT) return true;
  return false;
}

function isLowerCaseOf(place: i32, other: i32): bool {
  const start = window + startAt(place);
  const from = window + startAt(other);
  const length = <usize>(endAt(place) - startAt(place));
  if (<usize>(endAt(other) - startAt(other)) !== length) return false;
  for (let at: usize = 0; at < length; at++)
    if (byteAt(start + at) !== lowerCase(byteAt(from + at))) return false;
  return true;
}

/** Of a sign and the login in lower case, which the row is known by: FNV-1a, mixed. */
function hashOfKey(login: i32): i32 {
  const end = window + endAt(login);
  let hash = (HASH_OF_NOTHING ^ AT) * HASH_FACTOR;
  for (let at = window + startAt(login); at < end; at++) hash = (hash ^ lowerCase(byteAt(at))) * HASH_FACTOR;
  return hash ^ (hash >>> 15);
}

function lowerCase(byte: u32): u32 {
  return byte - CAPITAL_A < LETTERS ? byte | TO_LOWER_CASE : byte;
}
