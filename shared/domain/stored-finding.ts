import { FINDING_KINDS, type Finding, findingKey } from './finding.ts';

/** Opaque: a hash of the finding's key, in hex. */
export type FindingId = string & { readonly __brand: 'FindingId' };

/** A finding of a merge, and since when it is one. */
export interface StoredFinding extends Finding {
  readonly id: FindingId;
  /** When the sources were observed (`asOf`) of which the first merge, and the last one, found it. */
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

/** An owner has seen the finding and lets it be. */
export interface Dismissal {
  readonly findingId: FindingId;
  readonly reason: string;
  /** Login of the owner. */
  readonly by: string;
  readonly at: string;
}

/** The same finding has the same id in every merge. */
export function findingIdOf(finding: Finding, digestOf: (text: string) => string): FindingId {
  return digestOf(findingKey(finding)) as FindingId;
}

type Ranked = Pick<Finding, 'kind' | 'seats'>;

/** Most seats first, then in the order of kinds. Among equals the order in which they are found is left as it is. */
export function compareFindings(a: Ranked, b: Ranked): number {
  if (a.seats !== b.seats) return b.seats - a.seats;
  return FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind);
}
