import {
  type AccountKey,
  cloudAccountKey,
  type LicenseFacts,
  type ServerAccount,
  serverAccountKey,
} from '../account.ts';
import type { Email } from '../email.ts';
import type { HostName } from '../host-name.ts';
import type { ObservedUsage } from '../observe.ts';

/** A cloud account's row. */
export type CloudRow = LicenseFacts & { readonly login: string };

/** The number of an account in the roster: cloud accounts first, by login, then server accounts, by host and id. */
export type AccountNumber = number;

/**
 * Every account by number, so that the matching can work on whole numbers. Numbers follow the canonical order
 * of accounts, which is what makes the outcome independent of the order in which sources were read.
 */
export class Roster {
  readonly rows: readonly LicenseFacts[];
  readonly cloudRows: readonly CloudRow[];
  readonly serverAccounts: readonly ServerAccount[];
  readonly size: number;

  /** The first account with a primary address, and behind each account the next one with the same. */
  readonly #firstWithPrimaryEmail = new Map<Email, AccountNumber>();
  readonly #nextWithPrimaryEmail: Int32Array;

  constructor(observed: ObservedUsage) {
    this.rows = observed.rows;
    this.cloudRows = observed.rows.filter((row): row is CloudRow => row.login !== null);
    this.serverAccounts = observed.serverAccounts;
    this.size = this.cloudRows.length + this.serverAccounts.length;
    this.#nextWithPrimaryEmail = new Int32Array(this.size).fill(-1);
    for (let account = this.size - 1; account >= 0; account--) this.#enter(account);
  }

  #enter(account: AccountNumber): void {
    const server = this.serverAccount(account);
    // Nobody is behind a system user, so no address makes it somebody's.
    if (server === undefined || server.systemUser !== null || server.primaryEmail === null) return;
    this.#nextWithPrimaryEmail[account] = this.#firstWithPrimaryEmail.get(server.primaryEmail) ?? -1;
    this.#firstWithPrimaryEmail.set(server.primaryEmail, account);
  }

  isCloudAccount(account: AccountNumber): boolean {
    return account < this.cloudRows.length;
  }

  /** Undefined for the number of a cloud account. */
  serverAccount(account: AccountNumber): ServerAccount | undefined {
    return this.serverAccounts[account - this.cloudRows.length];
  }

  keyOf(account: AccountNumber): AccountKey {
    const row = this.cloudRows[account];
    if (row !== undefined) return cloudAccountKey(row.login);
    const server = this.serverAccount(account);
    if (server === undefined) throw new RangeError(`no account has the number ${account}`);
    return serverAccountKey(server.hostName, server.userId);
  }

  /** The number of a server account; undefined when no source has it. Searches the sorted accounts by halves. */
  numberOf(hostName: HostName, userId: number): AccountNumber | undefined {
    let low = 0;
    let high = this.serverAccounts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const account = this.serverAccounts[middle];
      if (account === undefined) return undefined;
      const isBefore = account.hostName === hostName ? account.userId < userId : account.hostName < hostName;
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    const found = this.serverAccounts[low];
    const isIt = found?.hostName === hostName && found.userId === userId;
    return isIt ? this.cloudRows.length + low : undefined;
  }

  /** Server accounts with this primary address, in canonical order. */
  *withPrimaryEmail(email: Email): Generator<AccountNumber> {
    let account = this.#firstWithPrimaryEmail.get(email) ?? -1;
    while (account !== -1) {
      yield account;
      account = this.#nextWithPrimaryEmail[account] ?? -1;
    }
  }

  /** The next server account with the same primary address, in canonical order. */
  nextWithSamePrimaryEmail(account: AccountNumber): AccountNumber | undefined {
    const next = this.#nextWithPrimaryEmail[account];
    return next === undefined || next === -1 ? undefined : next;
  }
}
