// For both compilers: whole numbers alone.

/** RFC 5321 4.5.3.1.3: a path is at most 256 octets, angle brackets included. */
export const MAX_EMAIL_LENGTH = 254;

// In place of where the `@` of an address is:

/** In what is no address. */
export const NO_SIGN = -1;
/** In what is to be looked at with care: not printable ASCII, or with more than one `@`. It may be no address. */
export const UNCOMMON = -2;
