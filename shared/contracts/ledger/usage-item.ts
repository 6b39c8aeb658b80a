import * as z from 'zod';
import type { CommittedUsage, UsageOnDay } from '../../domain/usage.ts';
import { storedInstant } from '../stored-values.ts';
import { type ItemKey, itemBase, parseItem, SCHEMA_VERSION } from './item.ts';
import { restoreCommit, storeCommit, storedCommit } from './stored-commit.ts';
import { restoreUsage, storedUsage, storeUsage } from './stored-usage.ts';

export const USAGE_KEY: ItemKey = { pk: 'usage', sk: 'now' };
export const USAGE_HISTORY_PARTITION = 'usage-history';

const usageItem = storedCommit.extend({
  ...itemBase,
  /** The fencing number under which it was committed. */
  fence: z.int(),
});

const usageOnDayItem = z.object({
  ...itemBase,
  sk: z.iso.date(),
  as_of: storedInstant,
  merge_id: z.string(),
  usage: storedUsage,
});

export function usageItemOf(committed: CommittedUsage, fence: number): z.infer<typeof usageItem> {
  return { ...USAGE_KEY, schema_version: SCHEMA_VERSION, fence, ...storeCommit(committed) };
}

/** Throws UnreadableItemError. */
export function parseUsageItem(item: unknown): CommittedUsage {
  return restoreCommit(parseItem('usage', usageItem, item));
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
