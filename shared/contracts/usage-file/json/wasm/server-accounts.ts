import { MAX_SERVER_ACCOUNTS } from '../../limits.ts';
import { MAX_PREFIX_BYTES, MAX_PREFIXES, NO_PREFIX } from '../license-row-format.ts';
import { LIST, NULL, PLACES, TEXT } from '../tape-format.ts';
import { areSame, byteAt, COLON, digitAt, MAX_DIGITS } from './plain-json.ts';
import { endAt, kindAt, startAt } from './tape.ts';
import { window } from './window.ts';

// The server accounts that a license row names as `host:id`. What is in front of the user id is the same in many rows:
// JavaScript says once which host it is.

/** By place of the tape: the user id, and which of the known prefixes is in front of it; NO_PREFIX for any other text. */
export const accountUserIds = memory.data(PLACES * 8, 8);
export const accountPrefixes = memory.data(PLACES * 2, 8);

const prefixBytes = memory.data(MAX_PREFIXES * MAX_PREFIX_BYTES, 8);
const prefixLengths = memory.data(MAX_PREFIXES * 4, 8);
let prefixes = 0;

/** False when there is something else than a list of texts at this place, nothing and null excepted. */
export function readServerAccounts(list: i32): bool {
  if (kindAt(list) <= NULL) return true;
  const end = endAt(list);
  if (kindAt(list) !== LIST || end - list - 1 > MAX_SERVER_ACCOUNTS) return false;
  for (let item = list + 1; item < end; item++) {
    if (kindAt(item) !== TEXT) return false;
    readAccount(item);
  }
  return true;
}

function readAccount(place: i32): void {
  const start = window + startAt(place);
  const end = window + endAt(place);
  const id = startOfId(start, end);
  store<i16>(accountPrefixes + place * 2, <i16>(id === 0 ? NO_PREFIX : prefixOf(start, id - start)));
  if (id === 0) return;
  let userId: u64 = 0;
  for (let at = id; at < end; at++) userId = 10 * userId + digitAt(at);
  store<f64>(accountUserIds + place * 8, <f64>userId);
}

/** Behind a colon, a whole number above zero; 0 where there is none. */
function startOfId(start: usize, end: usize): usize {
  let id = end;
  while (id > start && digitAt(id - 1) < 10) id -= 1;
  const digits = end - id;
  const isId = digits > 0 && digits <= MAX_DIGITS && digitAt(id) !== 0;
  return isId && id > start && byteAt(id - 1) === COLON ? id : 0;
}

function prefixOf(start: usize, length: usize): i32 {
  for (let prefix = 0; prefix < prefixes; prefix++) {
    const isLong = <usize>load<i32>(prefixLengths + prefix * 4) === length;
    if (isLong && areSame(prefixBytes + prefix * MAX_PREFIX_BYTES, start, length)) return prefix;
  }
  return NO_PREFIX;
}

/** Which one the prefix of the account at a place is from now on; NO_PREFIX where there are too many, or it has none. */
export function addPrefix(place: i32): i32 {
  const start = window + startAt(place);
  const id = startOfId(start, window + endAt(place));
  if (id === 0) return NO_PREFIX;
  const length = id - start;
  const known = prefixOf(start, length);
  if (known !== NO_PREFIX || prefixes === MAX_PREFIXES || <i32>length > MAX_PREFIX_BYTES) return known;
  memory.copy(prefixBytes + prefixes * MAX_PREFIX_BYTES, start, length);
  store<i32>(prefixLengths + prefixes * 4, <i32>length);
  return prefixes++;
}
