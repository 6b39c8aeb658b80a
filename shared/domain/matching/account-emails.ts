import { isSystemUser } from '../account-state.ts';
import { type EmailNumbers, NO_EMAIL } from '../email-numbers.ts';
import type { LicenseRows } from '../license-rows.ts';
import type { ObservedUsage } from '../observe.ts';
import type { AccountList, AccountNumber } from './account-list.ts';

/** The addresses of every account, by number. Nobody is behind a system user, so it has none. */
export class AccountEmails {
  readonly emails: EmailNumbers;
  readonly #accounts: AccountList;
  readonly #rows: LicenseRows;
  /** By cloud account, the addresses of its identities, its NameID among them. Few enterprises tell them. */
  readonly #identities = new Map<AccountNumber, readonly number[]>();

  constructor(accounts: AccountList, { rows, emails, linkedEmails }: ObservedUsage) {
    this.emails = emails;
    this.#accounts = accounts;
    this.#rows = rows;
    if (linkedEmails.size === 0) return;
    for (let account = 0; account < accounts.cloudAccounts; account++) {
      const linked = linkedEmails.get(accounts.loginOf(account)?.toLowerCase() ?? '');
      if (linked === undefined) continue;
      const nameId = rows.samlEmailAt(accounts.cloudRowOf(account));
      const all = new Set(nameId === NO_EMAIL ? linked : [...linked, emails.at(nameId)]);
      this.#identities.set(
        account,
        [...all].sort().map((email) => emails.add(email)),
      );
    }
  }

  /** All of an account: of a server account the primary one, if it is known, first. Some may come twice. */
  forEach(account: AccountNumber, take: (email: number) => void): void {
    const instance = this.#accounts.instanceOf(account);
    if (instance !== undefined) {
      instance.accounts.forEachEmail(account - instance.start, take);
      return;
    }
    this.forEachVerified(account, take);
    this.forEachLinked(account, take);
  }

  /** Of a cloud account. */
  forEachVerified(account: AccountNumber, take: (email: number) => void): void {
    this.#rows.forEachVerifiedEmail(this.#accounts.cloudRowOf(account), take);
  }

  /**
   * Of a cloud account: those of its SAML and SCIM identities, sorted. A NameID may be any name that the identity
   * provider gave; one that is no email address is left out.
   */
  forEachLinked(account: AccountNumber, take: (email: number) => void): void {
    const identities = this.#identities.get(account);
    if (identities !== undefined) {
      for (const email of identities) take(email);
      return;
    }
    const nameId = this.#rows.samlEmailAt(this.#accounts.cloudRowOf(account));
    if (nameId !== NO_EMAIL) take(nameId);
  }

  /** How many addresses a cloud account has; none for a server account. */
  cloudEmails(account: AccountNumber): number {
    const row = this.#accounts.cloudRowOf(account);
    if (row === -1) return 0;
    const identities = this.#identities.get(account)?.length;
    const linked = identities ?? (this.#rows.samlEmailAt(row) === NO_EMAIL ? 0 : 1);
    return this.#rows.countVerifiedEmails(row) + linked;
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
