import { countFindings, type FindingCounts } from '../domain/count-findings.ts';
import type { Finding } from '../domain/finding.ts';
import { compareFindings } from '../domain/stored-finding.ts';
import { PackedList } from './packed-list.ts';

/** Findings in the order of `compareFindings`, and among equals in that in which they were found. */
export class SortedFindings implements Iterable<Finding> {
  readonly counts: FindingCounts;
  /** By what the order knows of a finding: kind and seats. */
  readonly #groups = new Map<string, PackedList<Finding>>();

  /** Takes each finding once. */
  constructor(findings: Iterable<Finding>) {
    this.counts = countFindings(this.#adding(findings));
  }

  *[Symbol.iterator](): Generator<Finding> {
    const groups = [...this.#groups.values()].flatMap((group) => {
      const first = group.at(0);
      return first === undefined ? [] : { first, group };
    });
    for (const { group } of groups.sort((a, b) => compareFindings(a.first, b.first))) yield* group;
  }

  *#adding(findings: Iterable<Finding>): Generator<Finding> {
    for (const finding of findings) {
      const key = `${finding.kind} ${finding.seats}`;
      const group = this.#groups.get(key) ?? new PackedList<Finding>();
      this.#groups.set(key, group);
      group.push(finding);
      yield finding;
    }
  }
}
