import { type FindingCounts, FindingTally } from '../../shared/domain/count-findings.ts';
import { type Finding, type Found, findingsIn } from '../../shared/domain/finding.ts';
import { compareFindings } from '../../shared/domain/stored-finding.ts';

/** The first of findings by `compareFindings`, and how many there are: there may be one for every second person. */
export class TopFindings implements Iterable<Finding> {
  readonly #tally = new FindingTally();
  readonly #size: number;
  readonly #sorted: Found[] = [];

  /** Goes once through all that is found. */
  constructor(size: number, ...found: readonly Iterable<Found>[]) {
    this.#size = size;
    for (const some of found) for (const each of some) this.#note(each);
  }

  get counts(): FindingCounts {
    return this.#tally.counts;
  }

  [Symbol.iterator](): Iterator<Finding> {
    return findingsIn(this.#sorted);
  }

  #note(found: Found): void {
    this.#tally.add(found);
    const last = this.#sorted.at(-1);
    const isFull = this.#sorted.length === this.#size;
    if (isFull && last !== undefined && compareFindings(found, last) >= 0) return;
    const place = this.#sorted.findIndex((other) => compareFindings(found, other) < 0);
    this.#sorted.splice(place === -1 ? this.#sorted.length : place, 0, found);
    this.#sorted.splice(this.#size);
  }
}
