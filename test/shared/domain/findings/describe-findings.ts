import { describe, expect, test } from 'vitest';
import type { AccountKey } from '../../../../shared/domain/account.ts';
import { type Finding, findingsIn } from '../../../../shared/domain/finding.ts';
import { findingsOf } from '../../../../shared/domain/findings/findings-of.ts';
import { githubLicensesOf } from '../../../../shared/domain/findings/github-licenses.ts';
import { resolve } from '../../../../shared/domain/resolve.ts';
import type { UsageSnapshot } from '../../../../shared/domain/usage-snapshot.ts';
import { email, licenseRow, ref, serverAccount } from '../../../support/accounts.ts';

export const WORK = 'mona@example.com';
export const HOME = 'mona@home.example';
export const OTHER = 'mona@other.example';

export interface FindingCase {
  readonly policy: string;
  readonly snapshots: readonly UsageSnapshot[];
  /** Each finding as its kind, its accounts (its source where it is about none) and its seats. */
  readonly findings: readonly string[];
}

/** A cloud account that can be matched, so that nothing is found about it by itself. */
export function cloudRow(login: string, facts: Parameters<typeof licenseRow>[0] = {}) {
  return licenseRow({ login, verifiedEmails: [email(`${login}@cloud.example`)], ...facts });
}

export function serverRow(...accounts: readonly string[]) {
  return licenseRow({ serverAccounts: accounts.map(ref) });
}

export function subscriptionRow(address: string) {
  return licenseRow({
    licenseType: 'visual-studio-subscription',
    visualStudio: { email: email(address), status: null },
  });
}

export function account(
  key: string,
  primary: string | null = WORK,
  facts: Parameters<typeof serverAccount>[1] = {},
) {
  return serverAccount(key, { primaryEmail: primary === null ? null : email(primary), ...facts });
}

export const dormant = { dormant: true };
export const suspended = { suspended: true };
export const unknown = { suspended: null };

export function findings(snapshots: readonly UsageSnapshot[]): Finding[] {
  const people = resolve(snapshots);
  return [...findingsIn(findingsOf(people, githubLicensesOf(people, snapshots)))];
}

/** What is found in each case, and nothing else; and every finding names whoever has one of its accounts. */
export function describeFindings(title: string, cases: readonly FindingCase[]): void {
  describe(title, () => {
    test.each(cases)('$policy', ({ snapshots, findings: expected }) => {
      const found = findings(snapshots);
      const lines = found.map(
        ({ kind, accounts, sources, seats }) =>
          `${kind} ${(accounts.length > 0 ? accounts : sources).join(' ')}: ${seats}`,
      );
      expect(lines.sort()).toEqual(expected);
      const people = resolve(snapshots);
      for (const { accounts, people: named } of found) expect(named).toEqual(holdersOf(accounts, people));
    });
  });
}

/** Sorted. */
function holdersOf(accounts: readonly AccountKey[], people: ReturnType<typeof resolve>): string[] {
  const positions = Array.from({ length: people.size }, (_, position) => position);
  const isTheirs = (position: number) =>
    people.accountsAt(position).some((held) => accounts.includes(people.accountKey(held)));
  return positions
    .filter(isTheirs)
    .map((position) => people.at(position).key)
    .sort();
}
