import type { AccountKey } from './account.ts';
import { addIdentityTo, canonicalKey } from './canonical-key.ts';
import type { PersonState } from './changes.ts';
import { type ConsumptionReason, consumptionOf, reasonOfState } from './consumption.ts';
import type { ContentDigests } from './content-digests.ts';
import type { Email } from './email.ts';
import { HostNamePath } from './host-name-path.ts';
import type { IdentityHashes } from './identity-hashes.ts';
import type { LicenseRows } from './license-rows.ts';
import type { AccountEmails } from './matching/account-emails.ts';
import type { AccountNumber } from './matching/account-list.ts';
import { type AccountMatches, type RefusedMatch, toAmbiguity } from './matching/match-accounts.ts';
import type { Roster } from './matching/roster.ts';
import { NO_ROW, type RowsOfAccounts } from './matching/rows-of-accounts.ts';
import { distinctEmails, type SubscriptionHolder } from './matching/visual-studio.ts';
import { NumberLists } from './number-lists.ts';
import {
  firstAccountOf,
  hostNamesOf,
  matchesOf,
  matchRulesOf,
  type PeopleColumns,
  type PersonNumber,
  serverAccountKeysOf,
  serverAccountsOf,
  serverPlaceOf,
} from './people-columns.ts';
import { addContentsTo, addKeyTo, type FurtherContent, NOTHING_FURTHER } from './people-content.ts';
import { type CanonicalKey, type Consumption, cloudAccountOf, type Person } from './person.ts';
import type { PersonUsage } from './person-usage.ts';
import { release } from './release.ts';
import { unlinkedSubscriber, usageOfUnlinkedSubscriber } from './unlinked-subscriber.ts';

