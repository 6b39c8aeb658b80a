import type { AccountKey, ServerAccount } from './account.ts';
import type { PackedState } from './account-state.ts';
import { NO_PLACE, placeOfState, type TablePlace } from './consumption.ts';
import type { HostName } from './host-name.ts';
import type { LicenseRows } from './license-rows.ts';
import type { AccountList, AccountNumber } from './matching/account-list.ts';
import { toMatch } from './matching/match-accounts.ts';
import type { MatchList } from './matching/match-list.ts';
import type { NumberLists } from './number-lists.ts';
import { MATCH_RULES, type Match, type MatchRule } from './person.ts';

/** People are numbered from 0, in the order of their first accounts. */
export type PersonNumber = number;

/** The columns that people are read from; the accounts and the matches of each by the person's number. */
export interface PeopleColumns {
  readonly accounts: AccountList;
  readonly rows: LicenseRows;
  readonly matches: MatchList;
  readonly accountNumbers: NumberLists;
  readonly matchNumbers: NumberLists;
}

/** A person's cloud account, if there is one: cloud accounts come before all others. */
export function firstAccountOf({ accountNumbers }: PeopleColumns, person: PersonNumber): AccountNumber {
  return accountNumbers.at(accountNumbers.start(person));
}

export function serverAccountsOf(
  { accounts, accountNumbers }: PeopleColumns,
  person: PersonNumber,
): ServerAccount[] {
  const found: ServerAccount[] = [];
  for (let place = accountNumbers.start(person); place < accountNumbers.end(person); place++) {
    const number = accountNumbers.at(place);
    const account = accounts.serverAccount(number);
    if (account !== undefined) found.push(account);
  }
  return found;
}

/** The smallest place of the person's server accounts in the table of consumption; NO_PLACE without any. */
export function serverPlaceOf({ accounts, accountNumbers }: PeopleColumns, person: PersonNumber): TablePlace {
  let smallest = NO_PLACE;
  for (let place = accountNumbers.start(person); place < accountNumbers.end(person); place++) {
    const number = accountNumbers.at(place);
    const instance = accounts.instanceOf(number);
    if (instance === undefined) continue;
    smallest = Math.min(smallest, placeOfState(instance.accounts.stateAt(number - instance.start)));
  }
  return smallest;
}

/** Of each server account, sorted. */
export function hostNamesOf(columns: PeopleColumns, person: PersonNumber): HostName[] {
  const { accounts, accountNumbers } = columns;
  const hasCloudAccount = firstAccountOf(columns, person) < accounts.cloudAccounts;
  const start = accountNumbers.start(person) + (hasCloudAccount ? 1 : 0);
  // With the room that it takes: a list that grows is given several times as much.
  const hostNames = new Array<HostName>(accountNumbers.end(person) - start);
  for (let index = 0; index < hostNames.length; index++) {
    const instance = accounts.instanceOf(accountNumbers.at(start + index));
    if (instance !== undefined) hostNames[index] = instance.accounts.hostName;
  }
  return hostNames;
}

/** The keys of the server accounts of which `isMeant` says so by their states. */
export function serverAccountKeysOf(
  { accounts, accountNumbers }: PeopleColumns,
  person: PersonNumber,
  isMeant: (state: PackedState) => boolean,
): AccountKey[] {
  const keys: AccountKey[] = [];
  for (let place = accountNumbers.start(person); place < accountNumbers.end(person); place++) {
    const number = accountNumbers.at(place);
    const instance = accounts.instanceOf(number);
    if (instance !== undefined && isMeant(instance.accounts.stateAt(number - instance.start)))
      keys.push(accounts.keyOf(number));
  }
  return keys;
}

export function matchesOf({ accounts, matches, matchNumbers }: PeopleColumns, person: PersonNumber): Match[] {
  return matchNumbers.of(person).map((match) => toMatch(matches.at(match), accounts));
}

/** Strongest first, each once. */
export function matchRulesOf({ matches, matchNumbers }: PeopleColumns, person: PersonNumber): MatchRule[] {
  const rules = new Set(matchNumbers.of(person).map((match) => matches.ruleOf(match)));
  return MATCH_RULES.filter((rule) => rules.has(rule));
}
