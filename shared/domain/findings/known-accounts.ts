import type { LicenseFacts, ServerAccountRef } from '../account.ts';
import type { HostName } from '../host-name.ts';
import { newestOfInstances } from '../observe.ts';
import type { ServerAccounts } from '../server-accounts.ts';
import type { UsageFacts } from '../usage-snapshot.ts';

/** Which of the accounts that GitHub's rows name exist. */
export class KnownAccounts {
  readonly #byHost: ReadonlyMap<HostName, { readonly accounts: ServerAccounts }>;

  constructor(snapshots: readonly UsageFacts[]) {
    this.#byHost = newestOfInstances(snapshots);
  }

  /** Whether our snapshot of the instance lacks the account. Of an instance without a snapshot nothing is gone. */
  isGone({ hostName, userId }: ServerAccountRef): boolean {
    const instance = hostName === null ? undefined : this.#byHost.get(hostName);
    return instance !== undefined && instance.accounts.indexOf(userId) === -1;
  }

  /** Whether the row lists nothing but accounts that are gone. */
  listsOnlyGone({ login, serverAccounts }: LicenseFacts): boolean {
    return login === null && serverAccounts.every((ref) => this.isGone(ref));
  }

  /** Whether the row is nobody's: it has no cloud account, and none of its server accounts is known to exist. */
  isNobodys({ login, serverAccounts }: LicenseFacts): boolean {
    return login === null && serverAccounts.every((ref) => ref.hostName === null || this.isGone(ref));
  }
}
