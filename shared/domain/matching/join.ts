import { DisjointSets } from '../disjoint-sets.ts';
import type { AccountNumber } from './account-list.ts';

export type JoinOutcome = 'joined' | 'already-joined' | 'two-cloud-accounts';

const NO_CLOUD_ACCOUNT = -1;

/**
 * Groups of accounts, each one person's. A group holds at most one cloud account: joining two groups that each have
 * one is refused.
 */
export class AccountGroups {
  readonly #groups: DisjointSets;
  /** By the group's root. */
  readonly #cloudAccount: Int32Array;

  /** The first `cloudAccounts` numbers are cloud accounts. */
  constructor(accounts: number, cloudAccounts: number) {
    this.#groups = new DisjointSets(accounts);
    this.#cloudAccount = new Int32Array(accounts).fill(NO_CLOUD_ACCOUNT);
    for (let account = 0; account < cloudAccounts; account++) this.#cloudAccount[account] = account;
  }

  /** The group's root: its smallest account, so the same whatever the order of the joins. */
  rootOf(account: AccountNumber): AccountNumber {
    return this.#groups.rootOf(account);
  }

  /** Undefined for a group without a cloud account. */
  cloudAccountOf(account: AccountNumber): AccountNumber | undefined {
    const cloudAccount = this.#cloudAccount[this.rootOf(account)];
    return cloudAccount === NO_CLOUD_ACCOUNT ? undefined : cloudAccount;
  }

  join(account: AccountNumber, other: AccountNumber): JoinOutcome {
    const a = this.rootOf(account);
    const b = this.rootOf(other);
    if (a === b) return 'already-joined';
    const cloudA = this.cloudAccountOf(a);
    const cloudB = this.cloudAccountOf(b);
    if (cloudA !== undefined && cloudB !== undefined) return 'two-cloud-accounts';
    this.#cloudAccount[this.#groups.join(a, b)] = cloudA ?? cloudB ?? NO_CLOUD_ACCOUNT;
    return 'joined';
  }
}
