import type { ServerAccount, SystemUser } from '../../../domain/account.ts';
import { type EmailNumbers, NO_EMAIL } from '../../../domain/email-numbers.ts';
import type { HostName } from '../../../domain/host-name.ts';
import type { ServerAccounts } from '../../../domain/server-accounts.ts';
import { ServerAccountsBuilder } from '../../../domain/server-accounts-builder.ts';
import { MAX_ACCOUNTS_WITH_ONE_EMAIL } from '../limits.ts';
import type { Location, ProblemLog } from '../problem-log.ts';
import { EmailCrowds } from './email-crowds.ts';

/** An account. Its instance is not known until all are read: a file may name its instance last. */
export type AccountOfFile = Omit<ServerAccount, 'hostName'>;

const SYSTEM_USERS: ReadonlyMap<string, SystemUser> = new Map([
  ['ghost', 'ghost'],
  ['scim-admin', 'scim-admin'],
]);

/** The one thing that a login of a server account is read for. */
export function systemUserOf(login: string): SystemUser | null {
  return SYSTEM_USERS.get(login.trim().toLowerCase()) ?? null;
}

const [G, H, S, C] = [0x67, 0x68, 0x73, 0x63] as const;
const TO_LOWER_CASE = 0x20;

/**
 * Whether `systemUserOf` may know the login that begins here, by its first two bytes: most begin with something else,
 * and need not become a string. In front of it may be white space.
 */
export function mayBeSystemUser(bytes: Buffer, start: number): boolean {
  const first = bytes[start] ?? 0;
  const [one, two] = [first | TO_LOWER_CASE, (bytes[start + 1] ?? 0) | TO_LOWER_CASE];
  return (one === G && two === H) || (one === S && two === C) || first <= 0x20 || first >= 0x7f;
}

/** The accounts of one instance as they are read: each user id once, and no crowd under one address. */
export class AccountsOfFile {
  /** Takes what is known to be fine. */
  readonly builder: ServerAccountsBuilder;
  /** Of accounts before the one at hand. Null while they come in order, as instances list them: the last is greatest. */
  #userIds: Set<number> | null = null;
  readonly #crowds = new EmailCrowds(MAX_ACCOUNTS_WITH_ONE_EMAIL);
  readonly #problems: ProblemLog;
  readonly #fix: string;

  /** @param emails to which the addresses are added; their own when there are none. */
  constructor(problems: ProblemLog, fix: string, emails: EmailNumbers | undefined) {
    this.builder = new ServerAccountsBuilder(emails);
    this.#problems = problems;
    this.#fix = fix;
  }

  /** @param locate tells where the account's user id is in the file. */
  add(account: AccountOfFile, locate: () => Location): void {
    const { userId, primaryEmail } = account;
    const email = primaryEmail === null ? NO_EMAIL : this.builder.emails.add(primaryEmail);
    const expected = this.admit(userId, email);
    if (expected === null) this.builder.add(account);
    else this.#problems.add(locate(), expected, this.#fix);
  }

  /**
   * What keeps an account out that comes after those before: what it should be like instead. Null when nothing does;
   * then it is to be added to the builder.
   * @param primaryEmail its number, or NO_EMAIL.
   */
  admit(userId: number, primaryEmail: number): string | null {
    if (this.#isKnown(userId)) return 'a user id that no earlier account of the file has';
    if (primaryEmail !== NO_EMAIL && !this.#crowds.addIfRoom(primaryEmail)) {
      return `at most ${MAX_ACCOUNTS_WITH_ONE_EMAIL} accounts with one primary email address`;
    }
    this.#userIds?.add(userId);
    return null;
  }

  #isKnown(userId: number): boolean {
    const { length } = this.builder;
    if (this.#userIds === null && (length === 0 || userId > this.builder.userIdAt(length - 1))) return false;
    this.#userIds ??= new Set(Array.from({ length }, (_, position) => this.builder.userIdAt(position)));
    return this.#userIds.has(userId);
  }

  /** All of them. Takes no further ones. */
  on(hostName: HostName): ServerAccounts {
    this.#crowds.release();
    return this.builder.build(hostName);
  }
}
