import type { ServerAccountRef } from '../../../domain/account.ts';
import type { HostName } from '../../../domain/host-name.ts';
import { areBytes, digitAt, UNUSUAL, wholeNumber } from '../json/plain-json.ts';
import type { RecordTape } from '../json/record-tape.ts';
import { MAX_SERVER_ACCOUNTS } from '../limits.ts';
import { serverAccountsOf } from './license-row-of.ts';
import { parseServerAccountRef } from './server-account-ref.ts';

const COLON = 0x3a;
/** Of `host:` before a user id: the instances of an enterprise are few. */
const MAX_PREFIXES = 64;

const NONE: readonly ServerAccountRef[] = [];

interface KnownPrefix {
  readonly bytes: Buffer;
  readonly hostName: HostName | null;
}

/** The server accounts of a license row, from a tape. What is in front of the user id is the same in many rows. */
export class PlainServerAccounts {
  readonly #prefixes: KnownPrefix[] = [];

  /** Null when the list at this place holds anything that is no server account. */
  read(tape: RecordTape, list: number): readonly ServerAccountRef[] | null {
    const end = tape.endAt(list);
    if (end === list + 1) return NONE;
    const accounts: ServerAccountRef[] = [];
    for (let item = list + 1; item < end; item = tape.after(item)) {
      const account = tape.isText(item) ? this.#accountAt(tape, item) : null;
      if (account === null || accounts.length === MAX_SERVER_ACCOUNTS) return null;
      accounts.push(account);
    }
    return serverAccountsOf(accounts);
  }

  #accountAt(tape: RecordTape, place: number): ServerAccountRef | null {
    const { bytes } = tape;
    const [start, end] = [tape.startAt(place), tape.endAt(place)];
    let idStart = end;
    while (idStart > start && digitAt(bytes, idStart - 1) !== UNUSUAL) idStart -= 1;
    const userId = bytes[idStart - 1] === COLON ? wholeNumber(bytes, idStart, end) : UNUSUAL;
    if (userId === UNUSUAL) return parseServerAccountRef(tape.textAt(place).trim());
    for (const prefix of this.#prefixes) {
      if (areBytes(bytes, start, idStart, prefix.bytes)) return { hostName: prefix.hostName, userId };
    }
    return this.#remembered(tape.textAt(place), bytes.subarray(start, idStart));
  }

  #remembered(text: string, prefix: Buffer): ServerAccountRef | null {
    const account = parseServerAccountRef(text.trim());
    if (account !== null && this.#prefixes.length < MAX_PREFIXES) {
      this.#prefixes.push({ bytes: Buffer.from(prefix), hostName: account.hostName });
    }
    return account;
  }
}
