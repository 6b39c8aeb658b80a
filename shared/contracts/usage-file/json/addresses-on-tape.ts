import type { PreparedAddresses } from '../../../domain/prepared-addresses.ts';
import type { Scanner } from './scanner-module.ts';
import { PLACES } from './tape-format.ts';

/** The texts on a tape that are to be addresses, in the order in which they come. */
export class AddressesOnTape implements PreparedAddresses {
  length = 0;
  readonly bytes: Uint8Array;
  readonly lowered: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly signs: Int32Array;
  /** By which of them it is: for the number that it has among all addresses. */
  readonly emailNumbers: Int32Array;
  readonly #numbers: Uint16Array;

  /** @param bytes of the tape. */
  constructor(scanner: Scanner, bytes: Buffer) {
    const { buffer } = scanner.memory;
    this.bytes = bytes;
    this.lowered = new Uint8Array(buffer, scanner.lowered.value, bytes.length);
    this.starts = new Int32Array(buffer, scanner.addressStarts.value, PLACES);
    this.ends = new Int32Array(buffer, scanner.addressEnds.value, PLACES);
    this.signs = new Int32Array(buffer, scanner.signs.value, PLACES);
    this.emailNumbers = new Int32Array(buffer, scanner.emailNumbers.value, PLACES);
    this.#numbers = new Uint16Array(buffer, scanner.addressNumbers.value, PLACES);
  }

  /** Which of them is the text at this place of the tape. */
  numberAt(place: number): number {
    return this.#numbers[place] ?? 0;
  }
}
