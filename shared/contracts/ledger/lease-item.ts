import * as z from 'zod';
import type { HeldLease } from '../../ports.ts';
import { type ItemKey, itemBase, parseItem } from './item.ts';

export const MERGE_LEASE_KEY: ItemKey = { pk: 'lease', sk: 'merge' };
export const SYNC_LEASE_KEY: ItemKey = { pk: 'lease', sk: 'sync' };

/** A released lease has no owner and has expired; its item stays for its fence. */
const leaseItem = z.object({
  ...itemBase,
  owner: z.string().optional(),
  fence: z.int(),
  expires_at_ms: z.int(),
});

const heldLeaseItem = leaseItem.required({ owner: true });

/** Throws UnreadableItemError. */
export function parseHeldLeaseItem(item: unknown): HeldLease {
  const { owner, fence, expires_at_ms: expiresAtMs } = parseItem('lease', heldLeaseItem, item);
  return { owner, fence, expiresAtMs };
}

/** Null when nobody held the lease at that time. Throws UnreadableItemError. */
export function parseLeaseHolder(item: unknown, nowMs: number): string | null {
  const { owner, expires_at_ms: expiresAtMs } = parseItem('lease', leaseItem, item);
  return owner !== undefined && expiresAtMs > nowMs ? owner : null;
}
