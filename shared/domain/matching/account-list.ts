import { type AccountKey, cloudAccountKey, type ServerAccount, serverAccountKey } from '../account.ts';
import type { HostName } from '../host-name.ts';
import type { ServerAccounts } from '../server-accounts.ts';
import type { CloudRow } from './roster.ts';

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
  readonly #cloudRows: readonly CloudRow[];
  readonly #byHost: ReadonlyMap<HostName, NumberedInstance>;

  /** Both in canonical order. */
  constructor(cloudRows: readonly CloudRow[], instances: readonly ServerAccounts[]) {
    let size = cloudRows.length;
    this.cloudAccounts = size;
    this.instances = instances.map((accounts) => {
      const start = size;
      size += accounts.length;
      return { accounts, start, end: size };
    });
    this.size = size;
    this.#cloudRows = cloudRows;
    this.#byHost = new Map(this.instances.map((instance) => [instance.accounts.hostName, instance]));
  }

  /** Undefined for the number of a server account. */
  cloudRow(account: AccountNumber): CloudRow | undefined {
    return account < this.cloudAccounts ? this.#cloudRows[account] : undefined;
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
    const cloud = this.cloudRow(account);
    if (cloud !== undefined) return cloudAccountKey(cloud.login);
    const instance = this.instanceOf(account);
    if (instance === undefined) throw new RangeError(`no account has the number ${account}`);
    return serverAccountKey(instance.accounts.hostName, instance.accounts.userIdAt(account - instance.start));
  }
}
