import type { ServerAccount, SystemUser } from '../../../domain/account.ts';
import type { Email } from '../../../domain/email.ts';
import type { HostName } from '../../../domain/host-name.ts';
import { MAX_ACCOUNTS_WITH_ONE_EMAIL } from '../limits.ts';
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

/** The accounts of one instance as they are read: each user id once, and no crowd under one address. */
export class ServerAccounts {
  readonly #accounts: AccountOnInstance[] = [];
  readonly #userIds = new Set<number>();
  readonly #accountsWithEmail = new Map<Email, number>();
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
    if (this.#isCrowded(account)) {
      const expected = `at most ${MAX_ACCOUNTS_WITH_ONE_EMAIL} accounts with one primary email address`;
      this.#problems.add(locate(), expected, this.#fix);
      return;
    }
    this.#userIds.add(account.userId);
    this.#accounts.push(account);
  }

  #isCrowded({ primaryEmail }: AccountOnInstance): boolean {
    if (primaryEmail === null) return false;
    const accounts = (this.#accountsWithEmail.get(primaryEmail) ?? 0) + 1;
    this.#accountsWithEmail.set(primaryEmail, accounts);
    return accounts > MAX_ACCOUNTS_WITH_ONE_EMAIL;
  }

  /** Sorted by user id. */
  on(hostName: HostName): ServerAccount[] {
    return this.#accounts
      .sort((one, other) => one.userId - other.userId)
      .map((account) => ({ hostName, ...account }));
  }
}
