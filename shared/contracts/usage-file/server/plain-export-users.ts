import { packState } from '../../../domain/account-state.ts';
import { EmailsOnTape } from '../emails-on-tape.ts';
import type { PlainUsers } from '../json/plain-users.ts';
import { RecordScanner } from '../json/record-scanner.ts';
import { TAPE } from '../json/record-tape.ts';
import { RecordsAhead } from '../json/records-ahead.ts';
import { securityProductsOf } from '../security-products.ts';
import { type AccountsOfFile, mayBeSystemUser, systemUserOf } from './accounts-of-file.ts';
import { EXPORT_USER_KEYS, KEYS } from './export-user.ts';
import { PlainEmails } from './plain-emails.ts';

type Field = keyof typeof KEYS;
type Flag = boolean | null;

const TAPE_KEYS: readonly string[] = [
  ...new Set<string>([...EXPORT_USER_KEYS, 'email', 'is_primary', 'primary']),
];
const EMAIL_KEYS = {
  email: TAPE_KEYS.indexOf('email'),
  isPrimary: TAPE_KEYS.indexOf('is_primary'),
  primary: TAPE_KEYS.indexOf('primary'),
};

/** The numbers, on a tape, of the keys under which a value is looked for. */
function numbersOf(field: Field): readonly number[] {
  return KEYS[field].map((key) => TAPE_KEYS.indexOf(key));
}
const USER_ID = numbersOf('userId');
const LOGIN = numbersOf('login');
const EMAILS = numbersOf('emails');
const PRIMARY_EMAIL = numbersOf('primaryEmail');
/** Under which addresses are. */
const ADDRESSES = [...KEYS.emails, ...KEYS.primaryEmail];
const SITE_ADMIN = numbersOf('siteAdmin');
const SUSPENDED = numbersOf('suspended');
const SUSPENDED_AT = numbersOf('suspendedAt');
const DORMANT = numbersOf('dormant');
const ADVANCED_SECURITY = numbersOf('advancedSecurity');
const CODE_SECURITY = numbersOf('codeSecurity');
const SECRET_PROTECTION = numbersOf('secretProtection');

/**
 * The users of an export that are plain and as `exportUser` wants them: it would say the same of them, at many times
 * the cost. What differs in anything is left to it. Nothing is made of a user but numbers in columns.
 */
export class PlainExportUsers implements PlainUsers {
  readonly #scanner = new RecordScanner({ read: TAPE_KEYS, addresses: ADDRESSES });
  readonly #tape = this.#scanner.tape;
  readonly #records: RecordsAhead;
  readonly #accounts: AccountsOfFile;
  readonly #emails: PlainEmails;
  #isPlain = true;

  constructor(accounts: AccountsOfFile) {
    this.#accounts = accounts;
    const numbers = new EmailsOnTape(accounts.builder.emails, this.#tape);
    this.#records = new RecordsAhead(this.#scanner, [numbers]);
    this.#emails = new PlainEmails(EMAIL_KEYS, numbers);
  }

  take(chunk: Buffer, start: number): number | null {
    const end = this.#records.read(chunk, start);
    return end !== null && this.#takeRecord() ? end : null;
  }

  #takeRecord(): boolean {
    const userId = this.#userId();
    this.#isPlain = userId > 0;
    const state = this.#state();
    const emails = this.#place(EMAILS);
    if (!this.#emails.read(this.#tape, emails, this.#place(PRIMARY_EMAIL)) || !this.#isPlain) return false;
    const { builder } = this.#accounts;
    const { primary, further, furtherLength } = this.#emails;
    if (this.#accounts.admit(userId, primary) !== null) return false;
    for (let index = 0; index < furtherLength; index++) builder.addFurtherEmail(further[index] ?? 0);
    builder.addRow(userId, state, primary, this.#tape.kindAt(emails) === TAPE.list);
    return true;
  }

  /** 0 for what is none. */
  #userId(): number {
    const place = this.#place(USER_ID);
    return this.#tape.kindAt(place) === TAPE.number ? (this.#tape.numbers[place] ?? 0) : 0;
  }

  #state(): number {
    return packState({
      systemUser: this.#systemUser(),
      suspended: this.#suspended(),
      dormant: this.#flag(DORMANT),
      siteAdmin: this.#flag(SITE_ADMIN),
      securityProducts: this.#securityProducts(),
    });
  }

  #systemUser() {
    const place = this.#text(LOGIN);
    if (!this.#tape.isText(place)) return null;
    if (!mayBeSystemUser(this.#tape.bytes, this.#tape.startAt(place))) return null;
    return systemUserOf(this.#tape.textAt(place));
  }

  /** As in `accountOfExportUser`. */
  #suspended(): boolean | null {
    const suspended = this.#flag(SUSPENDED);
    const place = this.#text(SUSPENDED_AT);
    if (suspended != null) return suspended;
    if (this.#tape.kindAt(place) === TAPE.nothing) return null;
    return this.#tape.startAt(place) < this.#tape.endAt(place);
  }

  #securityProducts() {
    const advanced = this.#flag(ADVANCED_SECURITY);
    const code = this.#flag(CODE_SECURITY);
    const secret = this.#flag(SECRET_PROTECTION);
    if (advanced === null && code === null && secret === null) return null;
    return securityProductsOf({
      'advanced-security': advanced,
      'code-security': code,
      'secret-protection': secret,
    });
  }

  #flag(keys: readonly number[]): Flag {
    const kind = this.#tape.kindAt(this.#place(keys));
    if (kind === TAPE.true) return true;
    if (kind === TAPE.false) return false;
    if (kind > TAPE.null) this.#isPlain = false;
    return null;
  }

  /** The place of a text, of null or of nothing. */
  #text(keys: readonly number[]): number {
    const place = this.#place(keys);
    if (this.#tape.kindAt(place) > TAPE.null && !this.#tape.isText(place)) this.#isPlain = false;
    return place;
  }

  /** Under the first key that has a value, as in `withPlainKeys`. */
  #place(keys: readonly number[]): number {
    for (let index = 0; index < keys.length; index++) {
      const place = this.#tape.memberAt(keys[index] ?? 0);
      if (this.#tape.kindAt(place) > TAPE.null) return place;
    }
    return this.#tape.memberAt(keys[0] ?? 0);
  }
}
