// What is looked for of records, in whatever format: whole numbers alone, which both compilers understand.

/** At most. */
export const FIELDS = 16;
/** At most: a field is under the first of its keys that has a value. */
export const KEYS_OF_FIELD = 4;
