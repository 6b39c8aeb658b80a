import { type AccountKey, cloudAccountKey, type ServerAccount, serverAccountKey } from '../account.ts';
import type { CloudRow } from './roster.ts';

/** The number of an account in the list: cloud accounts first, by login, then server accounts, by host and id. */
export type AccountNumber = number;

/**
 * Every account by number, so that the matching can work on whole numbers. Numbers follow the canonical order
 * of accounts, which is what makes the outcome independent of the order in which sources were read.
 */
export class AccountList {
  readonly size: number;
  readonly #cloudRows: readonly CloudRow[];
  readonly #serverAccounts: readonly ServerAccount[];

  /** Both in canonical order. */
  constructor(cloudRows: readonly CloudRow[], serverAccounts: readonly ServerAccount[]) {
    this.size = cloudRows.length + serverAccounts.length;
    this.#cloudRows = cloudRows;
    this.#serverAccounts = serverAccounts;
  }

  /** Undefined for the number of a server account. */
  cloudRow(account: AccountNumber): CloudRow | undefined {
    return account < this.#cloudRows.length ? this.#cloudRows[account] : undefined;
  }

  /** Undefined for the number of a cloud account. */
  serverAccount(account: AccountNumber): ServerAccount | undefined {
    const position = account - this.#cloudRows.length;
    return position < 0 ? undefined : this.#serverAccounts[position];
  }

  keyOf(account: AccountNumber): AccountKey {
    const cloud = this.cloudRow(account);
    if (cloud !== undefined) return cloudAccountKey(cloud.login);
    const server = this.serverAccount(account);
    if (server === undefined) throw new RangeError(`no account has the number ${account}`);
    return serverAccountKey(server.hostName, server.userId);
  }
}
