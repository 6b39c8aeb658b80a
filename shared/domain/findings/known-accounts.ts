import type { LicenseFacts, ServerAccountRef } from '../account.ts';
import type { HostName } from '../host-name.ts';
import { newestOfInstances } from '../observe.ts';
import type { ServerAccounts } from '../server-accounts.ts';
import type { UsageFacts } from '../usage-snapshot.ts';

/** Which of the accounts that GitHub's rows name exist. */
export class KnownAccounts {
  /** An account whose host is not told is on none of them. */
  readonly #byHost: ReadonlyMap<HostName | null, { readonly accounts: ServerAccounts }>;

  constructor(snapshots: readonly UsageFacts[]) {
    this.#byHost = newestOfInstances(snapshots);
  }

  /** Whether our snapshot of the instance lacks the account. Of an instance without a snapshot nothing is gone. */
  isGone({ hostName, userId }: ServerAccountRef): boolean {
    const instance = this.#byHost.get(hostName);
    return instance !== undefined && instance.accounts.indexOf(userId) === -1;
  }

  /** Whether the row lists nothing but accounts that are gone. */
  listsOnlyGone({ login, serverAccounts }: LicenseFacts): boolean {
    return login === null && serverAccounts.every((ref) => this.isGone(ref));
  }

  /** Whether a row without a cloud account is nobody's: none of its server accounts is known to exist. */
  isNobodys({ serverAccounts }: LicenseFacts): boolean {
    return serverAccounts.every((ref) => ref.hostName === null || this.isGone(ref));
  }
}
