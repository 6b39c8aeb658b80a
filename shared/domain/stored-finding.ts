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

/** Most seats first, then in the order of kinds, then by what they are about. Only the same finding is 0. */
export function compareFindings(a: Finding, b: Finding): number {
  if (a.seats !== b.seats) return b.seats - a.seats;
  if (a.kind !== b.kind) return FINDING_KINDS.indexOf(a.kind) - FINDING_KINDS.indexOf(b.kind);
  return compareTexts(a.accounts, b.accounts) || compareTexts(a.sources, b.sources);
}

/** One by one, each by UTF-16 code units, whatever the machine's language. */
function compareTexts(a: readonly string[], b: readonly string[]): number {
  for (const [position, textA] of a.entries()) {
    const textB = b[position];
    if (textB === undefined) return 1;
    if (textA !== textB) return textA < textB ? -1 : 1;
  }
  return a.length - b.length;
}
