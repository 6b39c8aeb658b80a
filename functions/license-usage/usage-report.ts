import { countFindings } from '../../shared/domain/count-findings.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import { findingsOf } from '../../shared/domain/findings/findings-of.ts';
import { githubLicensesOf } from '../../shared/domain/findings/github-licenses.ts';
import { sourceFindings } from '../../shared/domain/findings/source-findings.ts';
import type { Person } from '../../shared/domain/person.ts';
import { reconcile } from '../../shared/domain/reconciliation.ts';
import { resolve } from '../../shared/domain/resolve.ts';
import { summarizeUsage } from '../../shared/domain/summarize-usage.ts';
import type { Usage } from '../../shared/domain/usage.ts';
import { IdentifiedPeople } from '../../shared/merge/identified-people.ts';
import { personIdOf } from '../../shared/runtime/fingerprint.ts';
import type { AcceptedFile } from './read-files.ts';
import { sourcesOf } from './sources.ts';
import { TopFindings } from './top-findings.ts';

/** What files tell together. */
export interface UsageReport {
  readonly usage: Usage;
  /** The newest observation; null without any. */
  readonly asOf: string | null;
  /** The first by `compareFindings`. */
  readonly topFindings: readonly Finding[];
  /** In no particular order; made anew each time. */
  readonly findings: () => Iterable<Finding>;
  /** In the order of listings; made anew each time. */
  readonly people: () => Iterable<Person>;
}

const TOP_FINDINGS = 10;

/** @param nowMs milliseconds since the epoch: usage that is old by now is a finding. */
export function usageReport(outcomes: readonly AcceptedFile[], nowMs: number): UsageReport {
  const facts = outcomes.flatMap((outcome) => (outcome.kind === 'counted' ? [outcome.facts] : []));
  const people = resolve(facts);
  const github = githubLicensesOf(facts);
  const findings = function* (): Generator<Finding> {
    yield* findingsOf(people, facts, github);
    yield* sourceFindings(sourcesOf(outcomes), nowMs);
  };
  const top = new TopFindings(TOP_FINDINGS);
  return {
    usage: {
      ...summarizeUsage(people, facts),
      findings: countFindings(top.noting(findings())),
      reconciliation: github && reconcile(people, github),
    },
    asOf: newestOf(facts.map(({ observedAt }) => observedAt)),
    topFindings: top.list,
    findings,
    people: () => new IdentifiedPeople(people, personIdOf).inListingOrder(),
  };
}

function newestOf(instants: readonly string[]): string | null {
  return instants.toSorted().at(-1) ?? null;
}
