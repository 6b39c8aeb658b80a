import type { ServerAccountRef } from '../../../domain/account.ts';
import type { HostName } from '../../../domain/host-name.ts';
import type { LicenseRowsBuilder } from '../../../domain/license-rows-builder.ts';
import type { UserIdSet } from '../../../domain/user-id-set.ts';
import { areBytes, digitAt, UNUSUAL, wholeNumber } from '../json/plain-json.ts';
import { type RecordTape, TAPE } from '../json/record-tape.ts';
import { MAX_SERVER_ACCOUNTS } from '../limits.ts';
import type { KnownServerAccounts } from './known-server-accounts.ts';
import { parseServerAccountRef } from './server-account-ref.ts';

const COLON = 0x3a;
/** Of `host:` before a user id: the instances of an enterprise are few. */
const MAX_PREFIXES = 64;

/** An instance that rows name accounts of; null for accounts without one. */
interface NamedHost {
  readonly name: HostName | null;
  /** Among those of the rows. */
  readonly number: number;
  /** Accounts of earlier rows. */
  readonly earlier: UserIdSet | null;
}

interface KnownPrefix {
  readonly bytes: Buffer;
  readonly host: NamedHost;
}

/**
 * The server accounts of a license row, from a tape, as `serverAccountsOf` has them: sorted by host name, then user
 * id, each once. No account becomes an object, and what is in front of the user id is the same in many rows.
 */
export class PlainServerAccounts {
  length = 0;
  readonly #tape: RecordTape;
  readonly #rows: LicenseRowsBuilder;
  readonly #earlier: KnownServerAccounts;
  readonly #hosts: NamedHost[] = [];
  readonly #userIds = new Float64Array(MAX_SERVER_ACCOUNTS);
  readonly #prefixes: KnownPrefix[] = [];
  readonly #named = new Map<HostName | null, NamedHost>();

  /** @param earlier of the rows before. */
  constructor(tape: RecordTape, rows: LicenseRowsBuilder, earlier: KnownServerAccounts) {
    this.#tape = tape;
    this.#rows = rows;
    this.#earlier = earlier;
  }

  /** False when there is something else than a list of server accounts at this place, nothing and null excepted. */
  read(list: number): boolean {
    const tape = this.#tape;
    this.length = 0;
    if (tape.kindAt(list) <= TAPE.null) return true;
    const end = tape.endAt(list);
    if (tape.kindAt(list) !== TAPE.list || end - list - 1 > MAX_SERVER_ACCOUNTS) return false;
    for (let item = list + 1; item < end; item++) {
      if (!tape.isText(item) || !this.#readAccount(item)) return false;
    }
    return true;
  }

  /** A bare id, without its host, may be that of another person on another instance. */
  hasAnyOfEarlierRow(): boolean {
    for (let index = 0; index < this.length; index++) {
      if (this.#hosts[index]?.earlier?.has(this.#userIds[index] ?? 0) === true) return true;
    }
    return false;
  }

  first(): ServerAccountRef | null {
    const host = this.#hosts[0];
    return this.length === 0 || host === undefined
      ? null
      : { hostName: host.name, userId: this.#userIds[0] ?? 0 };
  }

  /** To the row that comes next, and to those of earlier rows. */
  addToRow(): void {
    for (let index = 0; index < this.length; index++) {
      const userId = this.#userIds[index] ?? 0;
      const host = this.#hosts[index];
      this.#rows.addServerAccount(host?.number ?? 0, userId);
      host?.earlier?.add(userId);
    }
  }

  #readAccount(place: number): boolean {
    const { bytes } = this.#tape;
    const [start, end] = [this.#tape.startAt(place), this.#tape.endAt(place)];
    let idStart = end;
    while (idStart > start && digitAt(bytes, idStart - 1) !== UNUSUAL) idStart -= 1;
    const userId = bytes[idStart - 1] === COLON ? wholeNumber(bytes, idStart, end) : UNUSUAL;
    if (userId === UNUSUAL) return this.#readUncommon(place) !== null;
    for (const prefix of this.#prefixes) {
      if (areBytes(bytes, start, idStart, prefix.bytes)) {
        this.#insert(prefix.host, userId);
        return true;
      }
    }
    const host = this.#readUncommon(place);
    if (host !== null && this.#prefixes.length < MAX_PREFIXES)
      this.#prefixes.push({ bytes: Buffer.from(bytes.subarray(start, idStart)), host });
    return host !== null;
  }

  /** The host of the account; null for what is no account. */
  #readUncommon(place: number): NamedHost | null {
    const account = parseServerAccountRef(this.#tape.textAt(place).trim());
    if (account === null) return null;
    const host = this.#hostOf(account.hostName);
    this.#insert(host, account.userId);
    return host;
  }

  #hostOf(name: HostName | null): NamedHost {
    const known = this.#named.get(name);
    if (known !== undefined) return known;
    const earlier = name === null ? null : this.#earlier.on(name);
    const host = { name, number: this.#rows.hostNumber(name), earlier };
    this.#named.set(name, host);
    return host;
  }

  /** Where it belongs among those before, which are few. */
  #insert(host: NamedHost, userId: number): void {
    let at = this.length;
    while (at > 0 && this.#isBefore(host, userId, at - 1)) at -= 1;
    if (at > 0 && this.#hosts[at - 1] === host && this.#userIds[at - 1] === userId) return;
    for (let to = this.length; to > at; to--) {
      this.#hosts[to] = this.#hosts[to - 1] ?? host;
      this.#userIds[to] = this.#userIds[to - 1] ?? userId;
    }
    this.#hosts[at] = host;
    this.#userIds[at] = userId;
    this.length += 1;
  }

  #isBefore(host: NamedHost, userId: number, index: number): boolean {
    const other = this.#hosts[index] ?? host;
    if (host === other) return userId < (this.#userIds[index] ?? 0);
    return (host.name ?? '') < (other.name ?? '');
  }
}
