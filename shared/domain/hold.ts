import type { ServerAccounts } from './server-accounts.ts';
import type { UsageFacts } from './usage-snapshot.ts';

/** When a snapshot that removes accounts is held until an owner accepts it. */
export interface HoldPolicy {
  /** 0 to 1. Held when more than this share of the source's accounts would be gone... */
  readonly maxRemovedShare: number;
  /** ...and more than this many of them. Small instances change by large shares. */
  readonly maxRemovedAccounts: number;
}

export const DEFAULT_HOLD_POLICY: HoldPolicy = { maxRemovedShare: 0.3, maxRemovedAccounts: 20 };

/** A wrong file cannot wipe people: one that would remove too many of them waits for an owner. */
export function mustHold(accountsBefore: number, accountsRemoved: number, policy: HoldPolicy): boolean {
  return (
    accountsRemoved > policy.maxRemovedAccounts && accountsRemoved > accountsBefore * policy.maxRemovedShare
  );
}

/** Whether usage of the same source that was observed later, or then as well, has taken the place of what was held. */
export function isSettled(heldObservedAt: string, newestObservedAt: string | null): boolean {
  return newestObservedAt !== null && newestObservedAt >= heldObservedAt;
}

/** How many of a source's accounts would be gone. Both snapshots are of the same source. */
export function removedAccounts(before: UsageFacts, after: UsageFacts): number {
  const remaining = new Set(accountKeysOf(after));
  let removed = 0;
  for (const key of accountKeysOf(before)) if (!remaining.has(key)) removed++;
  return removed;
}

/** How many accounts a snapshot holds: of the cloud enterprise its own, not those of instances in its rows. */
export function countAccounts(snapshot: UsageFacts): number {
  return accountKeysOf(snapshot).length;
}

function userIdsOf(accounts: ServerAccounts): number[] {
  return Array.from(accounts, ({ userId }) => userId);
}

function accountKeysOf(snapshot: UsageFacts): readonly (string | number)[] {
  if (snapshot.kind === 'server') return userIdsOf(snapshot.accounts);
  if (snapshot.kind === 'identities') return snapshot.identities.map(({ login }) => login.toLowerCase());
  return Array.from(snapshot.rows, ({ login }) => login)
    .filter((login) => login !== null)
    .map((login) => login.toLowerCase());
}
