import { expect, test } from 'vitest';
import { findingsOf } from '../../../shared/domain/findings/findings-of.ts';
import { githubLicensesOf } from '../../../shared/domain/findings/github-licenses.ts';
import { DIFFERENCE_REASONS, FINDING_KIND_OF, reconcile } from '../../../shared/domain/reconciliation.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import type { UsageFacts } from '../../../shared/domain/usage-snapshot.ts';
import {
  cloudSnapshot,
  email,
  licenseRow,
  ref,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';

function reconciled(snapshots: readonly UsageFacts[]) {
  const people = resolve(snapshots);
  const github = githubLicensesOf(people, snapshots);
  return github && reconcile(people, github);
}

const row = (...accounts: readonly string[]) => licenseRow({ serverAccounts: accounts.map(ref) });

const accounts = [
  serverAccount('ghes-a:1', { systemUser: 'ghost' }),
  serverAccount('ghes-a:2', { primaryEmail: email('two@example.com') }),
  serverAccount('ghes-a:3', { primaryEmail: email('two@example.com') }),
  serverAccount('ghes-a:4', { suspended: true }),
  serverAccount('ghes-a:5'),
  serverAccount('ghes-a:6'),
  serverAccount('ghes-a:7', { suspended: null }),
  serverAccount('ghes-a:8'),
  serverAccount('ghes-a:9', { suspended: true }),
];

const snapshots = [
  serverSnapshot('ghes-a', accounts),
  cloudSnapshot(
    [
      row('ghes-a:1'),
      row('ghes-a:2'),
      row('ghes-a:3'),
      row('ghes-a:4'),
      row('ghes-a:99'),
      row('ghes-a:8'),
      row('ghes-a:9'),
      licenseRow({ serverAccounts: [{ hostName: null, userId: 8 }] }),
      licenseRow({ visualStudio: { email: email('unlinked@example.com'), status: null } }),
    ],
    { unidentifiedRows: 2, seatsConsumed: 12 },
  ),
];

test('the difference from GitHub is put down to each of its reasons', () => {
  expect(reconciled(snapshots)).toEqual({
    totals: { ours: 5, githubs: 12, githubsRows: 10, githubsTotal: 12, difference: 7 },
    // The person with a row, and the subscription that nobody has and no one counts.
    groups: { equal: 2, githubMore: 8, githubFewer: 3 },
    explanations: [
      { reason: 'counted-twice', seats: 1 },
      { reason: 'gone-from-instance', seats: 1 },
      { reason: 'missing-from-github', seats: -2 },
      { reason: 'unknown-state', seats: -1 },
      { reason: 'suspended', seats: 2 },
      { reason: 'system-user', seats: 1 },
      { reason: 'unidentified-rows', seats: 3 },
      { reason: 'github-total', seats: 2 },
    ],
  });
});

test.each(DIFFERENCE_REASONS)('there are findings to look at for %s', (reason) => {
  const people = resolve(snapshots);
  const findings = [...findingsOf(people, githubLicensesOf(people, snapshots))];
  expect(findings.map(({ kind }) => kind)).toContain(FINDING_KIND_OF[reason]);
});

test("GitHub's rows are its total where it tells none", () => {
  const rows = [cloudSnapshot([row('ghes-a:1')])];
  expect(reconciled(rows)).toEqual({
    totals: { ours: 1, githubs: 1, githubsRows: 1, githubsTotal: null, difference: 0 },
    groups: { equal: 1, githubMore: 0, githubFewer: 0 },
    explanations: [],
  });
});
