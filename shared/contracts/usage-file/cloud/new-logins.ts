import { lowerCase } from '../../../domain/lower-case.ts';
import type { TextNumbers } from '../../../domain/text-numbers.ts';
import type { RecordTape } from '../json/record-tape.ts';
import type { Prepared } from '../json/records-ahead.ts';
import type { NamesOnTape } from './names-on-tape.ts';

const AT = 0x40;

/** The row keys of plain rows with a login, as `cloudAccountKey`. Those of rows that were read ahead are looked for at once. */
export class NewLogins implements Prepared {
  readonly #keys: TextNumbers;
  readonly #names: NamesOnTape;

  /** @param names which are to be prepared before. */
  constructor(keys: TextNumbers, names: NamesOnTape) {
    this.#keys = keys;
    this.#names = names;
  }

  prepare({ records }: RecordTape): void {
    this.#keys.foresee(this.#names.hashes, records);
  }

  /** The number of the key of a record with a login; NO_TEXT where an earlier row has the login. */
  add(tape: RecordTape, record: number): number {
    const { texts } = this.#keys;
    const block = texts.room();
    const { place } = texts;
    const login = this.#names.logins[record] ?? 0;
    const start = tape.startAt(login);
    const length = tape.endAt(login) - start;
    block[place] = AT;
    for (let index = 0; index < length; index++)
      block[place + 1 + index] = lowerCase(tape.bytes[start + index] ?? 0);
    return this.#keys.addNewWritten(length + 1, this.#names.hashes[record] ?? 0);
  }
}
