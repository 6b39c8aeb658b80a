import { MAX_EMAIL_LENGTH, NO_SIGN, UNCOMMON } from './address-format.ts';
import { lowerCase } from './lower-case.ts';

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
  /** Where the `@` of each is, or NO_SIGN, or UNCOMMON. One that is too long is no address. */
  readonly signs: Int32Array;
}

/** A single one; the scanner of plain JSON does the same for many (`contracts/usage-file/json/wasm/addresses.ts`). */
export class PreparedAddress implements PreparedAddresses {
  readonly bytes = new Uint8Array(MAX_EMAIL_LENGTH);
  readonly lowered = new Uint8Array(MAX_EMAIL_LENGTH);
  readonly starts = new Int32Array(1);
  readonly ends = new Int32Array(1);
  readonly signs = new Int32Array(1);

  /** The bytes from `start` to before `end`, MAX_EMAIL_LENGTH at most. */
  set(bytes: Uint8Array, start: number, end: number): void {
    const length = end - start;
    let sign: number = NO_SIGN;
    let isCommon = true;
    for (let at = 0; at < length; at++) {
      const byte = bytes[start + at] ?? 0;
      this.bytes[at] = byte;
      this.lowered[at] = lowerCase(byte);
      if (byte <= SPACE || byte >= DELETE || (byte === AT && sign !== NO_SIGN)) isCommon = false;
      else if (byte === AT) sign = at;
    }
    this.ends[0] = length;
    this.signs[0] = isCommon ? betweenParts(sign, length) : UNCOMMON;
  }
}

function betweenParts(sign: number, length: number): number {
  return sign > 0 && sign < length - 1 ? sign : NO_SIGN;
}
