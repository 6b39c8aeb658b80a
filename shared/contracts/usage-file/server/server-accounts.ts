import type { ServerAccount, SystemUser } from '../../../domain/account.ts';
import type { HostName } from '../../../domain/host-name.ts';
import type { Location, ProblemLog } from '../problem-log.ts';

/** An account before it is known of which instance: a file may name its instance last. */
export type AccountOnInstance = Omit<ServerAccount, 'hostName'>;

const SYSTEM_USERS: ReadonlyMap<string, SystemUser> = new Map([
  ['ghost', 'ghost'],
  ['scim-admin', 'scim-admin'],
]);

/** The one thing that a login of a server account is read for. */
export function systemUserOf(login: string): SystemUser | null {
  return SYSTEM_USERS.get(login.trim().toLowerCase()) ?? null;
}

/** The accounts of one instance as they are read: each user id once. */
export class ServerAccounts {
  readonly #accounts: AccountOnInstance[] = [];
  readonly #userIds = new Set<number>();
  readonly #problems: ProblemLog;
  readonly #fix: string;

  constructor(problems: ProblemLog, fix: string) {
    this.#problems = problems;
    this.#fix = fix;
  }

  /** @param locate tells where the account's user id is in the file. */
  add(account: AccountOnInstance, locate: () => Location): void {
    if (this.#userIds.has(account.userId)) {
      this.#problems.add(locate(), 'a user id that no earlier account of the file has', this.#fix);
      return;
    }
    this.#userIds.add(account.userId);
    this.#accounts.push(account);
  }

  /** Sorted by user id. */
  on(hostName: HostName): ServerAccount[] {
    return this.#accounts
      .sort((one, other) => one.userId - other.userId)
      .map((account) => ({ hostName, ...account }));
  }
}
