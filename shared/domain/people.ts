import type { AccountKey } from './account.ts';
import { type PackedState, packState } from './account-state.ts';
import { canonicalKey } from './canonical-key.ts';
import type { PersonState } from './changes.ts';
import { type ConsumptionReason, consumptionOf, reasonOfState } from './consumption.ts';
import type { ContentBytes } from './content-bytes.ts';
import type { Email } from './email.ts';
import type { HostName } from './host-name.ts';
import type { LicenseRows } from './license-rows.ts';
import type { AccountEmails } from './matching/account-emails.ts';
import type { AccountNumber } from './matching/account-list.ts';
import { type ListedAccounts, NO_ROW } from './matching/listed-accounts.ts';
import { type AccountMatches, type RefusedMatch, toAmbiguity } from './matching/match-accounts.ts';
import type { Roster } from './matching/roster.ts';
import type { SubscriptionHolder } from './matching/visual-studio.ts';
import { NONE, NumberLists } from './number-lists.ts';
import {
  matchesOf,
  matchRulesOf,
  type PeopleColumns,
  serverAccountKeysOf,
  serverAccountsOf,
  serverStatesOf,
} from './people-columns.ts';
import { addPersonTo, type FurtherContent } from './people-content.ts';
import { type CanonicalKey, type Consumption, cloudAccountOf, type Person } from './person.ts';
import type { PersonUsage } from './person-usage.ts';
import { unlinkedSubscriber, usageOfUnlinkedSubscriber } from './unlinked-subscriber.ts';

/** In place of the account that holds a subscription. */
const NOBODY = -1;

/**
 * More are not named: many cloud accounts with one NameID are one mistake of an identity provider, and the person
 * must fit into an item of the ledger.
 */
const MAX_AMBIGUITIES = 50;

/** The people, by position from 0. Each is made when asked for: all at once would be most of a merge's memory. */
export class People implements Iterable<Person> {
  readonly size: number;
  /** By the numbers of accounts. */
  readonly addresses: AccountEmails;
  readonly #listed: ListedAccounts;
  /** All of GitHub's. */
  readonly rows: LicenseRows;
  readonly #columns: PeopleColumns;
  /** The groups of accounts, each by its root; behind them come the subscriptions that nobody holds. */
  readonly #roots: Int32Array;
  readonly #unlinked: readonly Email[];
  // What belongs to a group, by its root.
  readonly #refused: ReadonlyMap<AccountNumber, readonly RefusedMatch[]>;
  readonly #subscriptions: ReadonlyMap<AccountNumber, readonly SubscriptionHolder[]>;

