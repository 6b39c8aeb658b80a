import { cloudAccountKey, type LicenseRow } from '../../../domain/account.ts';
import type { HostName } from '../../../domain/host-name.ts';
import type { FileRecord } from '../file-record.ts';
import type { ProblemLog } from '../problem-log.ts';

/**
 * What a license row is sorted by and known by: the login, else its first server account, else the address of
 * its Visual Studio subscription. Null for a row that names none of them, and of which nobody can be made.
 */
export function rowKey(row: LicenseRow): string | null {
  if (row.login !== null) return cloudAccountKey(row.login);
  const [account] = row.serverAccounts;
  if (account !== undefined) return `${account.hostName ?? ''}:${account.userId}`;
  const email = row.visualStudio?.email ?? null;
  return email === null ? null : `visual-studio:${email}`;
}

/** The rows of the cloud enterprise as they are read: each login and each `host:id` once. */
export class LicenseRows {
  readonly #rows: Keyed[] = [];
  readonly #logins = new Set<string>();
  readonly #userIds = new Map<HostName, Set<number>>();
  readonly #problems: ProblemLog;
  readonly #fix: string;
  #unidentified = 0;

  constructor(problems: ProblemLog, fix: string) {
    this.#problems = problems;
    this.#fix = fix;
  }

  /** Rows that name no login, no server account and no subscription. */
  get unidentified(): number {
    return this.#unidentified;
  }

  add(row: LicenseRow, record: FileRecord): void {
    const key = rowKey(row);
    if (key === null) {
      this.#unidentified += 1;
      return;
    }
    if (this.#hasKnownLogin(row)) {
      this.#problems.add(record.locate(['github_com_login']), 'a login that no earlier row has', this.#fix);
    }
    if (this.#hasKnownServerAccount(row)) {
      const location = record.locate(['enterprise_server_user_ids']);
      this.#problems.add(location, 'server accounts that no earlier row has', this.#fix);
    }
    this.#rows.push({ key, row });
  }

  sorted(): LicenseRow[] {
    return this.#rows.sort(byKey).map(({ row }) => row);
  }

  #hasKnownLogin({ login }: LicenseRow): boolean {
    return login !== null && !addNew(this.#logins, login.toLowerCase());
  }

  /** A bare id, without its host, may be that of another person on another instance. */
  #hasKnownServerAccount({ serverAccounts }: LicenseRow): boolean {
    const known = serverAccounts.filter(
      ({ hostName, userId }) => hostName !== null && !addNew(this.#userIdsOn(hostName), userId),
    );
    return known.length > 0;
  }

  #userIdsOn(hostName: HostName): Set<number> {
    const userIds = this.#userIds.get(hostName) ?? new Set();
    this.#userIds.set(hostName, userIds);
    return userIds;
  }
}

/** False when the value was there. */
function addNew<Value>(values: Set<Value>, value: Value): boolean {
  const before = values.size;
  return values.add(value).size > before;
}

interface Keyed {
  readonly key: string;
  readonly row: LicenseRow;
}

/** Rows of one key (bare ids, subscriptions of one address) are ordered by content, not by place in the file. */
function byKey(one: Keyed, other: Keyed): number {
  return compare(one.key, other.key) || compare(JSON.stringify(one.row), JSON.stringify(other.row));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
