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
