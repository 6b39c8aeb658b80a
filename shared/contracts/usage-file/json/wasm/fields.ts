import { FIELDS, KEYS_OF_FIELD } from '../fields-format.ts';
import { NULL } from '../tape-format.ts';
import { kindAt, memberAt } from './tape.ts';

/** By field: the numbers of its keys, in the order in which they are looked for; below zero where there are no more. */
export const fieldKeys = memory.data(FIELDS * KEYS_OF_FIELD * 2, 8);

export function keyOf(field: i32, index: i32): i32 {
  return load<i16>(fieldKeys + (field * KEYS_OF_FIELD + index) * 2);
}

/** Of a record, under the first key that has a value, as in `withPlainKeys`. */
export function placeOf(record: i32, field: i32): i32 {
  for (let index = 0; index < KEYS_OF_FIELD; index++) {
    const key = keyOf(field, index);
    if (key < 0) break;
    const place = memberAt(record, key);
    if (kindAt(place) > NULL) return place;
  }
  return memberAt(record, keyOf(field, 0));
}
