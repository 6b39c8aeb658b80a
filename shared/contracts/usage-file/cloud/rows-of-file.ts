import type { LicenseFacts } from '../../../domain/account.ts';
import { rowKey } from '../../../domain/row-key.ts';
import { NO_TEXT } from '../../../domain/text-list.ts';
import type { TextNumbers } from '../../../domain/text-numbers.ts';
import type { FileRecord } from '../file-record.ts';
import type { ProblemLog } from '../problem-log.ts';
import { KnownServerAccounts } from './known-server-accounts.ts';

/** The rows of the cloud enterprise as they are read: each login and each `host:id` once. */
export class RowsOfFile<Row extends LicenseFacts> {
  readonly #keys: TextNumbers;
  readonly serverAccounts = new KnownServerAccounts();
  readonly #keep: (row: Row) => void;
  readonly #problems: ProblemLog;
  readonly #fix: string;
  #unidentified = 0;

  /**
   * @param keys of the rows kept: whoever else keeps rows adds theirs, too.
   * @param keep takes those rows that are to be kept.
   */
  constructor(keys: TextNumbers, keep: (row: Row) => void, problems: ProblemLog, fix: string) {
    this.#keys = keys;
    this.#keep = keep;
    this.#problems = problems;
    this.#fix = fix;
  }

  /** Rows that name no login, no server account and no subscription. */
  get unidentified(): number {
    return this.#unidentified;
  }

  add(row: Row, record: FileRecord): void {
    const key = rowKey(row);
    if (key === null) {
      this.#unidentified += 1;
      return;
    }
    if (this.#hasLogin(row, key)) {
      this.#problems.add(record.locate(['github_com_login']), 'a login that no earlier row has', this.#fix);
    }
    if (this.serverAccounts.hasAny(row.serverAccounts)) {
      const location = record.locate(['enterprise_server_user_ids']);
      this.#problems.add(location, 'server accounts that no earlier row has', this.#fix);
    }
    this.#take(key, row);
  }

  /** False, with nothing changed, for a row that `add` would make a problem of, or would not keep. */
  addIfFine(row: Row): boolean {
    const key = rowKey(row);
    if (key === null || this.#hasLogin(row, key)) return false;
    if (this.serverAccounts.hasAny(row.serverAccounts)) return false;
    this.#take(key, row);
    return true;
  }

  #hasLogin({ login }: Row, key: string): boolean {
    return login !== null && this.#keys.numberOf(key) !== NO_TEXT;
  }

  #take(key: string, row: Row): void {
    this.#keys.add(key);
    this.serverAccounts.add(row.serverAccounts);
    this.#keep(row);
  }
}
