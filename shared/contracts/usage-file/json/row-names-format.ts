// How the names of people in license rows are told, for both who reads them from a tape (wasm/row-names.ts) and who is
// told: whole numbers alone, which both compilers understand.

/** In place of where a name is that is no printable ASCII, or too long. */
export const UNUSUAL_NAME = -1;

// How a NameID is written.
export const OTHERWISE = 0;
export const IN_LOWER_CASE = 1;
/** As the login of the row in lower case, and no address. */
export const AS_LOGIN = 2;
