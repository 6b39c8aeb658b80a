import * as z from 'zod';
import type { Dismissal, FindingId } from '../../domain/stored-finding.ts';
import { storedInstant } from '../stored-values.ts';
import { type ItemKey, itemBase, parseItem, SCHEMA_VERSION } from './item.ts';

export const DISMISSAL_PARTITION = 'dismissal';

const dismissalItem = z.object({
  ...itemBase,
  reason: z.string(),
  dismissed_by: z.string(),
  dismissed_at: storedInstant,
});

export function dismissalKey(id: FindingId): ItemKey {
  return { pk: DISMISSAL_PARTITION, sk: id };
}

export function dismissalItemOf({ findingId, reason, by, at }: Dismissal): z.infer<typeof dismissalItem> {
  return {
    ...dismissalKey(findingId),
    schema_version: SCHEMA_VERSION,
    reason,
    dismissed_by: by,
    dismissed_at: at,
  };
}

/** Throws UnreadableItemError. */
export function parseDismissalItem(item: unknown): Dismissal {
  const stored = parseItem('dismissal', dismissalItem, item);
  return {
    findingId: stored.sk as FindingId,
    reason: stored.reason,
    by: stored.dismissed_by,
    at: stored.dismissed_at,
  };
}
