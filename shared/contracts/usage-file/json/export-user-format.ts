// How users of exports are told, for both who takes them from a tape (wasm/export-users.ts) and who is told: whole numbers
// alone, which both compilers understand.

// What is looked for of a user, each under one of some keys. Flags come first.
export const SUSPENDED = 0;
export const DORMANT = 1;
export const SITE_ADMIN = 2;
export const ADVANCED_SECURITY = 3;
export const CODE_SECURITY = 4;
export const SECRET_PROTECTION = 5;
export const FLAGS = 6;
export const USER_ID = 6;
export const LOGIN = 7;
export const SUSPENDED_AT = 8;
export const EMAILS = 9;
export const PRIMARY_EMAIL = 10;
// Of an address in a list.
export const EMAIL = 11;
export const IS_PRIMARY = 12;
export const PRIMARY = 13;

/** Each flag takes so many bits of one number, the first one the lowest: UNKNOWN, or what it is. */
export const BITS_OF_FLAG = 2;
export const UNKNOWN = 0;
export const IS_FALSE = 1;
export const IS_TRUE = 2;
/** Above the flags: whether there is a list of addresses. */
export const HAS_LIST = 1 << (FLAGS * BITS_OF_FLAG);
