import * as z from 'zod';
import type { ToldUsage } from '../../domain/told-usage.ts';
import { type ItemKey, itemBase, parseItem, SCHEMA_VERSION } from './item.ts';

export const TOLD_USAGE_KEY: ItemKey = { pk: 'told', sk: 'usage' };

const toldUsageItem = z.object({
  ...itemBase,
  merge_id: z.string(),
  generation: z.int(),
  people: z.int(),
  consumed: z.int(),
  purchased: z.int().nullable(),
  share: z.number(),
});

export function toldUsageItemOf(told: ToldUsage): z.infer<typeof toldUsageItem> {
  return {
    ...TOLD_USAGE_KEY,
    schema_version: SCHEMA_VERSION,
    merge_id: told.mergeId,
    generation: told.generation,
    people: told.people,
    consumed: told.consumed,
    purchased: told.purchased,
    share: told.share,
  };
}

/** Throws UnreadableItemError. */
export function parseToldUsageItem(item: unknown): ToldUsage {
  const {
    merge_id: mergeId,
    generation,
    people,
    consumed,
    purchased,
    share,
  } = parseItem('told usage', toldUsageItem, item);
  return { mergeId, generation, people, consumed, purchased, share };
}
