import * as z from 'zod';

export const writeCounts = z.object({
  /** BatchWriteItem requests. */
  requests: z.int(),
  /** Items. */
  people: z.int(),
  peopleDeleted: z.int(),
  /** Look-up items put or deleted. */
  lookups: z.int(),
});

/** What was written to the people of the ledger. */
export type WriteCounts = z.infer<typeof writeCounts>;

export function noWrites(): WriteCounts {
  return { requests: 0, people: 0, peopleDeleted: 0, lookups: 0 };
}
