import type { ServerAccountRef } from '../../domain/account.ts';
import type { HostName } from '../../domain/host-name.ts';
import type { LicenseRowsBuilder } from '../../domain/license-rows-builder.ts';
import { storedHostName } from '../stored-values.ts';
import { type RecordTape, TAPE } from '../usage-file/json/record-tape.ts';
import { RepeatedTexts } from '../usage-file/json/repeated-texts.ts';
import { NOWHERE } from '../usage-file/json/tape-format.ts';
import { type StoredOnTape, UNTOLD } from './stored-on-tape.ts';

/** The numbers, on a tape, of the keys of a server account in a list. */
export interface ServerAccountKeys {
  readonly host_name: number;
  readonly user_id: number;
}

/** The server accounts of the stored license row on a tape, in their order. No account becomes an object. */
export class StoredServerAccounts {
  readonly #tape: RecordTape;
  readonly #stored: StoredOnTape;
  readonly #keys: ServerAccountKeys;
  readonly #rows: LicenseRowsBuilder;
  readonly #hostNumbers: RepeatedTexts;
  #length = 0;
  /** On the tape. */
  readonly #hosts: number[] = [];
  readonly #userIds: number[] = [];

  constructor(tape: RecordTape, stored: StoredOnTape, keys: ServerAccountKeys, rows: LicenseRowsBuilder) {
    this.#tape = tape;
    this.#stored = stored;
    this.#keys = keys;
    this.#rows = rows;
    this.#hostNumbers = new RepeatedTexts((text) => rows.hostNumber(storedHostName.parse(text)));
  }

  /** Looks for them in the list at a place. */
  read(list: number): void {
    this.#length = 0;
    if (this.#tape.kindAt(list) !== TAPE.list) this.#stored.fail();
    const end = this.#tape.endAt(list);
    for (let item = list + 1; item < end && this.#stored.areFine; item = this.#tape.after(item))
      this.#readAccount(item);
  }

  first(): ServerAccountRef | null {
    if (this.#length === 0) return null;
    return { hostName: this.#hostNameAt(this.#hosts[0] ?? NOWHERE), userId: this.#userIds[0] ?? 0 };
  }

  /** To the row that comes next. */
  addToRow(): void {
    for (let index = 0; index < this.#length; index++)
      this.#rows.addServerAccount(
        this.#hostNumberAt(this.#hosts[index] ?? NOWHERE),
        this.#userIds[index] ?? 0,
      );
  }

  #readAccount(object: number): void {
    const host = this.#stored.memberOf(object, this.#keys.host_name);
    const userId = this.#stored.wholeNumber(this.#stored.memberOf(object, this.#keys.user_id));
    if (userId === UNTOLD || (host !== NOWHERE && !this.#tape.isText(host))) this.#stored.fail();
    this.#hosts[this.#length] = host;
    this.#userIds[this.#length] = userId;
    this.#length += 1;
  }

  #hostNameAt(place: number): HostName | null {
    return place === NOWHERE ? null : storedHostName.parse(this.#tape.textAt(place));
  }

  #hostNumberAt(place: number): number {
    return place === NOWHERE ? this.#rows.hostNumber(null) : this.#hostNumbers.numberAt(this.#tape, place);
  }
}
