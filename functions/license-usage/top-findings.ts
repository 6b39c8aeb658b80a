import { type FindingCounts, FindingTally } from '../../shared/domain/count-findings.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { compareFindings } from '../../shared/domain/stored-finding.ts';

/** The first of findings by `compareFindings`, and how many there are: there may be one for every second person. */
export class TopFindings implements Iterable<Finding> {
  readonly #tally = new FindingTally();
  readonly #size: number;
  readonly #sorted: Finding[] = [];

  /** Takes each finding once. */
  constructor(size: number, findings: Iterable<Finding>) {
    this.#size = size;
    for (const finding of findings) this.#note(finding);
  }

  get counts(): FindingCounts {
    return this.#tally.counts;
  }

  [Symbol.iterator](): Iterator<Finding> {
    return this.#sorted.values();
  }

  #note(finding: Finding): void {
    this.#tally.add(finding);
    const last = this.#sorted.at(-1);
    const isFull = this.#sorted.length === this.#size;
    if (isFull && last !== undefined && compareFindings(finding, last) >= 0) return;
    const place = this.#sorted.findIndex((other) => compareFindings(finding, other) < 0);
    this.#sorted.splice(place === -1 ? this.#sorted.length : place, 0, finding);
    this.#sorted.splice(this.#size);
  }
}
