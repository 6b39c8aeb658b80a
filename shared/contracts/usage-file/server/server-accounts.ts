import type { ServerAccount, SystemUser } from '../../../domain/account.ts';
import type { HostName } from '../../../domain/host-name.ts';
import { MAX_ACCOUNTS_WITH_ONE_EMAIL } from '../limits.ts';
import type { Location, ProblemLog } from '../problem-log.ts';
import { EmailCrowds } from './email-crowds.ts';

/** An account. Its instance is null until all are read: a file may name its instance last. */
export interface AccountOnInstance extends Omit<ServerAccount, 'hostName'> {
  hostName: HostName | null;
}

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
  /** Of accounts before the one at hand. Null while they come in order, as instances list them: the last is greatest. */
  #userIds: Set<number> | null = null;
  readonly #crowds = new EmailCrowds(MAX_ACCOUNTS_WITH_ONE_EMAIL);
  readonly #problems: ProblemLog;
  readonly #fix: string;

  constructor(problems: ProblemLog, fix: string) {
    this.#problems = problems;
    this.#fix = fix;
  }

  /** @param locate tells where the account's user id is in the file. */
  add(account: AccountOnInstance, locate: () => Location): void {
    const expected = this.#addOrTell(account);
    if (expected !== null) this.#problems.add(locate(), expected, this.#fix);
  }

  /** False, with nothing changed, for an account that `add` would make a problem of. */
  addIfFine(account: AccountOnInstance): boolean {
    return this.#addOrTell(account) === null;
  }

  /** What an account beside those before should be like; null when it is, and is one of them now. */
  #addOrTell(account: AccountOnInstance): string | null {
    const { userId, primaryEmail } = account;
    if (this.#isKnown(userId)) return 'a user id that no earlier account of the file has';
    if (primaryEmail !== null && !this.#crowds.addIfRoom(primaryEmail)) {
      return `at most ${MAX_ACCOUNTS_WITH_ONE_EMAIL} accounts with one primary email address`;
    }
    this.#userIds?.add(userId);
    this.#accounts.push(account);
    return null;
  }

  #isKnown(userId: number): boolean {
    const last = this.#accounts.at(-1);
    if (this.#userIds === null && (last === undefined || userId > last.userId)) return false;
    this.#userIds ??= new Set(this.#accounts.map((account) => account.userId));
    return this.#userIds.has(userId);
  }

  /** Sorted by user id. */
  on(hostName: HostName): ServerAccount[] {
    for (const account of this.#accounts) account.hostName = hostName;
    return (this.#accounts as ServerAccount[]).sort((one, other) => one.userId - other.userId);
  }
}
