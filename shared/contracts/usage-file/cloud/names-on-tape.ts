import type { RecordScanner } from '../json/record-scanner.ts';
import type { RecordTape } from '../json/record-tape.ts';
import type { Prepared } from '../json/records-ahead.ts';
import { RECORDS } from '../json/tape-format.ts';

/** The names of people in license rows that were read ahead, by record. WebAssembly reads them (wasm/row-names.ts). */
export class NamesOnTape implements Prepared {
  /** Where each is on the tape; NOWHERE where there is none, or an empty one; UNUSUAL_NAME for what is not plain. */
  readonly logins: Int32Array;
  readonly nameIds: Int32Array;
  /** How the NameID is written. */
  readonly nameIdForms: Uint8Array;
  /** Of rows with a login the hash of the row key, mixed. */
  readonly hashes: Int32Array;
  readonly #readNames: (records: number) => void;

  /** Under the keys of these numbers. */
  constructor({ module }: RecordScanner, login: number, nameId: number) {
    const { buffer } = module.memory;
    this.logins = new Int32Array(buffer, module.logins.value, RECORDS);
    this.nameIds = new Int32Array(buffer, module.nameIds.value, RECORDS);
    this.nameIdForms = new Uint8Array(buffer, module.nameIdForms.value, RECORDS);
    this.hashes = new Int32Array(buffer, module.loginHashes.value, RECORDS);
    this.#readNames = (records) => module.readNames(records, login, nameId);
  }

  prepare({ records }: RecordTape): void {
    this.#readNames(records);
  }
}
