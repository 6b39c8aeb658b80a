// How a tape is laid out, for both who write it (wasm/) and who read it: whole numbers alone, which both compilers
// understand.

/** More values than any plain record has. */
export const PLACES_OF_RECORD = 4096;
export const PLACES = 2 * PLACES_OF_RECORD;
/** As many at once. */
export const RECORDS = 32;

/** The place that has nothing. */
export const NOWHERE = 0;

// What kind of value is at a place.
export const NOTHING = 0;
export const NULL = 1;
export const FALSE = 2;
export const TRUE = 3;
export const NUMBER = 4;
export const TEXT = 5;
export const LIST = 6;
export const OBJECT = 7;

/** In place of the number of a key: of one that is not read, and of an item of a list, which has none. */
export const UNREAD = -1;
export const ITEM = -2;

// What the value of a key that is not read must be, or null.
export const ANYTHING = 0;
export const A_TEXT = 1;
export const TEXTS = 2;
export const A_FLAG = 3;
/** With texts, lists of texts and literals in it. A key may be there twice: what is in it is of no use to anybody. */
export const AN_OBJECT = 4;