/** In place of the person who holds a subscription. */
const NOBODY = -1;
const NONE: readonly never[] = [];

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
  /** All of GitHub's. */
  readonly rows: LicenseRows;
  readonly #rowsOfAccounts: RowsOfAccounts;
  readonly #columns: PeopleColumns;
  readonly #noHostNames = new HostNamePath();
  /** How many people have accounts; behind them come the subscriptions that nobody holds. */
  readonly #holders: number;
  readonly #unlinked: readonly Email[];
  readonly #refused: ReadonlyMap<PersonNumber, readonly RefusedMatch[]>;
  readonly #subscriptions: ReadonlyMap<PersonNumber, readonly SubscriptionHolder[]>;

  constructor(
    {
      accounts,
      addresses,
      rows,
      rowsOfAccounts,
    }: Pick<Roster, 'accounts' | 'addresses' | 'rows' | 'rowsOfAccounts'>,
    { groups, matches, refused }: AccountMatches,
    subscriptions: readonly SubscriptionHolder[],
  ) {
    const personOf = groups.numbers();
    const ofAccount = (account: AccountNumber): PersonNumber => personOf[account] ?? NOBODY;
    // Each match has made two groups one.
    this.#holders = accounts.size - matches.size;
    this.addresses = addresses;
    this.rows = rows;
    this.#rowsOfAccounts = rowsOfAccounts;
    matches.sortByGroup(personOf, this.#holders);
    const accountNumbers = new NumberLists(this.#holders, personOf);
    this.#columns = { accounts, rows, matches, accountNumbers };
    this.#refused = Map.groupBy(refused, ({ candidate }) => ofAccount(candidate.account));
    this.#subscriptions = Map.groupBy(subscriptions, ({ holder }) =>
      holder === null ? NOBODY : ofAccount(holder),
    );
    release(personOf);
    this.#unlinked = distinctEmails(this.#subscriptions.get(NOBODY) ?? []);
    this.size = this.#holders + this.#unlinked.length;
  }

  *[Symbol.iterator](): Generator<Person> {
    for (let position = 0; position < this.size; position++) yield this.at(position);
  }

  at(position: number): Person {
    if (this.#hasAccounts(position)) return this.#personAt(position);
    const email = this.#unlinked[position - this.#holders];
    if (email === undefined) throw new RangeError(`there are ${this.size} people, and none at ${position}`);
    return unlinkedSubscriber(email);
  }

  /** Whether it is the position of somebody with accounts, whose number it is then. */
  #hasAccounts(position: number): boolean {
    return position >= 0 && position < this.#holders;
  }

  /** The key of the person at a position, without the person. */
  keyAt(position: number): CanonicalKey {
    if (!this.#hasAccounts(position)) return this.at(position).key;
    return canonicalKey(this.#columns, this.addresses, position);
  }

  /** What the id of the person at a position is the hash of. @param hashes of the addresses of these people. */
  addIdentityTo(hashes: IdentityHashes, position: number): void {
    if (this.#hasAccounts(position)) addIdentityTo(hashes, this.#columns, this.addresses, position);
    else hashes.addKey(this.at(position).key);
  }

  /** The contents of everybody, each person's under the position, without the people. */
  addContentsTo(contents: ContentDigests): void {
    addContentsTo(contents, this.#columns, (person) => this.#furtherOf(person));
    for (let each = this.#holders; each < this.size; each++) addKeyTo(contents, each, this.at(each).key);
  }

  /** What tells whether something has become of the person at a position, without the person. */
  stateAt(position: number): Omit<PersonState, 'id'> {
    if (!this.#hasAccounts(position))
      return { accounts: [], matchedBy: [], consumption: this.at(position).consumption };
    return {
      accounts: this.accountsAt(position).map((account) => this.accountKey(account)),
      matchedBy: matchRulesOf(this.#columns, position),
      consumption: this.#consumptionOf(position),
    };
  }

  /** The login of the person at a position, as GitHub spells it; null without a cloud account. */
  loginAt(position: number): string | null {
    return this.#hasAccounts(position)
      ? this.#columns.accounts.loginOf(firstAccountOf(this.#columns, position))
      : null;
  }

  /** Of the person's server accounts those that count for one of these reasons by themselves. */
  serverAccountsAt(position: number, isMeant: (reason: ConsumptionReason) => boolean): AccountKey[] {
    return serverAccountKeysOf(this.#columns, position, (state) => isMeant(reasonOfState(state)));
  }

  accountKey(account: AccountNumber): AccountKey {
    return this.#columns.accounts.keyOf(account);
  }

  /** The numbers of a person's accounts, the cloud account first. */
  accountsAt(position: number): readonly AccountNumber[] {
    return this.#columns.accountNumbers.of(position);
  }

  /** The numbers of all addresses of a person's accounts. Some may come twice. */
  forEachEmail(position: number, take: (email: number) => void): void {
    const { accountNumbers } = this.#columns;
    for (let place = accountNumbers.start(position); place < accountNumbers.end(position); place++)
      this.addresses.forEach(accountNumbers.at(place), take);
  }

  /** The positions of GitHub's rows that name an account of the person, each once, in the order of the accounts. */
  rowNumbersAt(position: number): readonly number[] {
    let rows: number[] | null = null;
    const { accountNumbers } = this.#columns;
    for (let place = accountNumbers.start(position); place < accountNumbers.end(position); place++) {
      const row = this.#rowsOfAccounts.of(accountNumbers.at(place));
      if (row === NO_ROW) continue;
      // Most have one, and a list that begins empty is given room for many.
      if (rows === null) rows = [row];
      else if (!rows.includes(row)) rows.push(row);
    }
    return rows ?? NONE;
  }

  /** By the position of a row: how many accounts of people it names. */
  accountsOfRows(): Int32Array {
    const accounts = new Int32Array(this.rows.length);
    for (let account = 0; account < this.#columns.accounts.size; account++) {
      const row = this.#rowsOfAccounts.of(account);
      if (row !== NO_ROW) accounts[row] = (accounts[row] ?? 0) + 1;
    }
    return accounts;
  }

  /** How the person counts, without the person: several times faster. */
  usageAt(position: number): PersonUsage {
    if (!this.#hasAccounts(position)) return usageOfUnlinkedSubscriber();
    const { accounts } = this.#columns;
    const first = firstAccountOf(this.#columns, position);
    const hasCloudAccount = first < accounts.cloudAccounts;
    return {
      consumption: this.#consumptionOf(position),
      hasCloudAccount,
      cloudEmails: this.addresses.cloudEmails(first),
      hostNames: hostNamesOf(this.#columns, position, this.#noHostNames),
      ambiguities: Math.min(this.#refused.get(position)?.length ?? 0, MAX_AMBIGUITIES),
    };
  }

  /** How everybody counts. */
  *usages(): Generator<PersonUsage> {
    for (let position = 0; position < this.size; position++) yield this.usageAt(position);
  }

  #personAt(person: PersonNumber): Person {
    const row = this.#columns.accounts.cloudRowOf(firstAccountOf(this.#columns, person));
    return {
      key: canonicalKey(this.#columns, this.addresses, person),
      cloudAccount: row === NO_ROW ? null : cloudAccountOf(this.rows.at(row)),
      serverAccounts: serverAccountsOf(this.#columns, person),
      matches: matchesOf(this.#columns, person),
      ...(this.#furtherOf(person) ?? NOTHING_FURTHER),
      consumption: this.#consumptionOf(person),
    };
  }

  #furtherOf(person: PersonNumber): FurtherContent | null {
    const refused = this.#refused.get(person);
    const subscriptions = this.#subscriptions.get(person);
    if (refused === undefined && subscriptions === undefined) return null;
    const { accounts } = this.#columns;
    return {
      visualStudioSubscriptions: distinctEmails(subscriptions ?? NONE),
      ambiguities: (refused ?? NONE)
        .slice(0, MAX_AMBIGUITIES)
        .map((refusal) => toAmbiguity(refusal, accounts)),
    };
  }

  #consumptionOf(person: PersonNumber): Consumption {
    const row = this.#columns.accounts.cloudRowOf(firstAccountOf(this.#columns, person));
    return consumptionOf({
      cloudLicenseType: row === NO_ROW ? undefined : this.rows.licenseTypeAt(row),
      serverPlace: serverPlaceOf(this.#columns, person),
      hasVisualStudioSubscription: this.#subscriptions.has(person),
    });
  }
}
