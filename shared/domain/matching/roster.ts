import type { LicenseRows } from '../license-rows.ts';
import type { ObservedUsage } from '../observe.ts';
import { AccountEmails } from './account-emails.ts';
import { AccountList } from './account-list.ts';
import { PrimaryEmails } from './primary-emails.ts';
import { RowsOfAccounts } from './rows-of-accounts.ts';

/** All that the matching looks at. It is not needed once people are matched; accounts and addresses are. */
export class Roster {
  readonly accounts: AccountList;
  readonly addresses: AccountEmails;
  readonly rows: LicenseRows;
  readonly rowsOfAccounts: RowsOfAccounts;
  #primaryEmails: PrimaryEmails | null = null;

  constructor(observed: ObservedUsage) {
    const { rows, instances } = observed;
    this.rows = rows;
    this.accounts = new AccountList(rows, instances);
    this.addresses = new AccountEmails(this.accounts, observed);
    this.rowsOfAccounts = new RowsOfAccounts(rows, this.accounts);
  }

  /** Made when the first asks for it: by then who matches without addresses has given back its memory. */
  get primaryEmails(): PrimaryEmails {
    this.#primaryEmails ??= new PrimaryEmails(this.accounts, this.addresses);
    return this.#primaryEmails;
  }

  /** Gives back what the matching alone needs; accounts, addresses and rows stay. */
  release(): void {
    this.#primaryEmails?.release();
  }
}
