import * as z from 'zod';
import { eachKind } from '../../domain/count-findings.ts';
import { FINDING_KINDS } from '../../domain/finding.ts';
import type { MergeNews } from '../../domain/told-usage.ts';

const count = z.int().min(0);

/** `purchased` and `consumed_by_github` as GitHub says; null when it has not. */
const licenses = z.strictObject({
  consumed: count,
  purchased: count.nullable(),
  consumed_by_github: count.nullable(),
});

/** Detail of "License usage merged". */
export const mergedDetail = z.strictObject({
  schema_version: z.literal(1),
  merge_id: z.string(),
  /** Rises by one with each merge that commits. */
  generation: z.int().min(1),
  merged_at: z.iso.datetime(),
  as_of: z.iso.datetime(),
  people: z.strictObject({ total: count, added: count, changed: count, removed: count }),
  licenses,
  /** In percent of the purchased licenses: the highest set share that is reached since the event before. */
  share_crossed: z.number().positive().nullable(),
  /** What the event before told; null for the first. */
  before: z
    .strictObject({ merge_id: z.string(), people: count, consumed: count, purchased: count.nullable() })
    .nullable(),
  findings: z.record(z.enum(FINDING_KINDS), z.strictObject({ count, seats: count })),
});
export type MergedDetail = z.output<typeof mergedDetail>;

export function mergedDetailOf({ committed, before, shareCrossed }: MergeNews): MergedDetail {
  const { usage, counts } = committed;
  return {
    schema_version: 1,
    merge_id: committed.mergeId,
    generation: committed.generation,
    merged_at: committed.mergedAt,
    as_of: committed.asOf,
    people: {
      total: usage.people,
      added: counts.peopleAdded,
      changed: counts.peopleChanged,
      removed: counts.peopleRemoved,
    },
    licenses: {
      consumed: usage.consumed,
      purchased: usage.github.seatsPurchased,
      consumed_by_github: usage.github.seatsConsumed,
    },
    share_crossed: shareCrossed,
    before: before && {
      merge_id: before.mergeId,
      people: before.people,
      consumed: before.consumed,
      purchased: before.purchased,
    },
    findings: eachKind((kind) => ({ ...usage.findings[kind] })),
  };
}
