import type { Finding } from '../../domain/finding.ts';
import { type SourceFacts, sourceFindings } from '../../domain/findings/source-findings.ts';
import { compareFindings, findingIdOf, type StoredFinding } from '../../domain/stored-finding.ts';
import { MAX_SYNC_AGE_DAYS } from '../../domain/sync-run.ts';
import { decidesAccounts } from '../../domain/usage-snapshot.ts';
import type { SourceRecord } from '../../ports.ts';
import { DAY_MS } from './day.ts';

interface SourcesNow {
  readonly records: readonly SourceRecord[];
  readonly now: Date;
  readonly digestOf: (text: string) => string;
}

/** What is to be said of the sources as they are now: it changes without a merge, so no report has it. Sorted. */
export function findingsOfSources({ records, now, digestOf }: SourcesNow): StoredFinding[] {
  const sources = records.map(sourceFactsOf);
  const factsOf = new Map(sources.map((facts) => [facts.source, facts]));
  const lastSeenAt = now.toISOString();
  return [...sourceFindings(sources, now.getTime())].sort(compareFindings).map((finding) => ({
    ...finding,
    id: findingIdOf(finding, digestOf),
    firstSeenAt: finding.sources.map((source) => sinceWhen(finding, factsOf.get(source)))[0] ?? lastSeenAt,
    lastSeenAt,
  }));
}

function sourceFactsOf(record: SourceRecord): SourceFacts {
  const observed = record.snapshots.filter(decidesAccounts).map(({ observedAt }) => observedAt);
  return {
    source: record.source,
    observedAt: observed.sort().at(-1) ?? null,
    encryptedAt: record.encrypted?.observedAt ?? null,
    held: newestHeld(record),
  };
}

/** A file that waits for an owner, or what the last sync would have brought. */
function newestHeld({ held: dropped, sync }: SourceRecord): SourceFacts['held'] {
  const pulled = sync?.failure === 'held' ? { observedAt: sync.attemptedAt, hold: null } : null;
  if (dropped === null || pulled === null) return dropped ?? pulled;
  return dropped.observedAt > pulled.observedAt ? dropped : pulled;
}

function sinceWhen({ kind }: Finding, facts: SourceFacts | undefined): string | null {
  if (kind === 'usage-encrypted') return facts?.encryptedAt ?? null;
  if (kind === 'usage-held') return facts?.held?.observedAt ?? null;
  if (facts?.observedAt === undefined || facts.observedAt === null) return null;
  return new Date(Date.parse(facts.observedAt) + MAX_SYNC_AGE_DAYS * DAY_MS).toISOString();
}
