import {
  type AccountKey,
  cloudAccountKey,
  type LicenseRow,
  type ServerAccount,
  serverAccountKey,
} from '../account.ts';
import type { Email } from '../email.ts';
import type { ObservedUsage } from '../observe.ts';

/** A cloud account's row. */
export type CloudRow = LicenseRow & { readonly login: string };

/** The number of an account in the roster: cloud accounts first, by login, then server accounts, by host and id. */
export type AccountNumber = number;

/**
 * Every account by number, so that the matching can work on whole numbers. Numbers follow the canonical order
 * of accounts, which is what makes the outcome independent of the order in which sources were read.
 */
export class Roster {
  readonly rows: readonly LicenseRow[];
  readonly cloudRows: readonly CloudRow[];
  readonly serverAccounts: readonly ServerAccount[];
  readonly size: number;

  readonly #numberOfKey = new Map<AccountKey, AccountNumber>();
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
    this.#numberOfKey.set(this.keyOf(account), account);
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

  /** Undefined when no source has the account. */
  numberOf(key: AccountKey): AccountNumber | undefined {
    return this.#numberOfKey.get(key);
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
