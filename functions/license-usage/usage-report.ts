import type { FindingCounts } from '../../shared/domain/count-findings.ts';
import type { Finding, Found } from '../../shared/domain/finding.ts';
import { foundAs } from '../../shared/domain/findings/finding-about.ts';
import { sourceFindings } from '../../shared/domain/findings/source-findings.ts';
import type { Person } from '../../shared/domain/person.ts';
import { resolve } from '../../shared/domain/resolve.ts';
import type { Usage } from '../../shared/domain/usage.ts';
import { usageOf } from '../../shared/domain/usage-of.ts';
import { IdentifiedPeople } from '../../shared/merge/identified-people.ts';
import type { AcceptedFile } from './read-files.ts';
import { sourcesOf } from './sources.ts';

/** What files tell together. */
export interface UsageReport {
  readonly usage: Usage;
  /** The newest observation; null without any. */
  readonly asOf: string | null;
  /** As many as were kept, sorted by `compareFindings`. */
  readonly findings: Iterable<Finding>;
  /** In the order of listings; made anew each time. */
  readonly people: () => Iterable<Person>;
}

/** Findings, all of them counted. */
interface KeptFindings extends Iterable<Finding> {
  readonly counts: FindingCounts;
}

/**
 * @param nowMs milliseconds since the epoch: usage that is old by now is a finding.
 * @param keep goes once through all that is found, and keeps the findings that are to be shown.
 */
export function usageReport(
  outcomes: readonly AcceptedFile[],
  nowMs: number,
  keep: (...found: readonly Iterable<Found>[]) => KeptFindings,
): UsageReport {
  const facts = outcomes.flatMap((outcome) => (outcome.kind === 'counted' ? [outcome.facts] : []));
  const people = resolve(facts);
  const ofSources = Array.from(sourceFindings(sourcesOf(outcomes), nowMs), foundAs);
  const { usage, findings } = usageOf(people, facts, (ofPeople) => keep(ofPeople, ofSources));
  return {
    usage,
    asOf: newestOf(facts.map(({ observedAt }) => observedAt)),
    findings,
    people: () => new IdentifiedPeople(people).inListingOrder(),
  };
}

function newestOf(instants: readonly string[]): string | null {
  return instants.toSorted().at(-1) ?? null;
}
