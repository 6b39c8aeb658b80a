import * as z from 'zod';
import { FINDING_KINDS } from '../../domain/finding.ts';
import { DIFFERENCE_REASONS, FINDING_KIND_OF, type Reconciliation } from '../../domain/reconciliation.ts';
import { DIFFERENCE_TEXTS } from './finding-texts.ts';

const count = z.int().min(0);

/**
 * Part of `GET /usage`: consumed licenses as counted here against GitHub's. `difference` and `seats` are what GitHub
 * counts more, below zero what it counts fewer; all `seats` add up to the `difference`. `groups` are people, each with
 * the rows of GitHub that name their accounts, and rows that are nobody's. `finding_kind` is that of the findings that
 * tell who is behind it.
 */
export const reconciliationSchema = z.strictObject({
  totals: z.strictObject({
    ours: count,
    github: count,
    github_rows: count,
    github_total: count.nullable(),
    difference: z.int(),
  }),
  groups: z.strictObject({ equal: count, github_more: count, github_fewer: count }),
  explanations: z.array(
    z.strictObject({
      reason: z.enum(DIFFERENCE_REASONS),
      seats: z.int(),
      meaning: z.string(),
      finding_kind: z.enum(FINDING_KINDS),
    }),
  ),
});

export function reconciliationBody(reconciliation: Reconciliation): z.output<typeof reconciliationSchema> {
  const { totals, groups, explanations } = reconciliation;
  return {
    totals: {
      ours: totals.ours,
      github: totals.githubs,
      github_rows: totals.githubsRows,
      github_total: totals.githubsTotal,
      difference: totals.difference,
    },
    groups: { equal: groups.equal, github_more: groups.githubMore, github_fewer: groups.githubFewer },
    explanations: explanations.map(({ reason, seats }) => ({
      reason,
      seats,
      meaning: DIFFERENCE_TEXTS[reason],
      finding_kind: FINDING_KIND_OF[reason],
    })),
  };
}
