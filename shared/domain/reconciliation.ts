import { consumesAtGithub, GithubRows } from './findings/github-rows.ts';
import { KnownAccounts } from './findings/known-accounts.ts';
import { newestCloud, observedSeats } from './observe.ts';
import type { Person } from './person.ts';
import type { UsageFacts } from './usage-snapshot.ts';

/**
 * Why GitHub's total is not ours. The first four are findings of that kind. `suspended`, `system-user`: GitHub lists
 * accounts that consume nothing by our sources. `unidentified-row`: a row that names nobody. `github-total`: GitHub's
 * total is not the number of its own rows.
 */
export const DIFFERENCE_REASONS = [
  'counted-twice',
  'gone-from-instance',
  'missing-from-github',
  'unknown-state',
  'suspended',
  'system-user',
  'unidentified-row',
  'github-total',
] as const;
export type DifferenceReason = (typeof DIFFERENCE_REASONS)[number];

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
 * what a person and their rows differ by adds up to the whole difference. Null when there are no rows to compare.
 */
export function reconcile(people: Iterable<Person>, snapshots: readonly UsageFacts[]): Reconciliation | null {
  const cloud = newestCloud(snapshots);
  if (cloud === null) return null;
  const rows = cloud.rows.filter(consumesAtGithub);
  const github = new GithubRows(rows);
  const known = new KnownAccounts(snapshots);
  const comparison = new Comparison();
  for (const person of people) comparison.addPerson(person, github.rowsOf(person).length);
  for (const row of rows) {
    if (!known.isNobodys(row)) continue;
    const isGone = row.serverAccounts.every((ref) => known.isGone(ref));
    comparison.addNobodys(isGone ? 'gone-from-instance' : 'unidentified-row');
  }
  for (let row = 0; row < cloud.unidentifiedRows; row++) comparison.addNobodys('unidentified-row');
  return comparison.result(rows.length + cloud.unidentifiedRows, observedSeats(snapshots).seatsConsumed);
}

class Comparison {
  readonly #seats = new Map<DifferenceReason, number>();
  readonly #groups = { equal: 0, githubMore: 0, githubFewer: 0 };
  #ours = 0;

  addPerson(person: Person, rows: number): void {
    const { consumes } = person.consumption;
    const ours = consumes ? 1 : 0;
    this.#ours += ours;
    this.#countGroup(rows - ours);
    if (rows > 1) this.#explain('counted-twice', rows - 1);
    if (consumes && rows === 0) this.#explain(reasonToMiss(person), -1);
    if (!consumes && rows > 0) this.#explain(reasonToConsumeNothing(person), 1);
  }

  addNobodys(reason: DifferenceReason): void {
    this.#countGroup(1);
    this.#explain(reason, 1);
  }

  result(githubsRows: number, githubsTotal: number | null): Reconciliation {
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
function reasonToMiss({ consumption }: Person): DifferenceReason {
  return consumption.reason === 'server-account-of-unknown-state' ? 'unknown-state' : 'missing-from-github';
}

/** Whoever has a row has an account; whose accounts consume nothing are suspended or system users, all of them. */
function reasonToConsumeNothing({ consumption }: Person): DifferenceReason {
  return consumption.reason === 'system-user' ? 'system-user' : 'suspended';
}
