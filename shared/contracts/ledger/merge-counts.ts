import * as z from 'zod';
import type { MergeCounts } from '../../domain/upload.ts';

export const storedMergeCounts = z.object({
  people_added: z.int(),
  people_changed: z.int(),
  people_removed: z.int(),
  licenses_before: z.int(),
  licenses_after: z.int(),
});

type StoredMergeCounts = z.infer<typeof storedMergeCounts>;

export function storeMergeCounts(counts: MergeCounts): StoredMergeCounts {
  return {
    people_added: counts.peopleAdded,
    people_changed: counts.peopleChanged,
    people_removed: counts.peopleRemoved,
    licenses_before: counts.licensesBefore,
    licenses_after: counts.licensesAfter,
  };
}

export function restoreMergeCounts(stored: StoredMergeCounts): MergeCounts {
  return {
    peopleAdded: stored.people_added,
    peopleChanged: stored.people_changed,
    peopleRemoved: stored.people_removed,
    licensesBefore: stored.licenses_before,
    licensesAfter: stored.licenses_after,
  };
}
