import type { ServerAccountRef } from '../../../domain/account.ts';
import type { HostName } from '../../../domain/host-name.ts';
import type { LicenseRowsBuilder } from '../../../domain/license-rows-builder.ts';
import type { UserIdSet } from '../../../domain/user-id-set.ts';
import { NO_PREFIX } from '../json/license-row-format.ts';
import { type RecordTape, TAPE } from '../json/record-tape.ts';
import { MAX_SERVER_ACCOUNTS } from '../limits.ts';
import type { KnownServerAccounts } from './known-server-accounts.ts';
import type { LicenseRowsOnTape } from './license-rows-on-tape.ts';
import { parseServerAccountRef } from './server-account-ref.ts';

/** An instance that rows name accounts of; null for accounts without one. */
interface NamedHost {
  readonly name: HostName | null;
  /** Among those of the rows. */
  readonly number: number;
  /** Accounts of earlier rows. */
  readonly earlier: UserIdSet | null;
}

/**
 * The server accounts of a license row, from a tape, as `serverAccountsOf` has them: sorted by host name, then user
 * id, each once. No account becomes an object, and what is in front of the user id is the same in many rows.
 */
export class PlainServerAccounts {
  length = 0;
  readonly #tape: RecordTape;
  readonly #rowsOnTape: LicenseRowsOnTape;
  readonly #rows: LicenseRowsBuilder;
  readonly #earlier: KnownServerAccounts;
  readonly #hosts: NamedHost[] = [];
  readonly #userIds = new Float64Array(MAX_SERVER_ACCOUNTS);
  readonly #hostsOfPrefixes: NamedHost[] = [];
  readonly #named = new Map<HostName | null, NamedHost>();

  /** @param earlier of the rows before. */
  constructor(
    tape: RecordTape,
    rowsOnTape: LicenseRowsOnTape,
    rows: LicenseRowsBuilder,
    earlier: KnownServerAccounts,
  ) {
    this.#tape = tape;
    this.#rowsOnTape = rowsOnTape;
    this.#rows = rows;
    this.#earlier = earlier;
  }

  /** False when one of the texts is no server account. @param list the place of a list of texts, or of null or nothing. */
  read(list: number): boolean {
    this.length = 0;
    if (this.#tape.kindAt(list) <= TAPE.null) return true;
    const end = this.#tape.endAt(list);
    for (let item = list + 1; item < end; item++) if (!this.#readAccount(item)) return false;
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
    const prefix = this.#rowsOnTape.prefixes[place] ?? NO_PREFIX;
    const host = prefix === NO_PREFIX ? undefined : this.#hostsOfPrefixes[prefix];
    if (host === undefined) return this.#readUncommon(place);
    this.#insert(host, this.#rowsOnTape.userIds[place] ?? 0);
    return true;
  }

  /** False for what is no account. */
  #readUncommon(place: number): boolean {
    const account = parseServerAccountRef(this.#tape.textAt(place).trim());
    if (account === null) return false;
    const host = this.#hostOf(account.hostName);
    this.#insert(host, account.userId);
    const prefix = this.#rowsOnTape.addPrefix(place);
    if (prefix !== NO_PREFIX) this.#hostsOfPrefixes[prefix] = host;
    return true;
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
