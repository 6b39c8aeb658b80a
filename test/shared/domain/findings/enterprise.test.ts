import { describe, expect, test } from 'vitest';
import { findingsOf } from '../../../../shared/domain/findings/findings-of.ts';
import { reconcile } from '../../../../shared/domain/reconciliation.ts';
import { resolve } from '../../../../shared/domain/resolve.ts';
import { factsOf, type UsageFacts } from '../../../../shared/domain/usage-snapshot.ts';
import { type Enterprise, generateEnterprise } from '../../../support/enterprise/enterprise.ts';
import { type EnterpriseFile, enterpriseFiles } from '../../../support/enterprise/files.ts';
import { snapshotsOf } from '../../../support/observe-enterprise.ts';

/** Of the files of the cloud enterprise the newest alone, since no other is looked at and to read them takes longest. */
async function newestSnapshots(enterprise: Enterprise): Promise<UsageFacts[]> {
  const isOfCloud = (file: EnterpriseFile) => file.name.startsWith('consumed');
  const files = enterpriseFiles(enterprise).filter((file) => !isOfCloud(file) || file.observedDaysAgo === 0);
  const snapshots: UsageFacts[] = [];
  for await (const snapshot of snapshotsOf(files)) snapshots.push(factsOf(snapshot));
  return snapshots;
}

/** A line for each, sorted, so that one found twice shows. */
function planted(enterprise: Enterprise): string[] {
  const lines: string[] = [];
  for (const { anomalies } of enterprise.humans()) {
    for (const { kind, accounts, seatsRecoverable } of anomalies) {
      lines.push(`${kind} ${[...accounts].sort().join(' ')}: ${seatsRecoverable}`);
    }
  }
  return lines.sort();
}

function found(snapshots: readonly UsageFacts[]): string[] {
  const lines: string[] = [];
  for (const { kind, accounts, seats } of findingsOf(resolve(snapshots), snapshots)) {
    lines.push(`${kind} ${accounts.join(' ')}: ${seats}`);
  }
  return lines.sort();
}

describe.each([
  { people: 1000, seed: 1 },
  { people: 1000, seed: 2 },
  { people: 1000, seed: 3 },
  { people: 100_000, seed: 4 },
])('an enterprise of $people people with seed $seed', { timeout: 60_000 }, async ({ people, seed }) => {
  const enterprise = generateEnterprise({ people, seed });
  const snapshots = await newestSnapshots(enterprise);

  test('every planted anomaly is found once, under its kind with its seats, and nothing else', () => {
    expect(found(snapshots)).toEqual(planted(enterprise));
  });

  test("what was planted explains how GitHub's total differs from ours", () => {
    const { usage, anomalies } = enterprise.truth;
    const reconciliation = reconcile(resolve(snapshots), snapshots);
    expect(reconciliation?.totals).toMatchObject({
      ours: usage.consumed,
      githubs: usage.github.seatsConsumed,
    });
    expect(reconciliation?.explanations).toEqual([
      { reason: 'counted-twice', seats: anomalies['counted-twice'].seatsRecoverable },
      { reason: 'gone-from-instance', seats: anomalies['gone-from-instance'].seatsRecoverable },
      { reason: 'missing-from-github', seats: -anomalies['missing-from-github'].count },
    ]);
  });
});
