import type { AccountNumber } from './account-list.ts';
import type { MatchCandidate } from './candidate.ts';

export type JoinOutcome = 'joined' | 'already-joined' | 'two-cloud-accounts';

const NO_CLOUD_ACCOUNT = -1;

/**
 * Groups of accounts, each one person's (a union-find). A group holds at most one cloud account: joining two
 * groups that each have one is refused.
 */
export class AccountGroups {
  readonly #parent: Int32Array;
  /** By the group's root. */
  readonly #cloudAccount: Int32Array;

  /** The first `cloudAccounts` numbers are cloud accounts. */
  constructor(accounts: number, cloudAccounts: number) {
    this.#parent = Int32Array.from({ length: accounts }, (_, account) => account);
    this.#cloudAccount = Int32Array.from({ length: accounts }, (_, account) =>
      account < cloudAccounts ? account : NO_CLOUD_ACCOUNT,
    );
  }

  /** The group's root: its smallest account, so the same whatever the order of the joins. */
  rootOf(account: AccountNumber): AccountNumber {
    let root = account;
    for (let parent = this.#parentOf(root); parent !== root; parent = this.#parentOf(root)) {
      const grandparent = this.#parentOf(parent);
      this.#parent[root] = grandparent;
      root = grandparent;
    }
    return root;
  }

  /** Undefined for a group without a cloud account. */
  cloudAccountOf(account: AccountNumber): AccountNumber | undefined {
    const cloudAccount = this.#cloudAccount[this.rootOf(account)];
    return cloudAccount === NO_CLOUD_ACCOUNT ? undefined : cloudAccount;
  }

  join(candidate: MatchCandidate): JoinOutcome {
    const a = this.rootOf(candidate.account);
    const b = this.rootOf(candidate.with);
    if (a === b) return 'already-joined';
    const cloudA = this.cloudAccountOf(a);
    const cloudB = this.cloudAccountOf(b);
    if (cloudA !== undefined && cloudB !== undefined) return 'two-cloud-accounts';
    const root = Math.min(a, b);
    this.#parent[Math.max(a, b)] = root;
    this.#cloudAccount[root] = cloudA ?? cloudB ?? NO_CLOUD_ACCOUNT;
    return 'joined';
  }

  #parentOf(account: AccountNumber): AccountNumber {
    return this.#parent[account] ?? account;
  }
}
