import * as z from 'zod';
import type { CommittedUsage, UsageOnDay } from '../../domain/usage.ts';
import { storedInstant } from '../stored-values.ts';
import { type ItemKey, itemBase, parseItem, SCHEMA_VERSION } from './item.ts';
import { restoreMergeCounts, storedMergeCounts, storeMergeCounts } from './merge-counts.ts';
import { restoreSnapshotRef, storedSnapshotRef, storeSnapshotRef } from './snapshot-ref.ts';
import { restoreUsage, storedUsage, storeUsage } from './stored-usage.ts';

export const USAGE_KEY: ItemKey = { pk: 'usage', sk: 'now' };
export const USAGE_HISTORY_PARTITION = 'usage-history';

const usageItem = z.object({
  ...itemBase,
  /** The fencing number under which it was committed. */
  fence: z.int(),
  usage: storedUsage,
  generation: z.int(),
  merge_id: z.string(),
  merged_at: storedInstant,
  as_of: storedInstant,
  snapshots: z.array(storedSnapshotRef),
  counts: storedMergeCounts,
  report_id: z.string(),
  /** Absent in an item that is older than formats. */
  report_format: z.int().optional(),
});

/** Of reports that were written before there were formats. */
const FIRST_REPORT_FORMAT = 1;

const usageOnDayItem = z.object({
  ...itemBase,
  sk: z.iso.date(),
  as_of: storedInstant,
  merge_id: z.string(),
  usage: storedUsage,
});

export function usageItemOf(committed: CommittedUsage, fence: number): z.infer<typeof usageItem> {
  return {
    ...USAGE_KEY,
    schema_version: SCHEMA_VERSION,
    fence,
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

/** Throws UnreadableItemError. */
export function parseUsageItem(item: unknown): CommittedUsage {
  const stored = parseItem('usage', usageItem, item);
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

export function usageOnDayItemOf(point: UsageOnDay): z.infer<typeof usageOnDayItem> {
  return {
    pk: USAGE_HISTORY_PARTITION,
    sk: point.day,
    schema_version: SCHEMA_VERSION,
    as_of: point.asOf,
    merge_id: point.mergeId,
    usage: storeUsage(point.usage),
  };
}

/** Throws UnreadableItemError. */
export function parseUsageOnDayItem(item: unknown): UsageOnDay {
  const stored = parseItem('usage history', usageOnDayItem, item);
  return {
    day: stored.sk,
    asOf: stored.as_of,
    mergeId: stored.merge_id,
    usage: restoreUsage(stored.usage),
  };
}
