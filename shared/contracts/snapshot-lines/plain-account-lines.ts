import type { SecurityProduct } from '../../domain/account.ts';
import { packState } from '../../domain/account-state.ts';
import type { ServerAccountsBuilder } from '../../domain/server-accounts-builder.ts';
import type { StoredAccount } from '../stored-account.ts';
import { storedSecurityProduct } from '../stored-values.ts';
import { EmailsOnTape } from '../usage-file/emails-on-tape.ts';
import { keyNumbers } from '../usage-file/json/key-numbers.ts';
import { RecordScanner } from '../usage-file/json/record-scanner.ts';
import { TAPE } from '../usage-file/json/record-tape.ts';
import { RecordsAhead } from '../usage-file/json/records-ahead.ts';
import { RepeatedTexts } from '../usage-file/json/repeated-texts.ts';
import { LINE_FEED, type PlainLines } from './read-lines.ts';
import { StoredOnTape } from './stored-on-tape.ts';

const KEYS = [
  'user_id',
  'system_user',
  'primary_email',
  'further_emails',
  'suspended',
  'dormant',
  'site_admin',
  'security_products',
] as const satisfies readonly (keyof StoredAccount)[];
const KEY = keyNumbers(KEYS);
const ADDRESSES = ['primary_email', 'further_emails'] as const satisfies readonly (keyof StoredAccount)[];
const PRODUCTS = storedSecurityProduct.options;
const PRODUCT_NAMES: readonly string[] = PRODUCTS;

/**
 * The stored server accounts that are plain and as `storeAccount` makes them: `storedAccount` would say the same of
 * them, at many times the cost. It judges all others, and system users, who are few.
 */
export class PlainAccountLines implements PlainLines {
  readonly #scanner = new RecordScanner({ read: KEYS, addresses: ADDRESSES }, 'lines');
  readonly #tape = this.#scanner.tape;
  readonly #products = new RepeatedTexts((text) => PRODUCT_NAMES.indexOf(text));
  readonly #accounts: ServerAccountsBuilder;
  readonly #records: RecordsAhead;
  readonly #stored: StoredOnTape;
  readonly #addFurtherEmail: (email: number) => void;

  constructor(accounts: ServerAccountsBuilder) {
    const emails = new EmailsOnTape(accounts.emails, this.#tape);
    this.#accounts = accounts;
    this.#records = new RecordsAhead(this.#scanner, [emails]);
    this.#stored = new StoredOnTape(this.#tape, emails);
    this.#addFurtherEmail = (email) => accounts.addFurtherEmail(email);
  }

  take(lines: Buffer, start: number): number | null {
    const end = this.#records.read(lines, start);
    return end !== null && lines[end] === LINE_FEED && this.#takeAccount() ? end : null;
  }

  #takeAccount(): boolean {
    const stored = this.#stored;
    stored.begin();
    const userId = stored.wholeNumber(this.#tape.memberAt(KEY.user_id));
    const state = this.#state();
    const primaryEmail = stored.email(this.#tape.memberAt(KEY.primary_email));
    const further = this.#tape.memberAt(KEY.further_emails);
    const areFurtherKnown = stored.isKnown(further);
    if (areFurtherKnown) stored.checkEmails(further);
    if (!stored.areFine || userId < 0 || stored.isKnown(this.#tape.memberAt(KEY.system_user))) return false;
    if (areFurtherKnown) stored.forEachEmail(further, this.#addFurtherEmail);
    this.#accounts.addRow(userId, state, primaryEmail, areFurtherKnown);
    return true;
  }

  #state(): number {
    return packState({
      systemUser: null,
      suspended: this.#stored.flag(this.#tape.memberAt(KEY.suspended)),
      dormant: this.#stored.flag(this.#tape.memberAt(KEY.dormant)),
      siteAdmin: this.#stored.flag(this.#tape.memberAt(KEY.site_admin)),
      securityProducts: this.#securityProducts(this.#tape.memberAt(KEY.security_products)),
    });
  }

  #securityProducts(list: number): readonly SecurityProduct[] | null {
    if (!this.#stored.isKnown(list)) return null;
    if (this.#tape.kindAt(list) !== TAPE.list) this.#stored.fail();
    const products: SecurityProduct[] = [];
    const end = this.#tape.endAt(list);
    for (let item = list + 1; item < end && this.#stored.areFine; item++) {
      const product = this.#productAt(item);
      if (product === undefined) this.#stored.fail();
      else products.push(product);
    }
    return products;
  }

  #productAt(place: number): SecurityProduct | undefined {
    return this.#tape.isText(place) ? PRODUCTS[this.#products.numberAt(this.#tape, place)] : undefined;
  }
}
