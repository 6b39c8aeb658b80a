import { lowerCase } from '../../../domain/lower-case.ts';
import { HASH_OF_NOTHING, hashedWith, mixedHash } from '../../../domain/text-hash.ts';
import type { TextNumbers } from '../../../domain/text-numbers.ts';
import type { RecordTape } from '../json/record-tape.ts';
import type { Prepared } from '../json/records-ahead.ts';
import { PLACES, RECORDS } from '../json/tape-format.ts';

const AT = 0x40;
const HASH_OF_SIGN = hashedWith(HASH_OF_NOTHING, AT);

/** The row keys of plain rows with a login, as `cloudAccountKey`. Those of rows that were read ahead are looked for at once. */
export class NewLogins implements Prepared {
  readonly #keys: TextNumbers;
  readonly #login: number;
  /** By the place of a login on the tape. */
  readonly #hashes = new Int32Array(PLACES);
  readonly #hashesInOrder = new Int32Array(RECORDS);

  /** @param login the number of the key under which logins are. */
  constructor(keys: TextNumbers, login: number) {
    this.#keys = keys;
    this.#login = login;
  }

  prepare(tape: RecordTape): void {
    let length = 0;
    for (let record = 0; record < tape.records; record++) {
      tape.select(record);
      const login = tape.memberAt(this.#login);
      if (!tape.isText(login)) continue;
      const hash = hashOf(tape, login);
      this.#hashes[login] = hash;
      this.#hashesInOrder[length++] = hash;
    }
    this.#keys.foresee(this.#hashesInOrder, length);
  }

  /** The number of the key; NO_TEXT where an earlier row has the login. @param login the place of printable ASCII. */
  add(tape: RecordTape, login: number): number {
    const { texts } = this.#keys;
    const block = texts.room();
    const { place } = texts;
    const start = tape.startAt(login);
    const length = tape.endAt(login) - start;
    block[place] = AT;
    for (let index = 0; index < length; index++)
      block[place + 1 + index] = lowerCase(tape.bytes[start + index] ?? 0);
    return this.#keys.addNewWritten(length + 1, this.#hashes[login] ?? 0);
  }
}

function hashOf(tape: RecordTape, place: number): number {
  const end = tape.endAt(place);
  let hash = HASH_OF_SIGN;
  for (let at = tape.startAt(place); at < end; at++) hash = hashedWith(hash, lowerCase(tape.bytes[at] ?? 0));
  return mixedHash(hash);
}