  constructor(
    { accounts, addresses, listed, rows }: Pick<Roster, 'accounts' | 'addresses' | 'listed' | 'rows'>,
    { groups, matches, refused }: AccountMatches,
    subscriptions: readonly SubscriptionHolder[],
  ) {
    const rootOf = (account: AccountNumber): AccountNumber => groups.rootOf(account);
    const roots = new Int32Array(accounts.size);
    for (let account = 0; account < roots.length; account++) roots[account] = rootOf(account);
    this.addresses = addresses;
    this.#listed = listed;
    this.rows = rows;
    this.#roots = roots.filter((root, account) => root === account);
    const rootsOfMatches = new Int32Array(matches.size);
    for (let match = 0; match < matches.size; match++)
      rootsOfMatches[match] = rootOf(matches.accountOf(match));
    this.#columns = {
      accounts,
      rows,
      matches,
      accountNumbers: new NumberLists(accounts.size, roots),
      matchNumbers: new NumberLists(accounts.size, rootsOfMatches),
    };
    this.#refused = Map.groupBy(refused, ({ candidate }) => rootOf(candidate.account));
    this.#subscriptions = Map.groupBy(subscriptions, ({ holder }) =>
      holder === null ? NOBODY : rootOf(holder),
    );
    this.#unlinked = distinctEmails(this.#subscriptions.get(NOBODY) ?? []);
    this.size = this.#roots.length + this.#unlinked.length;
  }

  *[Symbol.iterator](): Generator<Person> {
    for (let position = 0; position < this.size; position++) yield this.at(position);
  }

  at(position: number): Person {
    const root = this.#roots[position];
    if (root !== undefined) return this.#personOf(root);
    const email = this.#unlinked[position - this.#roots.length];
    if (email === undefined) throw new RangeError(`there are ${this.size} people, and none at ${position}`);
    return unlinkedSubscriber(email);
  }

  /** The key of the person at a position, without the person. */
  keyAt(position: number): CanonicalKey {
    const root = this.#roots[position];
    if (root === undefined) return this.at(position).key;
    return canonicalKey(this.#columns, this.addresses, root);
  }

  /** The content of the person at a position, without the person: the same where nothing of it is another. */
  addTo(content: ContentBytes, position: number): void {
    const root = this.#roots[position];
    if (root === undefined) content.addText(this.at(position).key);
    else
      addPersonTo(content, this.#columns, root, this.#furtherOf(root, serverStatesOf(this.#columns, root)));
  }

  /** What tells whether something has become of the person at a position, without the person. */
  stateAt(position: number): Omit<PersonState, 'id'> {
    const root = this.#roots[position];
    if (root === undefined)
      return { accounts: [], matchedBy: [], consumption: this.at(position).consumption };
    return {
      accounts: this.accountsAt(position).map((account) => this.accountKey(account)),
      matchedBy: matchRulesOf(this.#columns, root),
      consumption: this.#consumptionOf(root, serverStatesOf(this.#columns, root)),
    };
  }

  /** The login of the person at a position, as GitHub spells it; null without a cloud account. */
  loginAt(position: number): string | null {
    const root = this.#roots[position];
    return root === undefined ? null : this.#columns.accounts.loginOf(root);
  }

  /** Of the person's server accounts those that count for one of these reasons by themselves. */
  serverAccountsAt(position: number, isMeant: (reason: ConsumptionReason) => boolean): AccountKey[] {
    const root = this.#roots[position];
    if (root === undefined) return [];
    return serverAccountKeysOf(this.#columns, root, (state) => isMeant(reasonOfState(state)));
  }

  accountKey(account: AccountNumber): AccountKey {
    return this.#columns.accounts.keyOf(account);
  }

  /** The numbers of a person's accounts, the cloud account first. */
  accountsAt(position: number): readonly AccountNumber[] {
    const root = this.#roots[position];
    return root === undefined ? [] : this.#columns.accountNumbers.of(root);
  }

  /** The positions of GitHub's rows that name an account of the person, each once, in the order of the accounts. */
  rowNumbersAt(position: number): readonly number[] {
    const rows: number[] = [];
    const root = this.#roots[position];
    if (root === undefined) return rows;
    const numbers = this.#columns.accountNumbers;
    for (let account = numbers.first(root); account !== NONE; account = numbers.next(account)) {
      const row = this.#listed.rowOf(account);
      if (row !== NO_ROW && !rows.includes(row)) rows.push(row);
    }
    return rows;
  }

  /** How the person counts, without the person: several times faster. */
  usageAt(position: number): PersonUsage {
    const root = this.#roots[position];
    if (root === undefined) return usageOfUnlinkedSubscriber();
    const hostNames: HostName[] = [];
    const serverStates: PackedState[] = [];
    const numbers = this.#columns.accountNumbers;
    for (let number = numbers.first(root); number !== NONE; number = numbers.next(number)) {
      const instance = this.#columns.accounts.instanceOf(number);
      if (instance === undefined) continue;
      serverStates.push(instance.accounts.stateAt(number - instance.start));
      hostNames.push(instance.accounts.hostName);
    }
    return {
      consumption: this.#consumptionOf(root, serverStates),
      // The root is the smallest account, and cloud accounts come first.
      hasCloudAccount: this.#columns.accounts.cloudRowOf(root) !== NO_ROW,
      cloudEmails: this.addresses.cloudEmails(root),
      hostNames,
      ambiguities: Math.min(this.#refused.get(root)?.length ?? 0, MAX_AMBIGUITIES),
    };
  }

  /** How everybody counts. */
  *usages(): Generator<PersonUsage> {
    for (let position = 0; position < this.size; position++) yield this.usageAt(position);
  }

  #personOf(root: AccountNumber): Person {
    const row = this.#columns.accounts.cloudRowOf(root);
    const cloudAccount = row === NO_ROW ? null : cloudAccountOf(this.rows.at(row));
    const serverAccounts = serverAccountsOf(this.#columns, root);
    return {
      key: canonicalKey(this.#columns, this.addresses, root),
      cloudAccount,
      serverAccounts,
      matches: matchesOf(this.#columns, root),
      ...this.#furtherOf(root, serverAccounts.map(packState)),
    };
  }

  #furtherOf(root: AccountNumber, serverStates: readonly PackedState[]): FurtherContent {
    const { accounts } = this.#columns;
    const refused = this.#refused.get(root)?.slice(0, MAX_AMBIGUITIES);
    const subscriptions = this.#subscriptions.get(root);
    return {
      visualStudioSubscriptions: subscriptions === undefined ? [] : distinctEmails(subscriptions),
      ambiguities: refused?.map((refusal) => toAmbiguity(refusal, accounts)) ?? [],
      consumption: this.#consumptionOf(root, serverStates),
    };
  }

  #consumptionOf(root: AccountNumber, serverStates: readonly PackedState[]): Consumption {
    // The root is the smallest account, and cloud accounts come first.
    const cloudRow = this.#columns.accounts.cloudRowOf(root);
    return consumptionOf({
      cloudLicenseType: cloudRow === NO_ROW ? undefined : this.rows.licenseTypeAt(cloudRow),
      serverStates,
      hasVisualStudioSubscription: this.#subscriptions.has(root),
    });
  }
}

/** Sorted. */
function distinctEmails(subscriptions: readonly SubscriptionHolder[]): Email[] {
  return [...new Set(subscriptions.map(({ email }) => email))].sort();
}
