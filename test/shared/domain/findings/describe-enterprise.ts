import { describe, expect, test } from 'vitest';
import { findingsIn } from '../../../../shared/domain/finding.ts';
import { findingsOf } from '../../../../shared/domain/findings/findings-of.ts';
import { githubLicensesOf } from '../../../../shared/domain/findings/github-licenses.ts';
import { reconcile } from '../../../../shared/domain/reconciliation.ts';
import { resolve } from '../../../../shared/domain/resolve.ts';
import type { UsageFacts } from '../../../../shared/domain/usage-snapshot.ts';
import {
  type Enterprise,
  type EnterpriseOptions,
  generateEnterprise,
} from '../../../support/enterprise/enterprise.ts';
import { type EnterpriseFile, enterpriseFiles } from '../../../support/enterprise/files.ts';
import { snapshotsOf } from '../../../support/observe-enterprise.ts';
import { factsOf } from '../../../support/usage-facts.ts';

/** Everything planted in a generated enterprise is found, and nothing else is. */
export function describeEnterprise(options: EnterpriseOptions): void {
  const title = `an enterprise of ${options.people} people with seed ${options.seed}`;
  describe(title, async () => {
    const enterprise = generateEnterprise(options);
    const snapshots = await newestSnapshots(enterprise);
    const people = resolve(snapshots);
    const github = githubLicensesOf(people, snapshots);

    test('every planted anomaly is found once, under its kind with its seats, and nothing else', () => {
      const found: string[] = [];
      for (const { kind, accounts, seats } of findingsIn(findingsOf(people, github))) {
        found.push(`${kind} ${accounts.join(' ')}: ${seats}`);
      }
      expect(found.sort()).toEqual(planted(enterprise));
    });

    test("what was planted explains how GitHub's total differs from ours", () => {
      const { usage, anomalies } = enterprise.truth;
      const reconciliation = github && reconcile(people, github);
      expect(reconciliation?.totals).toMatchObject({
        ours: usage.consumed,
        githubs: usage.github.seatsConsumed,
      });
      expect(reconciliation?.explanations).toEqual([
        { reason: 'counted-twice', seats: anomalies['counted-twice'].seatsRecoverable },
        { reason: 'gone-from-instance', seats: anomalies['gone-from-instance'].seatsRecoverable },
        { reason: 'missing-from-github', seats: -anomalies['missing-from-github'].count },
        { reason: 'suspended', seats: anomalies['counted-without-consuming'].seatsRecoverable },
      ]);
    });
  });
}

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
