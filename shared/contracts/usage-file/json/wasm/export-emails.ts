import { MAX_EMAILS } from '../../limits.ts';
import { IS_TRUE, UNKNOWN } from '../export-user-format.ts';
import { NOWHERE, NULL, PLACES, RECORDS, TEXT } from '../tape-format.ts';
import { emailAt, NO_EMAIL } from './addresses.ts';
import { byteOf, endAt, kindAt, startAt } from './tape.ts';

// The addresses of a user of an export, by number: the same as `accountOfExportUser` finds, where it is said which one is
// primary.

/** By record: the number of the primary address. */
export const primaryEmails = memory.data(RECORDS * 4, 8);
/** The numbers of all other ones, each once; by record where they begin, which is where those before end. */
export const furtherEmails = memory.data(PLACES * 4, 8);
export const furtherStarts = memory.data((RECORDS + 1) * 4, 8);

const SPACE: u32 = 0x20;
const NOT_ASCII: u32 = 0x80;

/** Of the addresses of the list: where each is on the tape. */
const listed = memory.data(MAX_EMAILS * 4, 8);
let listLength = 0;
/** On the tape: the first address, the one marked as primary. */
let first = NOWHERE;
let marked = NOWHERE;
let marks = 0;
let isAnyMarked = false;

/** Where the further addresses of the record begin and end. */
let furtherStart = 0;
let furtherEnd = 0;

export function beginFurther(record: i32): void {
  if (record === 0) furtherEnd = 0;
  furtherStart = furtherEnd;
}

export function endFurther(record: i32, isTaken: bool): void {
  if (!isTaken) furtherEnd = furtherStart;
  store<i32>(furtherStarts + (record + 1) * 4, furtherEnd);
}

export function startList(): void {
  listLength = 0;
  first = NOWHERE;
  marked = NOWHERE;
  marks = 0;
  isAnyMarked = false;
}

/** The next one of the list. False for what is no text, or of which it is not known whether it is blank. */
export function listEmail(place: i32, mark: i32): bool {
  if (kindAt(place) !== TEXT) return false;
  store<i32>(listed + listLength++ * 4, place);
  if (mark === IS_TRUE) marks += 1;
  const blank = blankness(place);
  if (marked !== NOWHERE || blank !== NOT_BLANK) return blank !== MAYBE_BLANK;
  if (mark === IS_TRUE) marked = place;
  if (first === NOWHERE) first = place;
  if (mark !== UNKNOWN) isAnyMarked = true;
  return true;
}

const NOT_BLANK = 0;
const BLANK = 1;
/** Of a text that goes on with other than ASCII. */
const MAYBE_BLANK = 2;

function blankness(place: i32): i32 {
  const length = endAt(place) - startAt(place);
  for (let index = 0; index < length; index++) {
    const byte = byteOf(place, index);
    if (byte !== SPACE) return byte < NOT_ASCII ? NOT_BLANK : MAYBE_BLANK;
  }
  return BLANK;
}

/**
 * Of the list that was read.
 * @param single the place of the user's single address, or of null or nothing. Returns false for any other value.
 */
export function readEmails(record: i32, single: i32): bool {
  if (marks > 1 || (kindAt(single) > NULL && kindAt(single) !== TEXT)) return false;
  const hasSingle = kindAt(single) === TEXT && startAt(single) < endAt(single);
  const place = primaryPlace(hasSingle ? single : NOWHERE);
  const primary = place === NOWHERE ? NO_EMAIL : emailAt(place);
  store<i32>(primaryEmails + record * 4, primary);
  for (let index = 0; index < listLength; index++)
    addFurther(emailAt(load<i32>(listed + index * 4)), primary);
  if (hasSingle && listLength > 0) addFurther(emailAt(single), primary);
  return true;
}

/** As `primaryAddressOf`. */
function primaryPlace(single: i32): i32 {
  if (marked !== NOWHERE) return marked;
  if (single !== NOWHERE) return single;
  return isAnyMarked ? NOWHERE : first;
}

function addFurther(email: i32, primary: i32): void {
  if (email === NO_EMAIL || email === primary) return;
  for (let index = furtherStart; index < furtherEnd; index++)
    if (load<i32>(furtherEmails + index * 4) === email) return;
  store<i32>(furtherEmails + furtherEnd++ * 4, email);
}
