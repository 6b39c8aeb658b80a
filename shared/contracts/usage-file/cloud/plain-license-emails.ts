import { type EmailNumbers, NO_EMAIL } from '../../../domain/email-numbers.ts';
import { compareText } from '../../../domain/row-key.ts';
import type { EmailsOnTape } from '../emails-on-tape.ts';
import { type RecordTape, TAPE } from '../json/record-tape.ts';
import { MAX_EMAILS } from '../limits.ts';
import { COLUMN_NUMBERS } from './consumed-license-row.ts';
import { RowNumbers } from './row-numbers.ts';

const VERIFIED = [COLUMN_NUMBERS.github_com_verified_domain_emails];
const SERVER_PRIMARY = [
  COLUMN_NUMBERS.enterprise_server_emails,
  COLUMN_NUMBERS.enterprise_server_primary_emails,
];

/** The addresses of the plain license row on a tape, by number: sorted and each once, as `licenseFactsOf` has them. */
export class PlainLicenseEmails {
  readonly verified = new RowNumbers(VERIFIED.length * MAX_EMAILS);
  readonly serverPrimary = new RowNumbers(SERVER_PRIMARY.length * MAX_EMAILS);
  readonly #tape: RecordTape;
  readonly #numbers: EmailsOnTape;
  readonly #emails: EmailNumbers;
  readonly #byText = (one: number, other: number): number =>
    compareText(this.#emails.at(one), this.#emails.at(other));

  constructor(tape: RecordTape, numbers: EmailsOnTape, emails: EmailNumbers) {
    this.#tape = tape;
    this.#numbers = numbers;
    this.#emails = emails;
  }

  /** False for lists that are not as they should be. */
  read(): boolean {
    return this.#read(this.verified, VERIFIED) && this.#read(this.serverPrimary, SERVER_PRIMARY);
  }

  #read(into: RowNumbers, columns: readonly number[]): boolean {
    into.clear();
    for (const column of columns) if (!this.#readList(into, this.#tape.memberAt(column))) return false;
    into.sort(this.#byText);
    return true;
  }

  #readList(into: RowNumbers, list: number): boolean {
    const tape = this.#tape;
    if (tape.kindAt(list) <= TAPE.null) return true;
    if (tape.kindAt(list) !== TAPE.list || tape.endAt(list) - list - 1 > MAX_EMAILS) return false;
    for (let item = list + 1; item < tape.endAt(list); item = tape.after(item)) {
      if (!tape.isText(item)) return false;
      const email = this.#numbers.at(item);
      if (email !== NO_EMAIL) into.add(email);
    }
    return true;
  }
}
