import type { LicenseFacts, ServerAccount } from '../account.ts';
import { NO_EMAIL } from '../email-numbers.ts';
import type { HostName } from '../host-name.ts';
import type { ObservedUsage } from '../observe.ts';
import { AccountEmails } from './account-emails.ts';
import { AccountList, type AccountNumber } from './account-list.ts';
import { ListedAccounts } from './listed-accounts.ts';

/** A cloud account's row. */
export type CloudRow = LicenseFacts & { readonly login: string };

/** Positions from `start` to before `end`. */
interface Range {
  readonly start: number;
  end: number;
}

/** In place of the number of an account. */
export const NO_ACCOUNT = -1;

/** All that the matching looks at. It is not needed once people are matched; accounts and addresses are. */
export class Roster {
  readonly accounts: AccountList;
  readonly addresses: AccountEmails;
  readonly listed: ListedAccounts;
  readonly rows: readonly LicenseFacts[];
  /** By the number of the account. */
  readonly cloudRows: readonly CloudRow[];
  /** Of the server accounts, in their order: to search through the accounts themselves takes several times as long. */
  readonly #userIds: Float64Array;
  readonly #instances: ReadonlyMap<HostName, Range>;
  /** By address the first account with it as primary one, and behind each account the next one with the same. */
  readonly #firstWithPrimaryEmail: Int32Array;
  readonly #nextWithPrimaryEmail: Int32Array;

  constructor(observed: ObservedUsage) {
    const { rows, serverAccounts } = observed;
    this.rows = rows;
    this.cloudRows = rows.filter((row): row is CloudRow => row.login !== null);
    this.#userIds = userIdsOf(serverAccounts);
    this.#instances = rangesOf(serverAccounts);
    this.accounts = new AccountList(this.cloudRows, serverAccounts);
    this.addresses = new AccountEmails(this.cloudRows, observed);
    this.listed = new ListedAccounts(rows, this);
    this.#firstWithPrimaryEmail = new Int32Array(this.addresses.emails.size).fill(NO_ACCOUNT);
    this.#nextWithPrimaryEmail = new Int32Array(this.accounts.size).fill(NO_ACCOUNT);
    for (let account = this.accounts.size - 1; account >= this.cloudRows.length; account--) {
      this.#enter(account);
    }
  }

  #enter(account: AccountNumber): void {
    const email = this.addresses.primary(account);
    if (email === NO_EMAIL) return;
    this.#nextWithPrimaryEmail[account] = this.firstWithPrimaryEmail(email);
    this.#firstWithPrimaryEmail[email] = account;
  }

  /** The number of a server account; undefined when no source has it. Searches the sorted accounts by halves. */
  numberOf(hostName: HostName, userId: number): AccountNumber | undefined {
    const instance = this.#instances.get(hostName);
    if (instance === undefined) return undefined;
    let low = instance.start;
    let high = instance.end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#userIds[middle] ?? userId) < userId) low = middle + 1;
      else high = middle;
    }
    return low < instance.end && this.#userIds[low] === userId ? this.cloudRows.length + low : undefined;
  }

  /** The first server account with this primary address, in canonical order; NO_ACCOUNT when there is none. */
  firstWithPrimaryEmail(email: number): AccountNumber {
    return this.#firstWithPrimaryEmail[email] ?? NO_ACCOUNT;
  }

  /** The next server account with the same primary address, in canonical order; NO_ACCOUNT after the last. */
  nextWithSamePrimaryEmail(account: AccountNumber): AccountNumber {
    return this.#nextWithPrimaryEmail[account] ?? NO_ACCOUNT;
  }
}

function userIdsOf(serverAccounts: readonly ServerAccount[]): Float64Array {
  const userIds = new Float64Array(serverAccounts.length);
  let position = 0;
  for (const { userId } of serverAccounts) userIds[position++] = userId;
  return userIds;
}

/** Where in the sorted accounts those of each instance are. */
function rangesOf(serverAccounts: readonly ServerAccount[]): Map<HostName, Range> {
  const ranges = new Map<HostName, Range>();
  let last: Range = { start: 0, end: 0 };
  let lastHost: HostName | null = null;
  for (const { hostName } of serverAccounts) {
    if (hostName !== lastHost) {
      last = { start: last.end, end: last.end };
      lastHost = hostName;
      ranges.set(hostName, last);
    }
    last.end += 1;
  }
  return ranges;
}
