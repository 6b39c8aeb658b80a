// How license rows are told, for both who takes them from a tape (wasm/license-rows.ts) and who is told: whole numbers
// alone, which both compilers understand.

// What is looked for of a row.
export const SERVER_ACCOUNTS = 0;
export const VERIFIED_EMAILS = 1;
export const SERVER_EMAILS = 2;
export const SERVER_PRIMARY_EMAILS = 3;
export const LICENSE_TYPE = 4;
export const TOTAL = 5;
export const SUBSCRIBER = 6;
export const SUBSCRIPTION_EMAIL = 7;
export const SUBSCRIPTION_STATUS = 8;

/** What a row is that is not plain, or not as it should be. */
export const NOT_FINE = 0;
export const FINE = 1;
export const FINE_SUBSCRIBER = 2;

/** In place of a total that is not told. */
export const UNTOLD = -1;

/** Of `host:` before a user id: the instances of an enterprise are few. */
export const MAX_PREFIXES = 64;
export const MAX_PREFIX_BYTES = 272;
/** In place of which prefix it is. */
export const NO_PREFIX = -1;
