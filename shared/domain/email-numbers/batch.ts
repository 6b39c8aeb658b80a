import { MAX_EMAIL_LENGTH } from '../address-format.ts';

// For both compilers: whole numbers alone.

/** So many addresses at most come together, which are within so many bytes. */
export const MOST_ADDRESSES = 8192;
export const MOST_BYTES = 262144;
/** In UTF-8. */
export const MOST_BYTES_OF_ONE = 3 * MAX_EMAIL_LENGTH;
/** So many messages at most are hashed together. */
export const MOST_MESSAGES = 4;
/** Of what an id is the hash of: a login may be as long as texts may be. */
export const MOST_MESSAGE_BYTES = 8192;
/** With what fills its last block up. */
export const MESSAGE_ROOM = MOST_MESSAGE_BYTES + 128;

/** So many contents at most wait for their digests. Their parts are within so many words of 32 bits. */
export const MOST_CONTENTS = 256;
export const MOST_PART_WORDS = 8192;
/** Of a text, or of a piece of it. */
export const MOST_TEXT_BYTES = 4096;

// A part of a content is a word of what it is, and behind it:
/** Nothing. */
export const PART_NOTHING = 0;
/** The low and the high word of a number. */
export const PART_NUMBER = 1;
/** How many bytes it has, and these, filled up to words. */
export const PART_TEXT = 2;
/** The same for a piece of a text, the bytes of which are told before. */
export const PART_PIECE = 3;
/** The number of an address. */
export const PART_ADDRESS = 4;
/** Nothing; addresses follow that are in no order. */
export const PART_SET = 5;
/** The number of an address. */
export const PART_MEMBER = 6;
export const PART_SET_END = 7;
/** Which of the contents that wait it is that ends here. */
export const PART_END = 8;
/** A text, as PART_TEXT has it, with which each content begins from here on. */
export const PART_BEGINNING = 9;
/** The words of a number, a small number, and the number of an address. */
export const PART_ACCOUNT = 10;
