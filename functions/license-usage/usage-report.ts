import type { Finding } from '../../shared/domain/finding.ts';
import { findingsOf } from '../../shared/domain/findings/findings-of.ts';
import { githubLicensesOf } from '../../shared/domain/findings/github-licenses.ts';
import { sourceFindings } from '../../shared/domain/findings/source-findings.ts';
import type { Person } from '../../shared/domain/person.ts';
import { resolve } from '../../shared/domain/resolve.ts';
import type { Usage } from '../../shared/domain/usage.ts';
import { usageOf } from '../../shared/domain/usage-of.ts';
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
  const withSources = function* (findings: Iterable<Finding>): Generator<Finding> {
    yield* findings;
    yield* sourceFindings(sourcesOf(outcomes), nowMs);
  };
  const { usage, findings } = usageOf(
    people,
    facts,
    (found) => new TopFindings(TOP_FINDINGS, withSources(found)),
  );
  return {
    usage,
    asOf: newestOf(facts.map(({ observedAt }) => observedAt)),
    topFindings: findings.list,
    findings: () => withSources(findingsOf(people, facts, githubLicensesOf(facts))),
    people: () => new IdentifiedPeople(people, personIdOf).inListingOrder(),
  };
}

function newestOf(instants: readonly string[]): string | null {
  return instants.toSorted().at(-1) ?? null;
}
