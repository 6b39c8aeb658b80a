import type { AccountKey } from './account.ts';
import type { Email } from './email.ts';
import type { CanonicalKey } from './person.ts';
import type { SourceId } from './usage-snapshot.ts';

/** What an owner should look at or can save on. */
export const FINDING_KINDS = [
  'counted-twice',
  'likely-same-person',
  'ambiguous',
  'missing-from-github',
  'gone-from-instance',
  'counted-without-consuming',
  'dormant-and-consuming',
  'no-verified-domain-email',
  'unknown-state',
  'subscription-not-linked',
  'usage-encrypted',
  'usage-stale',
  'usage-held',
  'unidentified-rows',
  'totals-disagree',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

export interface Finding {
  readonly kind: FindingKind;
  /** The accounts it is about, sorted. Empty when it is about a source as a whole. */
  readonly accounts: readonly AccountKey[];
  /** Of those accounts, sorted; at least one. */
  readonly sources: readonly SourceId[];
  /** Whose the accounts are, as far as they are anybody's. Sorted. */
  readonly people: readonly CanonicalKey[];
  /** The addresses that show it: those that are shared, or the one to be mended. Sorted. */
  readonly emails: readonly Email[];
  /** Two numbers that should be one. Null where it is not about numbers. */
  readonly numbers: { readonly told: number; readonly counted: number } | null;
  /** User licenses that GitHub would count less once it is put right. */
  readonly seats: number;
}

/**
 * That something was found: what it is counted and ranked by. Of most findings nobody asks for more, so the finding is
 * made when it is asked for.
 */
export interface Found extends Pick<Finding, 'kind' | 'seats'> {
  finding(): Finding;
}

/** Makes each finding when its turn comes. */
export function* findingsIn(...found: readonly Iterable<Found>[]): Generator<Finding> {
  for (const some of found) for (const each of some) yield each.finding();
}

/** What makes a finding the same one over merges: its kind and what it is about, not how it is shown. */
export function findingKey({ kind, accounts, sources }: Finding): string {
  return [kind, ...(accounts.length > 0 ? accounts : sources)].join(' ');
}
