import { MAX_EMAILS } from '../../limits.ts';
import {
  FINE,
  FINE_SUBSCRIBER,
  LICENSE_TYPE,
  NOT_FINE,
  SERVER_ACCOUNTS,
  SERVER_EMAILS,
  SERVER_PRIMARY_EMAILS,
  SUBSCRIBER,
  SUBSCRIPTION_EMAIL,
  SUBSCRIPTION_STATUS,
  TOTAL,
  UNTOLD,
  VERIFIED_EMAILS,
} from '../license-row-format.ts';
import { FALSE, LIST, NULL, NUMBER, PLACES, RECORDS, TEXT, TRUE } from '../tape-format.ts';
import { emailAt, NO_EMAIL } from './addresses.ts';
import { placeOf } from './fields.ts';
import { readServerAccounts } from './server-accounts.ts';
import { endAt, kindAt, numberAt } from './tape.ts';

// Takes license rows from the tape, but for the names of people, as `licenseFactsOf` does of records that are made.

// By record.
export const rowKinds = memory.data(RECORDS);
export const totals = memory.data(RECORDS * 8, 8);
/** The numbers of addresses, each once, in the order in which they come: verified ones, then those of server accounts. */
export const rowEmails = memory.data(PLACES * 4, 8);
/** By record where both begin, which is where those before end. */
export const rowEmailStarts = memory.data((2 * RECORDS + 1) * 4, 8);

let length = 0;
/** Where those begin that are taken. */
let start = 0;

/** Of so many records, from the first one on the tape on. */
export function takeRows(records: i32): void {
  length = 0;
  for (let record = 0; record < records; record++) {
    store<u8>(rowKinds + record, <u8>kindOf(record));
    store<i32>(rowEmailStarts + (2 * record + 2) * 4, length);
  }
}

function kindOf(record: i32): i32 {
  const total = placeOf(record, TOTAL);
  const subscriber = kindAt(placeOf(record, SUBSCRIBER));
  store<f64>(totals + record * 8, kindAt(total) === NUMBER ? numberAt(total) : UNTOLD);
  const isFine =
    isKind(total, NUMBER) &&
    (subscriber <= NULL || subscriber === FALSE || subscriber === TRUE) &&
    isKind(placeOf(record, LICENSE_TYPE), TEXT) &&
    isKind(placeOf(record, SUBSCRIPTION_EMAIL), TEXT) &&
    isKind(placeOf(record, SUBSCRIPTION_STATUS), TEXT) &&
    readServerAccounts(placeOf(record, SERVER_ACCOUNTS)) &&
    readEmails(record);
  if (!isFine) return NOT_FINE;
  return subscriber === TRUE ? FINE_SUBSCRIBER : FINE;
}

/** Or null or nothing. */
function isKind(place: i32, kind: i32): bool {
  return kindAt(place) <= NULL || kindAt(place) === kind;
}

function readEmails(record: i32): bool {
  start = length;
  if (!readList(placeOf(record, VERIFIED_EMAILS))) return false;
  start = length;
  store<i32>(rowEmailStarts + (2 * record + 1) * 4, start);
  return readList(placeOf(record, SERVER_EMAILS)) && readList(placeOf(record, SERVER_PRIMARY_EMAILS));
}

function readList(list: i32): bool {
  if (kindAt(list) <= NULL) return true;
  const end = endAt(list);
  if (kindAt(list) !== LIST || end - list - 1 > MAX_EMAILS) return false;
  for (let item = list + 1; item < end; item++) {
    if (kindAt(item) !== TEXT) return false;
    add(emailAt(item));
  }
  return true;
}

function add(email: i32): void {
  if (email === NO_EMAIL) return;
  for (let at = start; at < length; at++) if (load<i32>(rowEmails + at * 4) === email) return;
  store<i32>(rowEmails + length++ * 4, email);
}
