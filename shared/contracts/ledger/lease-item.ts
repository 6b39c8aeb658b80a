import * as z from 'zod';
import type { HeldLease } from '../../ports.ts';
import { type ItemKey, itemBase, parseItem } from './item.ts';

export const LEASE_KEY: ItemKey = { pk: 'lease', sk: 'merge' };

/** The item of a lease that is held. A released one has no owner and has expired; it stays for its fence. */
const heldLeaseItem = z.object({
  ...itemBase,
  owner: z.string(),
  fence: z.int(),
  expires_at_ms: z.int(),
});

/** Throws UnreadableItemError. */
export function parseHeldLeaseItem(item: unknown): HeldLease {
  const { owner, fence, expires_at_ms: expiresAtMs } = parseItem('lease', heldLeaseItem, item);
  return { owner, fence, expiresAtMs };
}
