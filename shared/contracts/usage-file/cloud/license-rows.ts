import type { LicenseRow } from '../../../domain/account.ts';
import type { HostName } from '../../../domain/host-name.ts';
import type { FileRecord } from '../file-record.ts';
import type { ProblemLog } from '../problem-log.ts';
import { byRowKey, type KeyedRow, rowKey } from './row-key.ts';

/** The rows of the cloud enterprise as they are read: each login and each `host:id` once. */
export class LicenseRows {
  readonly #rows: KeyedRow[] = [];
  /** The keys of rows with a login. */
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
    if (this.#logins.has(key)) {
      this.#problems.add(record.locate(['github_com_login']), 'a login that no earlier row has', this.#fix);
    }
    if (this.#hasKnownServerAccount(row)) {
      const location = record.locate(['enterprise_server_user_ids']);
      this.#problems.add(location, 'server accounts that no earlier row has', this.#fix);
    }
    this.#keep({ key, row });
  }

  /** False, with nothing changed, for a row that `add` would make a problem of, or would not keep. */
  addIfFine(row: LicenseRow): boolean {
    const key = rowKey(row);
    if (key === null || this.#logins.has(key) || this.#hasKnownServerAccount(row)) return false;
    this.#keep({ key, row });
    return true;
  }

  sorted(): LicenseRow[] {
    return this.#rows.sort(byRowKey).map(({ row }) => row);
  }

  /** A bare id, without its host, may be that of another person on another instance. */
  #hasKnownServerAccount({ serverAccounts }: LicenseRow): boolean {
    return serverAccounts.some(
      ({ hostName, userId }) => hostName !== null && this.#userIds.get(hostName)?.has(userId) === true,
    );
  }

  #keep(keyed: KeyedRow): void {
    const { login, serverAccounts } = keyed.row;
    if (login !== null) this.#logins.add(keyed.key);
    for (const { hostName, userId } of serverAccounts) {
      if (hostName !== null) this.#userIdsOn(hostName).add(userId);
    }
    this.#rows.push(keyed);
  }

  #userIdsOn(hostName: HostName): Set<number> {
    const userIds = this.#userIds.get(hostName) ?? new Set();
    this.#userIds.set(hostName, userIds);
    return userIds;
  }
}
