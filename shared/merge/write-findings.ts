import { type FindingId, findingIdOf, type StoredFinding } from '../domain/stored-finding.ts';
import type { FindingReports } from '../findings-ports.ts';
import type { SortedFindings } from './sorted-findings.ts';

interface FindingsContext {
  readonly reportId: string;
  /** Null at the first merge. */
  readonly previousReportId: string | null;
  /** Of the merge. */
  readonly asOf: string;
  readonly digestOf: (content: string) => string;
}

/** Writes the findings of a merge; those that the report before has too were first seen when it says. */
export async function writeFindings(
  reports: FindingReports,
  findings: SortedFindings,
  { reportId, previousReportId, asOf, digestOf }: FindingsContext,
): Promise<void> {
  const before = previousReportId === null ? null : await reports.all(previousReportId);
  const firstSeen = await firstSeenOf(before ?? []);
  const dated = Iterator.from(findings).map((finding) => {
    const id = findingIdOf(finding, digestOf);
    return { ...finding, id, firstSeenAt: firstSeen.get(id) ?? asOf };
  });
  await reports.write(reportId, { seenAt: asOf, findings: dated });
}

async function firstSeenOf(
  findings: AsyncIterable<StoredFinding> | Iterable<StoredFinding>,
): Promise<ReadonlyMap<FindingId, string>> {
  const dates = new Map<FindingId, string>();
  // Each line was parsed into a text of its own, while few dates are different.
  const distinct = new Map<string, string>();
  for await (const { id, firstSeenAt } of findings) {
    const date = distinct.get(firstSeenAt) ?? firstSeenAt;
    distinct.set(date, date);
    dates.set(id, date);
  }
  return dates;
}
