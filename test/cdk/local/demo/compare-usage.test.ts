import { describe, expect, it } from 'vitest';
import { compareUsage } from '../../../../cdk/local/demo/compare-usage.ts';
import { usageBody } from '../../../../shared/contracts/http/usage.ts';
import { countFindings } from '../../../../shared/domain/count-findings.ts';
import type { PeopleUsage } from '../../../../shared/domain/usage.ts';
import { generateEnterprise } from '../../../support/enterprise/enterprise.ts';

const truth = generateEnterprise({ people: 200, seed: 5 }).truth.usage;

function answer(usage: PeopleUsage) {
  return usageBody({
    usage: { ...usage, findings: countFindings([]), reconciliation: null },
    mergeId: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    mergedAt: '2026-03-01T08:00:00.000Z',
    asOf: '2026-03-01T08:00:00.000Z',
    snapshots: [],
  });
}

describe('compareUsage', () => {
  it('finds nothing where the answer is as planted', () => {
    expect(compareUsage(answer(truth), truth)).toEqual([]);
  });

  it('names each number that is off', () => {
    const byReason = { ...truth.byReason, suspended: truth.byReason.suspended + 1 };
    expect(compareUsage(answer({ ...truth, byReason, people: 1 }), truth)).toEqual([
      { path: 'people', expected: truth.people, actual: 1 },
      { path: 'by_reason.suspended', expected: truth.byReason.suspended, actual: byReason.suspended },
    ]);
  });

  it('names an instance that is missing, and GitHub totals that are not known', () => {
    const [missing, ...byInstance] = truth.byInstance;
    const github = { ...truth.github, seatsConsumed: null };
    const paths = compareUsage(answer({ ...truth, byInstance, github }), truth).map(({ path }) => path);
    const instance = `server_instances.${missing?.hostName}`;
    expect(paths.sort()).toEqual([
      'github.seats_consumed',
      `${instance}.accounts`,
      `${instance}.consumed`,
      `${instance}.people`,
    ]);
  });
});
