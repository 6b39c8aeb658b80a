/** What makes one observation of a source through a channel newer than another. */
export interface ObservationIdentity {
  /** ISO 8601 in UTC with milliseconds. */
  readonly observedAt: string;
  /** Of the snapshot's content. */
  readonly digest: string;
}

/**
 * Newest is by observation time, not arrival. Two observations of one instant are ordered by their digest, so
 * that the outcome does not depend on which of them arrived first.
 */
export function isNewer(candidate: ObservationIdentity, current: ObservationIdentity): boolean {
  if (candidate.observedAt !== current.observedAt) return candidate.observedAt > current.observedAt;
  return candidate.digest > current.digest;
}
