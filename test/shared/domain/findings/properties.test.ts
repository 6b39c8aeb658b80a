import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FindingKind, findingKey, findingsIn } from '../../../../shared/domain/finding.ts';
import { findingsOf } from '../../../../shared/domain/findings/findings-of.ts';
import { githubLicensesOf } from '../../../../shared/domain/findings/github-licenses.ts';
import { observe } from '../../../../shared/domain/observe.ts';
import {
  DIFFERENCE_REASONS,
  type DifferenceReason,
  FINDING_KIND_OF,
  reconcile,
} from '../../../../shared/domain/reconciliation.ts';
import { resolve } from '../../../../shared/domain/resolve.ts';
import type { UsageFacts } from '../../../../shared/domain/usage-snapshot.ts';
import { aSnapshot } from '../../../support/arbitrary-usage.ts';
import { newestOf } from '../../../support/model-ledger.ts';

const observations = fc.array(aSnapshot, { maxLength: 8 }).map(newestOf);

/** The same observations in another order. */
const shuffled = observations.chain((snapshots) =>
  fc.tuple(fc.constant(snapshots), fc.shuffledSubarray(snapshots, { minLength: snapshots.length })),
);

function findings(snapshots: readonly UsageFacts[]) {
  const people = resolve(snapshots);
  return [...findingsIn(findingsOf(people, githubLicensesOf(people, snapshots)))];
}
function comparison(snapshots: readonly UsageFacts[]) {
  const people = resolve(snapshots);
  const github = githubLicensesOf(people, snapshots);
  return github && reconcile(people, github);
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('findings', () => {
  test('each has an identity of its own', () => {
    fc.assert(
      fc.property(observations, (snapshots) => {
        const keys = findings(snapshots).map(findingKey);
        expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
      }),
    );
  });

  test('do not depend on the order of sources', () => {
    fc.assert(
      fc.property(shuffled, ([snapshots, others]) => {
        expect(findings(others)).toEqual(findings(snapshots));
      }),
    );
  });

  test('are about GitHub, or about accounts that a source has or GitHub lists, and people there are', () => {
    fc.assert(
      fc.property(observations, (snapshots) => {
        const observed = observe(snapshots);
        const rows = [...observed.rows];
        const serverAccounts = observed.instances.flatMap((accounts) => [...accounts]);
        const known = new Set<string>([
          ...[...serverAccounts, ...rows.flatMap((row) => row.serverAccounts)].map(
            ({ hostName, userId }) => `${hostName}:${userId}`,
          ),
          ...rows.map(({ login }) => `@${login?.toLowerCase()}`),
        ]);
        const people = new Set([...resolve(snapshots)].map(({ key }) => key));
        for (const finding of findings(snapshots)) {
          if (finding.accounts.length === 0) expect(finding.sources).toEqual(['cloud']);
          expect(finding.accounts.filter((account) => !known.has(account))).toEqual([]);
          expect(finding.people.filter((person) => !people.has(person))).toEqual([]);
        }
      }),
    );
  });

  test('have lists that are sorted and name nothing twice, and no seats below zero', () => {
    fc.assert(
      fc.property(observations, (snapshots) => {
        for (const { accounts, sources, people, emails, seats } of findings(snapshots)) {
          for (const list of [accounts, sources, people, emails]) {
            expect(list).toEqual([...new Set<string>(list)].sort());
          }
          expect(seats).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('the reconciliation', () => {
  test('explains the whole difference', () => {
    fc.assert(
      fc.property(observations, (snapshots) => {
        const people = [...resolve(snapshots)];
        const reconciliation = comparison(snapshots);
        fc.pre(reconciliation !== null);
        const { totals, explanations } = reconciliation;
        expect(totals.ours).toBe(people.filter((person) => person.consumption.consumes).length);
        expect(totals.difference).toBe(totals.githubs - totals.ours);
        expect(sum(explanations.map(({ seats }) => seats))).toBe(totals.difference);
      }),
    );
  });

  test('leads to findings, which have its seats where they are of its reason alone', () => {
    fc.assert(
      fc.property(observations, (snapshots) => {
        const reconciliation = comparison(snapshots);
        fc.pre(reconciliation !== null);
        const all = findings(snapshots);
        const ofKind = (kind: FindingKind) => all.filter((finding) => finding.kind === kind);
        const seatsOf = (kind: FindingKind) => sum(ofKind(kind).map(({ seats }) => seats));
        const excessOf = (kind: FindingKind) =>
          sum(
            ofKind(kind).map(({ accounts, numbers }) =>
              numbers && !accounts[0] ? numbers.told - numbers.counted : 0,
            ),
          );
        const explained = (reason: DifferenceReason) =>
          reconciliation.explanations.find((explanation) => explanation.reason === reason)?.seats ?? 0;
        for (const reason of DIFFERENCE_REASONS.filter((each) => explained(each) !== 0)) {
          expect(ofKind(FINDING_KIND_OF[reason]), reason).not.toEqual([]);
        }
        expect(seatsOf('counted-twice')).toBe(explained('counted-twice'));
        expect(seatsOf('gone-from-instance')).toBe(explained('gone-from-instance'));
        expect(seatsOf('counted-without-consuming')).toBe(explained('suspended') + explained('system-user'));
        expect(excessOf('unidentified-rows')).toBe(explained('unidentified-rows'));
        expect(excessOf('totals-disagree')).toBe(explained('github-total'));
        expect(ofKind('missing-from-github')).toHaveLength(-explained('missing-from-github'));
        expect(ofKind('unknown-state').length).toBeGreaterThanOrEqual(-explained('unknown-state'));
      }),
    );
  });

  test('has every person, and every row that is nobody', () => {
    fc.assert(
      fc.property(observations, (snapshots) => {
        const reconciliation = comparison(snapshots);
        fc.pre(reconciliation !== null);
        const { groups, explanations } = reconciliation;
        const nobodys = explanations.filter(({ reason }) =>
          ['gone-from-instance', 'unidentified-rows'].includes(reason),
        );
        const all = groups.equal + groups.githubMore + groups.githubFewer;
        expect(all).toBe(resolve(snapshots).size + sum(nobodys.map(({ seats }) => seats)));
      }),
    );
  });

  test('is none without rows of GitHub', () => {
    fc.assert(
      fc.property(observations, (snapshots) => {
        const ofServers = snapshots.filter((snapshot) => snapshot.kind === 'server');
        expect(comparison(ofServers)).toBeNull();
      }),
    );
  });
});
