import { FINDING_KINDS, type Finding, type FindingKind } from './finding.ts';

export interface FindingCount {
  readonly count: number;
  /** User licenses that putting all of them right would free. */
  readonly seats: number;
}

/** Every kind is there, with zeros when there is none. */
export type FindingCounts = Readonly<Record<FindingKind, FindingCount>>;

type Counted = Pick<Finding, 'kind' | 'seats'>;

export function countFindings(findings: Iterable<Counted>): FindingCounts {
  const tally = new FindingTally();
  for (const finding of findings) tally.add(finding);
  return tally.counts;
}

/** Counts findings one by one. */
export class FindingTally {
  readonly #counts = eachKind(() => ({ count: 0, seats: 0 }));

  get counts(): FindingCounts {
    return this.#counts;
  }

  add({ kind, seats }: Counted): void {
    const counted = this.#counts[kind];
    counted.count++;
    counted.seats += seats;
  }
}

export function addCounts(a: FindingCounts, b: FindingCounts): FindingCounts {
  return eachKind((kind) => ({
    count: a[kind].count + b[kind].count,
    seats: a[kind].seats + b[kind].seats,
  }));
}

export function eachKind<Value>(value: (kind: FindingKind) => Value): Record<FindingKind, Value> {
  return Object.fromEntries(FINDING_KINDS.map((kind) => [kind, value(kind)])) as Record<FindingKind, Value>;
}
