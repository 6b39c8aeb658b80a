import type { FindingCounts } from './count-findings.ts';
import type { Found } from './finding.ts';
import { findingsOf } from './findings/findings-of.ts';
import { githubLicensesOf } from './findings/github-licenses.ts';
import type { People } from './people.ts';
import { GithubComparison } from './reconciliation.ts';
import { UsageTally } from './summarize-usage.ts';
import type { Usage } from './usage.ts';
import type { UsageFacts } from './usage-snapshot.ts';

/**
 * Usage, reconciliation and findings of the people of these snapshots, in one pass over them: each person is made
 * for it once.
 * @param keep goes through all that is found, and counts it.
 */
export function usageOf<Kept extends { readonly counts: FindingCounts }>(
  people: People,
  snapshots: readonly UsageFacts[],
  keep: (found: Iterable<Found>) => Kept,
): { readonly usage: Usage; readonly findings: Kept } {
  const github = githubLicensesOf(people, snapshots);
  const tally = new UsageTally();
  const comparison = github && new GithubComparison(github);
  const findings = keep(
    findingsOf(people, github, ({ usage, rowNumbers }) => {
      tally.add(usage);
      comparison?.add(usage.consumption, rowNumbers.length);
    }),
  );
  const reconciliation = comparison?.result() ?? null;
  return { usage: { ...tally.result(snapshots), findings: findings.counts, reconciliation }, findings };
}
