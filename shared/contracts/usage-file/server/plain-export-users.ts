import { packState } from '../../../domain/account-state.ts';
import type { PlainUsers } from '../json/json-pages.ts';
import { RecordScanner } from '../json/record-scanner.ts';
import { TAPE } from '../json/record-tape.ts';
import { securityProductsOf } from '../security-products.ts';
import { type AccountsOfFile, systemUserOf } from './accounts-of-file.ts';
import { EXPORT_USER_KEYS, KEYS } from './export-user.ts';
import { PlainEmails } from './plain-emails.ts';

type Field = keyof typeof KEYS;
type Flag = boolean | null | undefined;

const TAPE_KEYS: readonly string[] = [
  ...new Set<string>([...EXPORT_USER_KEYS, 'email', 'is_primary', 'primary']),
];
const EMAIL_KEYS = {
  email: TAPE_KEYS.indexOf('email'),
  isPrimary: TAPE_KEYS.indexOf('is_primary'),
  primary: TAPE_KEYS.indexOf('primary'),
};
const KEY_NUMBERS: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries(KEYS).map(([field, keys]) => [field, keys.map((key) => TAPE_KEYS.indexOf(key))]),
);
const NO_KEYS: readonly number[] = [];

/**
 * The users of an export that are plain and as `exportUser` wants them: it would say the same of them, at many times
 * the cost. What differs in anything is left to it. Nothing is made of a user but numbers in columns.
 */
export class PlainExportUsers implements PlainUsers {
  readonly #scanner = new RecordScanner(TAPE_KEYS);
  readonly #tape = this.#scanner.tape;
  readonly #accounts: AccountsOfFile;
  readonly #emails: PlainEmails;
  #isPlain = true;

  constructor(accounts: AccountsOfFile) {
    this.#accounts = accounts;
    this.#emails = new PlainEmails(EMAIL_KEYS, accounts.builder.emails);
  }

  take(chunk: Buffer, start: number): number | null {
    const end = this.#scanner.read(chunk, start);
    return end !== null && this.#takeRecord() ? end : null;
  }

  #takeRecord(): boolean {
    const userId = this.#userId();
    this.#isPlain = userId > 0;
    const state = this.#state();
    const emails = this.#place('emails');
    if (!this.#emails.read(this.#tape, emails, this.#place('primaryEmail')) || !this.#isPlain) return false;
    const { builder } = this.#accounts;
    const { primary, further, furtherLength } = this.#emails;
    if (this.#accounts.admit(userId, primary) !== null) return false;
    for (let index = 0; index < furtherLength; index++) builder.addFurtherEmail(further[index] ?? 0);
    builder.addRow(userId, state, primary, this.#tape.kindAt(emails) === TAPE.list);
    return true;
  }

  /** 0 for what is none. */
  #userId(): number {
    const place = this.#place('userId');
    return this.#tape.kindAt(place) === TAPE.number ? (this.#tape.numbers[place] ?? 0) : 0;
  }

  #state(): number {
    return packState({
      systemUser: this.#systemUser(),
      suspended: this.#suspended(),
      dormant: this.#flag('dormant') ?? null,
      siteAdmin: this.#flag('siteAdmin') ?? null,
      securityProducts: this.#securityProducts(),
    });
  }

  #systemUser() {
    const place = this.#text('login');
    if (!this.#tape.isText(place)) return null;
    const first = this.#tape.bytes[this.#tape.startAt(place)] ?? 0;
    return mayBeSystemUser(first) ? systemUserOf(this.#tape.textAt(place)) : null;
  }

  /** As in `accountOfExportUser`. */
  #suspended(): boolean | null {
    const suspended = this.#flag('suspended');
    const place = this.#text('suspendedAt');
    if (suspended != null) return suspended;
    if (this.#tape.kindAt(place) === TAPE.nothing) return null;
    return this.#tape.startAt(place) < this.#tape.endAt(place);
  }

  #securityProducts() {
    const [advanced, code, secret] = [
      this.#flag('advancedSecurity'),
      this.#flag('codeSecurity'),
      this.#flag('secretProtection'),
    ];
    if (advanced == null && code == null && secret == null) return null;
    return securityProductsOf({
      'advanced-security': advanced,
      'code-security': code,
      'secret-protection': secret,
    });
  }

  #flag(field: Field): Flag {
    const kind = this.#tape.kindAt(this.#place(field));
    if (kind === TAPE.true) return true;
    if (kind === TAPE.false) return false;
    if (kind > TAPE.null) this.#isPlain = false;
    return null;
  }

  /** The place of a text, of null or of nothing. */
  #text(field: Field): number {
    const place = this.#place(field);
    if (this.#tape.kindAt(place) > TAPE.null && !this.#tape.isText(place)) this.#isPlain = false;
    return place;
  }

  /** Under the first key that has a value, as in `withPlainKeys`. */
  #place(field: Field): number {
    const { members } = this.#tape;
    const keys = KEY_NUMBERS.get(field) ?? NO_KEYS;
    for (const key of keys) {
      const place = members[key] ?? 0;
      if (this.#tape.kindAt(place) > TAPE.null) return place;
    }
    return members[keys[0] ?? 0] ?? 0;
  }
}

/** By the first byte of a login. In front of it may be white space; most logins begin with another letter. */
function mayBeSystemUser(first: number): boolean {
  const letter = first | 0x20;
  return letter === 0x67 || letter === 0x73 || first <= 0x20 || first >= 0x7f;
}
