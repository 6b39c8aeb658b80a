import * as z from 'zod';
import type { Hold, MergeCounts } from '../../domain/upload.ts';

const count = z.int().min(0);

/** What one merge changed. */
export const mergeCountsSchema = z.strictObject({
  people_added: count,
  people_changed: count,
  people_removed: count,
  licenses_before: count,
  licenses_after: count,
});

export function mergeCountsBody(counts: MergeCounts): z.output<typeof mergeCountsSchema> {
  return {
    people_added: counts.peopleAdded,
    people_changed: counts.peopleChanged,
    people_removed: counts.peopleRemoved,
    licenses_before: counts.licensesBefore,
    licenses_after: counts.licensesAfter,
  };
}

/** What a held snapshot would remove. */
export const holdSchema = z.strictObject({ accounts_before: count, accounts_removed: count });

export function holdBody({ accountsBefore, accountsRemoved }: Hold): z.output<typeof holdSchema> {
  return { accounts_before: accountsBefore, accounts_removed: accountsRemoved };
}
