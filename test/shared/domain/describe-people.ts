import { describe, expect, test } from 'vitest';
import { resolve } from '../../../shared/domain/resolve.ts';
import type { UsageSnapshot } from '../../../shared/domain/usage-snapshot.ts';
import { email, serverAccount } from '../../support/accounts.ts';

export interface PeopleCase {
  readonly policy: string;
  readonly snapshots: readonly UsageSnapshot[];
  /** The people, each as its accounts, `@login` or `host:id`. */
  readonly people: readonly (readonly string[])[];
  readonly rules?: readonly string[];
  readonly ambiguities?: number;
}

export const work = email('mona@example.com');
export const home = email('mona@home.example');

export function one(account: string, primary = work) {
  return serverAccount(account, { primaryEmail: primary });
}

function accountsOf(snapshots: readonly UsageSnapshot[]): string[][] {
  return [...resolve(snapshots)].map((person) => [
    ...(person.cloudAccount === null ? [] : [`@${person.cloudAccount.login}`]),
    ...person.serverAccounts.map((account) => `${account.hostName}:${account.userId}`),
  ]);
}

export function describePeople(title: string, cases: readonly PeopleCase[]): void {
  describe(title, () => {
    test.each(cases)('$policy', ({ snapshots, people, rules = [], ambiguities = 0 }) => {
      expect(accountsOf(snapshots)).toEqual(people);
      const resolved = [...resolve(snapshots)];
      expect(resolved.flatMap((person) => person.matches.map((match) => match.rule))).toEqual(rules);
      expect(resolved.flatMap((person) => person.ambiguities)).toHaveLength(ambiguities);
    });
  });
}
