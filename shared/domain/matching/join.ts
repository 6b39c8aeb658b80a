import { DisjointSets } from '../disjoint-sets.ts';
import type { AccountNumber } from './account-list.ts';

export type JoinOutcome = 'joined' | 'already-joined' | 'two-cloud-accounts';

/**
 * Groups of accounts, each one person's. A group holds at most one cloud account: joining two groups that each have
 * one is refused.
 */
export class AccountGroups {
  readonly #groups: DisjointSets;
  readonly #cloudAccounts: number;

  /** The first `cloudAccounts` numbers are cloud accounts. */
  constructor(accounts: number, cloudAccounts: number) {
    this.#groups = new DisjointSets(accounts);
    this.#cloudAccounts = cloudAccounts;
  }

  /**
   * By account: the number of its group. Groups are numbered from 0, in the order of their smallest accounts. To be asked
   * last, since the numbers are where the groups were.
   */
  numbers(): Int32Array<ArrayBuffer> {
    return this.#groups.numbers();
  }

  /** Undefined for a group without a cloud account. */
  cloudAccountOf(account: AccountNumber): AccountNumber | undefined {
    // The root is the smallest account, and cloud accounts come first.
    const root = this.#groups.rootOf(account);
    return root < this.#cloudAccounts ? root : undefined;
  }

  join(account: AccountNumber, other: AccountNumber): JoinOutcome {
    const a = this.#groups.rootOf(account);
    const b = this.#groups.rootOf(other);
    if (a === b) return 'already-joined';
    if (a < this.#cloudAccounts && b < this.#cloudAccounts) return 'two-cloud-accounts';
    this.#groups.join(a, b);
    return 'joined';
  }
}
