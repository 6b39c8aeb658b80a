import * as z from 'zod';
import { DIFFERENCE_REASONS, type Reconciliation } from '../../domain/reconciliation.ts';

/** Our count of consumed licenses against GitHub's. `seats` are those of each reason that has any. */
export const storedReconciliation = z.object({
  ours: z.int(),
  githubs: z.int(),
  githubs_rows: z.int(),
  githubs_total: z.int().optional(),
  equal: z.int(),
  github_more: z.int(),
  github_fewer: z.int(),
  seats: z.partialRecord(z.enum(DIFFERENCE_REASONS), z.int()),
});

type StoredReconciliation = z.infer<typeof storedReconciliation>;

export function storeReconciliation(reconciliation: Reconciliation): StoredReconciliation {
  const { totals, groups, explanations } = reconciliation;
  return {
    ours: totals.ours,
    githubs: totals.githubs,
    githubs_rows: totals.githubsRows,
    githubs_total: totals.githubsTotal ?? undefined,
    equal: groups.equal,
    github_more: groups.githubMore,
    github_fewer: groups.githubFewer,
    seats: Object.fromEntries(explanations.map(({ reason, seats }) => [reason, seats])),
  };
}

export function restoreReconciliation(stored: StoredReconciliation): Reconciliation {
  return {
    totals: {
      ours: stored.ours,
      githubs: stored.githubs,
      githubsRows: stored.githubs_rows,
      githubsTotal: stored.githubs_total ?? null,
      difference: stored.githubs - stored.ours,
    },
    groups: { equal: stored.equal, githubMore: stored.github_more, githubFewer: stored.github_fewer },
    explanations: DIFFERENCE_REASONS.flatMap((reason) => {
      const seats = stored.seats[reason];
      return seats === undefined ? [] : { reason, seats };
    }),
  };
}
