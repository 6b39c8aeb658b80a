import { type AccountKey, cloudAccountKey, type LicenseFacts } from '../account.ts';
import type { HostName } from '../host-name.ts';
import type { Person } from '../person.ts';
import { keyOf } from './finding-about.ts';

/** A person, and how GitHub counts them. */
export interface CountedPerson {
  readonly person: Person;
  /** GitHub's rows that consume a license and name an account of the person; null when GitHub's rows are not known. */
  readonly rows: readonly LicenseFacts[] | null;
}

/** GitHub counts a license for each row, but for a subscription that is linked to no account. */
export function consumesAtGithub({ login, serverAccounts }: LicenseFacts): boolean {
  return login !== null || serverAccounts.length > 0;
}

/**
 * The license that GitHub counts for a person besides those of `counted-twice`: what there is to save on once the
 * person is counted once. Without GitHub's rows it is taken to count as the documented rule does.
 */
export function licenseAtGithub({ person, rows }: CountedPerson): 0 | 1 {
  const counts = rows === null ? person.consumption.consumes : rows.length > 0;
  return counts ? 1 : 0;
}

/** The account of a person's that a row has: the cloud account, else its server accounts but for those that are gone. */
export function accountsOfRow(row: LicenseFacts, { serverAccounts }: Person): AccountKey[] {
  if (row.login !== null) return [cloudAccountKey(row.login)];
  return serverAccounts
    .filter(({ hostName, userId }) =>
      row.serverAccounts.some((ref) => ref.hostName === hostName && ref.userId === userId),
    )
    .map(keyOf);
}

/**
 * GitHub's rows by the accounts they name. GitHub's own match comes before every other rule, so all accounts of a
 * row that exist are one person's, and a row is of one person at most.
 */
export class GithubRows {
  readonly #rows: readonly LicenseFacts[];
  /**
   * Numbers of rows: of a cloud account by its login as GitHub spells it, which people have from the same rows; of a
   * server account by host and user id.
   */
  readonly #byLogin = new Map<string, number>();
  readonly #byHost = new Map<HostName, Map<number, number>>();

  constructor(rows: readonly LicenseFacts[]) {
    this.#rows = rows;
    for (const [number, row] of rows.entries()) this.#enter(number, row);
  }

  #enter(number: number, { login, serverAccounts }: LicenseFacts): void {
    if (login !== null) this.#byLogin.set(login, number);
    for (const { hostName, userId } of serverAccounts) {
      if (hostName === null) continue;
      const byUserId = this.#byHost.get(hostName) ?? new Map<number, number>();
      this.#byHost.set(hostName, byUserId.set(userId, number));
    }
  }

  /** Each once. */
  rowsOf({ cloudAccount, serverAccounts }: Person): readonly LicenseFacts[] {
    const rows: LicenseFacts[] = [];
    const add = (number: number | undefined): void => {
      const row = number === undefined ? undefined : this.#rows[number];
      if (row !== undefined && !rows.includes(row)) rows.push(row);
    };
    if (cloudAccount !== null) add(this.#byLogin.get(cloudAccount.login));
    for (const { hostName, userId } of serverAccounts) add(this.#byHost.get(hostName)?.get(userId));
    return rows;
  }
}
