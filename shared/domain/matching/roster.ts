import type { LicenseFacts, ServerAccount } from '../account.ts';
import type { Email } from '../email.ts';
import type { HostName } from '../host-name.ts';
import type { ObservedUsage } from '../observe.ts';
import { cloudAccountOf } from '../person.ts';
import { AccountList, type AccountNumber } from './account-list.ts';

/** A cloud account's row. */
export type CloudRow = LicenseFacts & { readonly login: string };

/** Positions from `start` to before `end`. */
interface Range {
  readonly start: number;
  end: number;
}

const NOBODY: readonly AccountNumber[] = [];

/** All that the matching looks at. It is not needed once people are matched; the list of accounts is. */
export class Roster {
  readonly accounts: AccountList;
  readonly rows: readonly LicenseFacts[];
  /** By the number of the account. */
  readonly cloudRows: readonly CloudRow[];
  /** By login in lower case. */
  readonly linkedEmails: ReadonlyMap<string, readonly Email[]>;
  /** Of the server accounts, in their order: to search through the accounts themselves takes several times as long. */
  readonly #userIds: Float64Array;
  readonly #instances: ReadonlyMap<HostName, Range>;
  /** The first account with a primary address, and behind each account the next one with the same. */
  readonly #firstWithPrimaryEmail = new Map<Email, AccountNumber>();
  readonly #nextWithPrimaryEmail: Int32Array;

  constructor({ rows, serverAccounts, linkedEmails }: ObservedUsage) {
    this.rows = rows;
    this.linkedEmails = linkedEmails;
    this.cloudRows = rows.filter((row): row is CloudRow => row.login !== null);
    this.#userIds = Float64Array.from(serverAccounts, ({ userId }) => userId);
    this.#instances = rangesOf(serverAccounts);
    this.accounts = new AccountList(this.cloudRows.map(cloudAccountOf), serverAccounts);
    this.#nextWithPrimaryEmail = new Int32Array(this.accounts.size).fill(-1);
    for (let account = this.accounts.size - 1; account >= 0; account--) this.#enter(account);
  }

  #enter(account: AccountNumber): void {
    const server = this.accounts.serverAccount(account);
    // Nobody is behind a system user, so no address makes it somebody's.
    if (server === undefined || server.systemUser !== null || server.primaryEmail === null) return;
    this.#nextWithPrimaryEmail[account] = this.#firstWithPrimaryEmail.get(server.primaryEmail) ?? -1;
    this.#firstWithPrimaryEmail.set(server.primaryEmail, account);
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

  /** Server accounts with this primary address, in canonical order. */
  withPrimaryEmail(email: Email): readonly AccountNumber[] {
    const first = this.#firstWithPrimaryEmail.get(email);
    if (first === undefined) return NOBODY;
    const accounts = [first];
    let next = this.nextWithSamePrimaryEmail(first);
    while (next !== undefined) {
      accounts.push(next);
      next = this.nextWithSamePrimaryEmail(next);
    }
    return accounts;
  }

  /** The next server account with the same primary address, in canonical order. */
  nextWithSamePrimaryEmail(account: AccountNumber): AccountNumber | undefined {
    const next = this.#nextWithPrimaryEmail[account];
    return next === undefined || next === -1 ? undefined : next;
  }
}

/** Where in the sorted accounts those of each instance are. */
function rangesOf(serverAccounts: readonly ServerAccount[]): Map<HostName, Range> {
  const ranges = new Map<HostName, Range>();
  for (const [position, { hostName }] of serverAccounts.entries()) {
    const range = ranges.get(hostName);
    if (range === undefined) ranges.set(hostName, { start: position, end: position + 1 });
    else range.end = position + 1;
  }
  return ranges;
}
