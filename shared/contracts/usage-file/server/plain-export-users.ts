import { EmailsOnTape } from '../emails-on-tape.ts';
import type { PlainUsers } from '../json/plain-users.ts';
import { RecordScanner } from '../json/record-scanner.ts';
import { RecordsAhead } from '../json/records-ahead.ts';
import type { AccountsOfFile } from './accounts-of-file.ts';
import { ADDRESS_KEYS, ExportUsersOnTape, TAPE_KEYS } from './export-users-on-tape.ts';

/**
 * The users of an export that are plain and as `exportUser` wants them: it would say the same of them, at many times
 * the cost. What differs in anything is left to it. Nothing is made of a user but numbers in columns.
 */
export class PlainExportUsers implements PlainUsers {
  readonly #records: RecordsAhead;
  readonly #users: ExportUsersOnTape;
  readonly #accounts: AccountsOfFile;

  constructor(accounts: AccountsOfFile) {
    const scanner = new RecordScanner({ read: TAPE_KEYS, addresses: ADDRESS_KEYS });
    this.#accounts = accounts;
    this.#users = new ExportUsersOnTape(scanner);
    const numbers = new EmailsOnTape(accounts.builder.emails, scanner.tape);
    this.#records = new RecordsAhead(scanner, [numbers, this.#users]);
  }

  take(chunk: Buffer, start: number): number | null {
    const end = this.#records.read(chunk, start);
    return end !== null && this.#takeUser(this.#records.record) ? end : null;
  }

  #takeUser(record: number): boolean {
    const users = this.#users;
    const userId = users.userIds[record] ?? 0;
    const primary = users.primaryEmails[record] ?? 0;
    if (userId === 0 || this.#accounts.admit(userId, primary) !== null) return false;
    const { builder } = this.#accounts;
    const end = users.furtherStarts[record + 1] ?? 0;
    for (let at = users.furtherStarts[record] ?? 0; at < end; at++)
      builder.addFurtherEmail(users.furtherEmails[at] ?? 0);
    builder.addRow(userId, users.stateAt(record), primary, users.areFurtherKnownAt(record));
    return true;
  }
}
