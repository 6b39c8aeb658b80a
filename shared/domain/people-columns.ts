import type { AccountKey, ServerAccount } from './account.ts';
import type { PackedState } from './account-state.ts';
import { NO_PLACE, placeOfState, type TablePlace } from './consumption.ts';
import type { HostName } from './host-name.ts';
import type { HostNamePath } from './host-name-path.ts';
import type { LicenseRows } from './license-rows.ts';
import type { AccountList, AccountNumber } from './matching/account-list.ts';
import { toMatch } from './matching/match-accounts.ts';
import type { MatchList } from './matching/match-list.ts';
import type { NumberLists } from './number-lists.ts';
import { MATCH_RULES, type Match, type MatchRule } from './person.ts';

/** People are numbered from 0, in the order of their first accounts. */
export type PersonNumber = number;

/** The columns that people are read from. */
export interface PeopleColumns {
  readonly accounts: AccountList;
  readonly rows: LicenseRows;
  /** In the order of people. */
  readonly matches: MatchList;
  /** By the number of a person. */
  readonly accountNumbers: NumberLists;
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

/** Of each server account, sorted. @param none the path of none, the same for everybody. */
export function hostNamesOf(
  { accounts, accountNumbers }: PeopleColumns,
  person: PersonNumber,
  none: HostNamePath,
): readonly HostName[] {
  let path = none;
  for (let place = accountNumbers.start(person); place < accountNumbers.end(person); place++) {
    const instance = accounts.instanceOf(accountNumbers.at(place));
    if (instance !== undefined) path = path.with(instance.accounts.hostName);
  }
  return path.hostNames;
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

// The matches of a person are from `matchStart` to before `matchEnd`. Each has made two groups of accounts one, so all
// people up to one have as many fewer than accounts as they are.

export function matchStart({ accountNumbers }: PeopleColumns, person: PersonNumber): number {
  return accountNumbers.start(person) - person;
}

export function matchEnd({ accountNumbers }: PeopleColumns, person: PersonNumber): number {
  return accountNumbers.end(person) - person - 1;
}

export function matchesOf(columns: PeopleColumns, person: PersonNumber): Match[] {
  const { accounts, matches } = columns;
  const found: Match[] = [];
  for (let match = matchStart(columns, person); match < matchEnd(columns, person); match++)
    found.push(toMatch(matches.at(match), accounts));
  return found;
}

/** Strongest first, each once. */
export function matchRulesOf(columns: PeopleColumns, person: PersonNumber): MatchRule[] {
  const rules = new Set<MatchRule>();
  for (let match = matchStart(columns, person); match < matchEnd(columns, person); match++)
    rules.add(columns.matches.ruleOf(match));
  return MATCH_RULES.filter((rule) => rules.has(rule));
}
