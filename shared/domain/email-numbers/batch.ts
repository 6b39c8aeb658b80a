import { MAX_EMAIL_LENGTH } from '../address-format.ts';

// For both compilers: whole numbers alone.

/** So many addresses at most come together, which are within so many bytes. */
export const MOST_ADDRESSES = 8192;
export const MOST_BYTES = 262144;
/** In UTF-8. */
export const MOST_BYTES_OF_ONE = 3 * MAX_EMAIL_LENGTH;
/** Of what an id is the hash of: a login may be as long as texts may be. */
export const MOST_MESSAGE_BYTES = 8192;
/** Of a text, or of a part of it, for a digest. */
export const MOST_TEXT_BYTES = 4096;
