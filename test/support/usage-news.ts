import { countFindings } from '../../shared/domain/count-findings.ts';
import { summarizeUsage } from '../../shared/domain/summarize-usage.ts';
import type { CommittedUsage } from '../../shared/domain/usage.ts';

/** A committed merge of so many people, of whom all consume a license. */
export function committedOf(
  generation: number,
  consumed: number,
  purchased: number | null,
  facts: Partial<CommittedUsage> = {},
): CommittedUsage {
  const usage = { ...summarizeUsage([], []), findings: countFindings([]), reconciliation: null };
  return {
    usage: {
      ...usage,
      people: consumed,
      consumed,
      github: { seatsConsumed: consumed, seatsPurchased: purchased },
    },
    generation,
    mergeId: `merge-${generation}`,
    mergedAt: '2026-03-05T12:00:00.000Z',
    asOf: '2026-03-05T10:00:00.000Z',
    snapshots: [],
    counts: {
      peopleAdded: 0,
      peopleChanged: 0,
      peopleRemoved: 0,
      licensesBefore: 0,
      licensesAfter: consumed,
    },
    reportId: `merge-${generation}`,
    reportFormat: 1,
    ...facts,
  };
}
