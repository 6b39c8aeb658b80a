import type { ServerAccountRef } from '../../../domain/account.ts';
import type { HostName } from '../../../domain/host-name.ts';
import { UserIdSet } from '../../../domain/user-id-set.ts';

/** Which server accounts earlier rows of a file have. */
export class KnownServerAccounts {
  readonly #userIds = new Map<HostName, UserIdSet>();

  /** Gives back the memory. Nothing is to be asked any more. */
  release(): void {
    for (const userIds of this.#userIds.values()) userIds.release();
  }

  /** A bare id, without its host, may be that of another person on another instance. */
  hasAny(accounts: readonly ServerAccountRef[]): boolean {
    for (const { hostName, userId } of accounts) {
      if (hostName !== null && this.#userIds.get(hostName)?.has(userId) === true) return true;
    }
    return false;
  }

  add(accounts: readonly ServerAccountRef[]): void {
    for (const { hostName, userId } of accounts) if (hostName !== null) this.on(hostName).add(userId);
  }

  /** The user ids on one instance: whoever else takes in rows adds theirs, too. */
  on(hostName: HostName): UserIdSet {
    const known = this.#userIds.get(hostName);
    if (known !== undefined) return known;
    const userIds = new UserIdSet();
    this.#userIds.set(hostName, userIds);
    return userIds;
  }
}
