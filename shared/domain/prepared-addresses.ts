import { NO_SIGN, UNCOMMON } from './address-sign.ts';
import { MAX_EMAIL_LENGTH } from './email.ts';
import { lowerCase } from './lower-case.ts';
import { HASH_OF_NOTHING, hashedWith } from './text-hash.ts';

const SPACE = 0x20;
const AT = 0x40;
const DELETE = 0x7f;

/** What stands in a file where addresses are to be, one behind the other, as far as it is worked out without numbers. */
export interface PreparedAddresses {
  /** UTF-8. */
  readonly bytes: Uint8Array;
  /** The same with letters of ASCII in lower case: of each address, at the same place. */
  readonly lowered: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Where the `@` of each is, or NO_SIGN, or UNCOMMON. */
  readonly signs: Int32Array;
  /** Of what is before the `@`, in lower case; not mixed. */
  readonly hashes: Int32Array;
}

/** A single one; the scanner of plain JSON does the same for many (`contracts/usage-file/json/wasm/addresses.ts`). */
export class PreparedAddress implements PreparedAddresses {
  readonly bytes = new Uint8Array(MAX_EMAIL_LENGTH);
  readonly lowered = new Uint8Array(MAX_EMAIL_LENGTH);
  readonly starts = new Int32Array(1);
  readonly ends = new Int32Array(1);
  readonly signs = new Int32Array(1);
  readonly hashes = new Int32Array(1);

  /** The bytes from `start` to before `end`, MAX_EMAIL_LENGTH at most. */
  set(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    let sign: number = NO_SIGN;
    let hash = HASH_OF_NOTHING;
    let isCommon = true;
    for (let at = 0; at < length; at++) {
      const byte = bytes[start + at] ?? 0;
      this.bytes[at] = byte;
      this.lowered[at] = lowerCase(byte);
      if (byte <= SPACE || byte >= DELETE || (byte === AT && sign !== NO_SIGN)) isCommon = false;
      else if (byte === AT) sign = at;
      else if (sign === NO_SIGN) hash = hashedWith(hash, lowerCase(byte));
    }
    this.ends[0] = length;
    this.signs[0] = isCommon ? betweenParts(sign, length) : UNCOMMON;
    this.hashes[0] = hash;
  }
}

function betweenParts(sign: number, length: number): number {
  return sign > 0 && sign < length - 1 ? sign : NO_SIGN;
}
