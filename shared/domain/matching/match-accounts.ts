import type { Ambiguity, Match, MatchRule } from '../person.ts';
import type { AccountList, AccountNumber } from './account-list.ts';
import { candidateOf, type MatchCandidate, type Propose } from './candidate.ts';
import { githubMatches } from './github-match.ts';
import { AccountGroups } from './join.ts';
import { linkedIdentityMatches } from './linked-identity.ts';
import { MatchList } from './match-list.ts';
import type { Roster } from './roster.ts';
import { samePrimaryEmailMatches } from './same-primary-email.ts';
import { verifiedEmailMatches } from './verified-email.ts';

/** The rules, strongest first: a match that a stronger rule made is never undone by a weaker one. */
const RULES: readonly (readonly [MatchRule, (roster: Roster, propose: Propose) => void])[] = [
  ['github-match', githubMatches],
  ['linked-identity', linkedIdentityMatches],
  ['verified-email', verifiedEmailMatches],
  ['same-primary-email', samePrimaryEmailMatches],
];

export interface AccountMatches {
  readonly groups: AccountGroups;
  readonly matches: MatchList;
  readonly refused: readonly RefusedMatch[];
}

export interface RefusedMatch {
  readonly candidate: MatchCandidate;
  readonly cloudAccounts: readonly [AccountNumber, AccountNumber];
}

/** Applies every rule in order. Within a rule candidates come in the canonical order of accounts. */
export function matchAccounts(roster: Roster): AccountMatches {
  const { accounts, addresses } = roster;
  const groups = new AccountGroups(accounts.size, accounts.cloudAccounts);
  // Each match makes two groups one, and no two cloud accounts come into one.
  const matches = new MatchList(addresses, accounts.size - accounts.cloudAccounts);
  const refused = new Map<string, RefusedMatch>();
  for (const [rule, proposeMatches] of RULES) {
    proposeMatches(roster, (account, other) => {
      const outcome = groups.join(account, other);
      if (outcome === 'joined') matches.add(rule, account, other);
      if (outcome === 'two-cloud-accounts')
        noteRefused(candidateOf(rule, account, other, addresses), groups, refused);
    });
  }
  return { groups, matches, refused: [...refused.values()] };
}

/** Two cloud accounts are ambiguous once, under the strongest rule, however many addresses would join them. */
function noteRefused(
  candidate: MatchCandidate,
  groups: AccountGroups,
  refused: Map<string, RefusedMatch>,
): void {
  const first = groups.cloudAccountOf(candidate.account);
  const second = groups.cloudAccountOf(candidate.with);
  if (first === undefined || second === undefined) return;
  const cloudAccounts = first < second ? ([first, second] as const) : ([second, first] as const);
  const pair = cloudAccounts.join(' ');
  if (!refused.has(pair)) refused.set(pair, { candidate, cloudAccounts });
}

export function toMatch(candidate: MatchCandidate, accounts: AccountList): Match {
  return {
    rule: candidate.rule,
    account: accounts.keyOf(candidate.account),
    with: accounts.keyOf(candidate.with),
    email: candidate.email,
  };
}

export function toAmbiguity(refused: RefusedMatch, accounts: AccountList): Ambiguity {
  const [first, second] = refused.cloudAccounts;
  return {
    refused: toMatch(refused.candidate, accounts),
    cloudAccounts: [accounts.keyOf(first), accounts.keyOf(second)],
  };
}
