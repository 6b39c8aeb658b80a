import { type AccountKey, cloudAccountKey, type ServerAccount, serverAccountKey } from '../account.ts';
import type { HostName } from '../host-name.ts';
import type { LicenseRows } from '../license-rows.ts';
import type { ServerAccounts } from '../server-accounts.ts';
import type { Span } from '../text-list.ts';

/** The number of an account in the list: cloud accounts first, by login, then server accounts, by host and id. */
export type AccountNumber = number;

/** In place of the number of an account. */
export const NO_ACCOUNT = -1;

/** An instance, and the numbers of its accounts: from `start` to before `end`. */
export interface NumberedInstance {
  readonly accounts: ServerAccounts;
  readonly start: AccountNumber;
  readonly end: AccountNumber;
}

/**
 * Every account by number, so that the matching can work on whole numbers. Numbers follow the canonical order
 * of accounts, which is what makes the outcome independent of the order in which sources were read.
 */
export class AccountList {
  readonly size: number;
  readonly cloudAccounts: number;
  readonly instances: readonly NumberedInstance[];
  readonly #rows: LicenseRows;
  /** The row of the first cloud account. By row key, those with a login are next to one another. */
  readonly #firstCloudRow: number;
  readonly #byHost: ReadonlyMap<HostName, NumberedInstance>;

  /** Both in canonical order. */
  constructor(rows: LicenseRows, instances: readonly ServerAccounts[]) {
    this.#rows = rows;
    const { first, count } = rowsWithLogin(rows);
    this.#firstCloudRow = first;
    this.cloudAccounts = count;
    let size = count;
    this.instances = instances.map((accounts) => {
      const start = size;
      size += accounts.length;
      return { accounts, start, end: size };
    });
    this.size = size;
    this.#byHost = new Map(this.instances.map((instance) => [instance.accounts.hostName, instance]));
  }

  /** The position of the row of a cloud account; -1 for a server account. */
  cloudRowOf(account: AccountNumber): number {
    return account < this.cloudAccounts ? this.#firstCloudRow + account : -1;
  }

  /** The cloud account of a row; NO_ACCOUNT for a row without one. */
  cloudAccountOf(row: number): AccountNumber {
    const account = row - this.#firstCloudRow;
    return account >= 0 && account < this.cloudAccounts ? account : NO_ACCOUNT;
  }

  /** Null for the number of a server account. */
  loginOf(account: AccountNumber): string | null {
    const row = this.cloudRowOf(account);
    return row === -1 ? null : this.#rows.loginAt(row);
  }

  /** The same without a string. */
  loginSpanOf(account: AccountNumber): Span | null {
    const row = this.cloudRowOf(account);
    return row === -1 ? null : this.#rows.loginSpanAt(row);
  }

  /** The instance that a server account is on; undefined for the number of a cloud account. */
  instanceOf(account: AccountNumber): NumberedInstance | undefined {
    if (account < this.cloudAccounts) return undefined;
    // There are few of them.
    for (const instance of this.instances) if (account < instance.end) return instance;
    return undefined;
  }

  /** Undefined for the number of a cloud account. */
  serverAccount(account: AccountNumber): ServerAccount | undefined {
    const instance = this.instanceOf(account);
    return instance?.accounts.at(account - instance.start);
  }

  /** The number of a server account; NO_ACCOUNT when no source has it. */
  numberOf(hostName: HostName, userId: number): AccountNumber {
    const instance = this.#byHost.get(hostName);
    if (instance === undefined) return NO_ACCOUNT;
    const position = instance.accounts.indexOf(userId);
    return position === -1 ? NO_ACCOUNT : instance.start + position;
  }

  keyOf(account: AccountNumber): AccountKey {
    const login = this.loginOf(account);
    if (login !== null) return cloudAccountKey(login);
    const instance = this.instanceOf(account);
    if (instance === undefined) throw new RangeError(`no account has the number ${account}`);
    return serverAccountKey(instance.accounts.hostName, instance.accounts.userIdAt(account - instance.start));
  }
}

function rowsWithLogin(rows: LicenseRows): { readonly first: number; readonly count: number } {
  let first = 0;
  while (first < rows.length && !rows.hasLogin(first)) first++;
  let count = 0;
  while (first + count < rows.length && rows.hasLogin(first + count)) count++;
  return { first, count };
}
