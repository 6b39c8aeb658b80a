import type { AccountKey, ServerAccount } from './account.ts';
import type { PackedState } from './account-state.ts';
import type { LicenseRows } from './license-rows.ts';
import type { AccountList, AccountNumber } from './matching/account-list.ts';
import { toMatch } from './matching/match-accounts.ts';
import type { MatchList } from './matching/match-list.ts';
import { NONE, type NumberLists } from './number-lists.ts';
import { MATCH_RULES, type Match, type MatchRule } from './person.ts';

/** The columns that people are read from; the accounts and the matches of each by the root of the group. */
export interface PeopleColumns {
  readonly accounts: AccountList;
  readonly rows: LicenseRows;
  readonly matches: MatchList;
  readonly accountNumbers: NumberLists;
  readonly matchNumbers: NumberLists;
}

export function serverAccountsOf(
  { accounts, accountNumbers }: PeopleColumns,
  root: AccountNumber,
): ServerAccount[] {
  const found: ServerAccount[] = [];
  for (let number = accountNumbers.first(root); number !== NONE; number = accountNumbers.next(number)) {
    const account = accounts.serverAccount(number);
    if (account !== undefined) found.push(account);
  }
  return found;
}

export function serverStatesOf(
  { accounts, accountNumbers }: PeopleColumns,
  root: AccountNumber,
): PackedState[] {
  const states: PackedState[] = [];
  for (let number = accountNumbers.first(root); number !== NONE; number = accountNumbers.next(number)) {
    const instance = accounts.instanceOf(number);
    if (instance !== undefined) states.push(instance.accounts.stateAt(number - instance.start));
  }
  return states;
}

/** The keys of the server accounts of which `isMeant` says so by their states. */
export function serverAccountKeysOf(
  { accounts, accountNumbers }: PeopleColumns,
  root: AccountNumber,
  isMeant: (state: PackedState) => boolean,
): AccountKey[] {
  const keys: AccountKey[] = [];
  for (let number = accountNumbers.first(root); number !== NONE; number = accountNumbers.next(number)) {
    const instance = accounts.instanceOf(number);
    if (instance !== undefined && isMeant(instance.accounts.stateAt(number - instance.start)))
      keys.push(accounts.keyOf(number));
  }
  return keys;
}

export function matchesOf({ accounts, matches, matchNumbers }: PeopleColumns, root: AccountNumber): Match[] {
  return matchNumbers.of(root).map((match) => toMatch(matches.at(match), accounts));
}

/** Strongest first, each once. */
export function matchRulesOf({ matches, matchNumbers }: PeopleColumns, root: AccountNumber): MatchRule[] {
  const rules = new Set(matchNumbers.of(root).map((match) => matches.ruleOf(match)));
  return MATCH_RULES.filter((rule) => rules.has(rule));
}
