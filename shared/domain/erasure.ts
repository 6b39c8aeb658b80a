import type { PersonId } from './ledger.ts';
import type { SourceId } from './usage-snapshot.ts';

export const ERASURE_STATES = ['requested', 'erased', 'refused'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

/** Why a person is not erased. */
export const REFUSAL_REASONS = [
  'in-newest-snapshot',
  'in-unsettled-snapshot',
  'account-still-there',
  'in-current-report',
  'in-ledger',
  'not-merged',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export interface Refusal {
  readonly reason: RefusalReason;
  /** Where a source is what has to change. */
  readonly source: SourceId | null;
}

export interface ErasureCounts {
  readonly snapshotsRewritten: number;
  readonly snapshotsRemoved: number;
  readonly reportsRemoved: number;
  readonly downloadsRemoved: number;
  readonly changesMasked: number;
  readonly dismissalsRemoved: number;
}

/** The erasing of what is stored about one address. The address itself is no part of it. */
export interface Erasure {
  /** ULID. */
  readonly id: string;
  /** The id of whoever is known by the address alone. */
  readonly subject: PersonId;
  readonly requestedAt: string;
  /** Login of the owner. */
  readonly requestedBy: string;
  readonly state: ErasureState;
  readonly endedAt: string | null;
  /** Empty unless it was refused. */
  readonly refusals: readonly Refusal[];
  /** Null unless it was done. */
  readonly counts: ErasureCounts | null;
}
