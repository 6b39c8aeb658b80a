import { isSystemUser } from '../account-state.ts';
import { type EmailNumbers, NO_EMAIL } from '../email-numbers.ts';
import { NumbersBuilder } from '../numbers-builder.ts';
import type { ObservedUsage } from '../observe.ts';
import type { AccountList, AccountNumber } from './account-list.ts';

/** Positions from `start` to before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The addresses of every account, by number. Nobody is behind a system user, so it has none. */
export class AccountEmails {
  readonly emails: EmailNumbers;
  readonly #accounts: AccountList;
  /** Of cloud accounts one behind the other: the verified ones, then the linked ones. */
  readonly #numbers = new NumbersBuilder(Int32Array);
  /** Where the addresses of a cloud account begin; those of the next one follow. */
  readonly #starts: Int32Array;
  /** Where the linked ones begin. */
  readonly #linkedStarts: Int32Array;

  constructor(accounts: AccountList, observed: ObservedUsage) {
    const { rows, emails } = observed;
    this.emails = emails;
    this.#accounts = accounts;
    this.#starts = new Int32Array(accounts.cloudAccounts + 1);
    this.#linkedStarts = new Int32Array(accounts.cloudAccounts);
    for (let account = 0; account < accounts.cloudAccounts; account++) {
      const row = accounts.cloudRowOf(account);
      for (const email of rows.verifiedEmailsAt(row)) this.#numbers.add(email);
      this.#linkedStarts[account] = this.#numbers.length;
      this.#addLinked(row, observed);
      this.#starts[account + 1] = this.#numbers.length;
    }
  }

  /**
   * Those of identities, which few enterprises tell, besides a NameID. It may be any name that the identity provider
   * gave; one that is no email address is left out.
   */
  #addLinked(row: number, { rows, linkedEmails }: ObservedUsage): void {
    const nameId = rows.samlEmailAt(row);
    const login = linkedEmails.size > 0 ? rows.loginAt(row) : null;
    const linked = login === null ? undefined : linkedEmails.get(login.toLowerCase());
    if (linked === undefined) {
      if (nameId !== NO_EMAIL) this.#numbers.add(nameId);
      return;
    }
    const emails = new Set(nameId === NO_EMAIL ? linked : [...linked, this.emails.at(nameId)]);
    for (const email of [...emails].sort()) this.#numbers.add(this.emails.add(email));
  }

  /** All of an account: of a server account the primary one, if it is known, first. Some may come twice. */
  forEach(account: AccountNumber, take: (email: number) => void): void {
    const instance = this.#accounts.instanceOf(account);
    instance?.accounts.forEachEmail(account - instance.start, take);
    if (instance !== undefined) return;
    const end = this.#starts[account + 1] ?? 0;
    for (let position = this.#starts[account] ?? 0; position < end; position++) take(this.at(position));
  }

  /** Of a cloud account. */
  verified(account: AccountNumber): Range {
    return { start: this.#starts[account] ?? 0, end: this.#linkedStarts[account] ?? 0 };
  }

  /** Of a cloud account: those of its SAML and SCIM identities, sorted. */
  linked(account: AccountNumber): Range {
    return { start: this.#linkedStarts[account] ?? 0, end: this.#starts[account + 1] ?? 0 };
  }

  /** How many addresses a cloud account has; none for a server account. */
  cloudEmails(account: AccountNumber): number {
    if (account >= this.#linkedStarts.length) return 0;
    return (this.#starts[account + 1] ?? 0) - (this.#starts[account] ?? 0);
  }

  /** The number of the address at a position of these ranges. */
  at(position: number): number {
    return this.#numbers.at(position);
  }

  /** NO_EMAIL for a cloud account, and where it is not known. */
  primary(account: AccountNumber): number {
    const instance = this.#accounts.instanceOf(account);
    if (instance === undefined) return NO_EMAIL;
    const position = account - instance.start;
    return isSystemUser(instance.accounts.stateAt(position))
      ? NO_EMAIL
      : instance.accounts.primaryEmailAt(position);
  }
}
