import * as z from 'zod';
import type { CommittedUsage } from '../../domain/usage.ts';
import { storedInstant } from '../stored-values.ts';
import { restoreMergeCounts, storedMergeCounts, storeMergeCounts } from './merge-counts.ts';
import { restoreSnapshotRef, storedSnapshotRef, storeSnapshotRef } from './snapshot-ref.ts';
import { restoreUsage, storedUsage, storeUsage } from './stored-usage.ts';

/** What a merge committed, in the ledger and in the bucket. */
export const storedCommit = z.object({
  usage: storedUsage,
  generation: z.int(),
  merge_id: z.string(),
  merged_at: storedInstant,
  as_of: storedInstant,
  snapshots: z.array(storedSnapshotRef),
  counts: storedMergeCounts,
  report_id: z.string(),
  /** Absent in what is older than formats. */
  report_format: z.int().optional(),
});

type StoredCommit = z.infer<typeof storedCommit>;

/** Of reports that were written before there were formats. */
const FIRST_REPORT_FORMAT = 1;

export function storeCommit(committed: CommittedUsage): StoredCommit {
  return {
    usage: storeUsage(committed.usage),
    generation: committed.generation,
    merge_id: committed.mergeId,
    merged_at: committed.mergedAt,
    as_of: committed.asOf,
    snapshots: committed.snapshots.map(storeSnapshotRef),
    counts: storeMergeCounts(committed.counts),
    report_id: committed.reportId,
    report_format: committed.reportFormat,
  };
}

export function restoreCommit(stored: StoredCommit): CommittedUsage {
  return {
    usage: restoreUsage(stored.usage),
    generation: stored.generation,
    mergeId: stored.merge_id,
    mergedAt: stored.merged_at,
    asOf: stored.as_of,
    snapshots: stored.snapshots.map(restoreSnapshotRef),
    counts: restoreMergeCounts(stored.counts),
    reportId: stored.report_id,
    reportFormat: stored.report_format ?? FIRST_REPORT_FORMAT,
  };
}
