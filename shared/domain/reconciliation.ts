import type { FindingKind } from './finding.ts';
import { countRows, type GithubLicenses, rowsWithoutLogin } from './findings/github-licenses.ts';
import { isUnidentified } from './findings/unidentified-rows.ts';
import type { People } from './people.ts';
import type { Consumption } from './person.ts';

/** Why GitHub's total is not ours. */
export const DIFFERENCE_REASONS = [
  'counted-twice',
  'gone-from-instance',
  'missing-from-github',
  'unknown-state',
  'suspended',
  'system-user',
  'unidentified-rows',
  'github-total',
] as const;
export type DifferenceReason = (typeof DIFFERENCE_REASONS)[number];

/** The kind of the findings that tell who is behind a reason: there is at least one for each that has seats. */
export const FINDING_KIND_OF: Readonly<Record<DifferenceReason, FindingKind>> = {
  'counted-twice': 'counted-twice',
  'gone-from-instance': 'gone-from-instance',
  'missing-from-github': 'missing-from-github',
  'unknown-state': 'unknown-state',
  suspended: 'counted-without-consuming',
  'system-user': 'counted-without-consuming',
  'unidentified-rows': 'unidentified-rows',
  'github-total': 'totals-disagree',
};

export interface Explanation {
  readonly reason: DifferenceReason;
  /** Licenses that GitHub counts more for this reason; below zero when it counts fewer. Never zero. */
  readonly seats: number;
}

/** Our count of consumed licenses against GitHub's. */
export interface Reconciliation {
  readonly totals: {
    readonly ours: number;
    /** GitHub's own total; where it is not told, the number of its rows. */
    readonly githubs: number;
    readonly githubsRows: number;
    readonly githubsTotal: number | null;
    /** How many more GitHub counts than we do; below zero when it counts fewer. */
    readonly difference: number;
  };
  /** People, each with the rows that name their accounts, and rows that are nobody's. */
  readonly groups: { readonly equal: number; readonly githubMore: number; readonly githubFewer: number };
  /** They add up to the difference. In the order of reasons. */
  readonly explanations: readonly Explanation[];
}

/**
 * People and GitHub's rows are joined by login and by (host name, user id). A row is one person's or nobody's, so
 * what a person and their rows differ by adds up to the whole difference.
 */
export function reconcile(people: People, github: GithubLicenses): Reconciliation {
  const comparison = new GithubComparison(github);
  for (let position = 0; position < people.size; position++) {
    comparison.add(people.usageAt(position).consumption, people.rowNumbersAt(position).length);
  }
  return comparison.result();
}

/** The same with people added one by one. */
export class GithubComparison {
  readonly #github: GithubLicenses;
  readonly #seats = new Map<DifferenceReason, number>();
  readonly #groups = { equal: 0, githubMore: 0, githubFewer: 0 };
  #ours = 0;

  constructor(github: GithubLicenses) {
    this.#github = github;
  }

  /** @param rows how many of GitHub's rows name an account of the person. */
  add(consumption: Consumption, rows: number): void {
    const { consumes } = consumption;
    const ours = consumes ? 1 : 0;
    this.#ours += ours;
    this.#countGroup(rows - ours);
    if (rows > 1) this.#explain('counted-twice', rows - 1);
    if (consumes && rows === 0) this.#explain(reasonToMiss(consumption), -1);
    if (!consumes && rows > 0) this.#explain(reasonToConsumeNothing(consumption), 1);
  }

  /** Of everybody who was added. */
  result(): Reconciliation {
    this.#addRowsOfNobody();
    const githubsRows = countRows(this.#github);
    const githubsTotal = this.#github.total;
    const githubs = githubsTotal ?? githubsRows;
    this.#explain('github-total', githubs - githubsRows);
    return {
      totals: { ours: this.#ours, githubs, githubsRows, githubsTotal, difference: githubs - this.#ours },
      groups: this.#groups,
      explanations: DIFFERENCE_REASONS.flatMap((reason) => {
        const seats = this.#seats.get(reason) ?? 0;
        return seats === 0 ? [] : { reason, seats };
      }),
    };
  }

  #addRowsOfNobody(): void {
    for (const row of rowsWithoutLogin(this.#github)) {
      if (this.#github.known.listsOnlyGone(row)) this.#addNobodys('gone-from-instance');
      if (isUnidentified(row, this.#github)) this.#addNobodys('unidentified-rows');
    }
    for (let row = 0; row < this.#github.namelessRows; row++) this.#addNobodys('unidentified-rows');
  }

  #addNobodys(reason: DifferenceReason): void {
    this.#countGroup(1);
    this.#explain(reason, 1);
  }

  #countGroup(more: number): void {
    if (more === 0) this.#groups.equal++;
    else if (more > 0) this.#groups.githubMore++;
    else this.#groups.githubFewer++;
  }

  #explain(reason: DifferenceReason, seats: number): void {
    this.#seats.set(reason, (this.#seats.get(reason) ?? 0) + seats);
  }
}

/** The same line as that between the findings of these two kinds. */
function reasonToMiss({ reason }: Consumption): DifferenceReason {
  return reason === 'server-account-of-unknown-state' ? 'unknown-state' : 'missing-from-github';
}

/** Whoever has a row has an account; whose accounts consume nothing are suspended or system users, all of them. */
function reasonToConsumeNothing({ reason }: Consumption): DifferenceReason {
  return reason === 'system-user' ? 'system-user' : 'suspended';
}
