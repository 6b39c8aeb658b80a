import type { CommittedUsage } from '../domain/usage.ts';
import type { MergePorts } from '../ports.ts';
import type { IdentifiedPeople } from './identified-people.ts';
import type { SortedFindings } from './sorted-findings.ts';
import { writeChanges } from './write-changes.ts';
import { writeFindings } from './write-findings.ts';
import { writeLicenses } from './write-licenses.ts';

interface ReportedMerge {
  /** What is to be committed when the reports are written. */
  readonly committed: CommittedUsage;
  readonly previous: CommittedUsage | null;
  readonly people: IdentifiedPeople;
  readonly findings: () => SortedFindings;
}

interface ReportContext {
  readonly digestOf: (content: string) => string;
}

/** Writes the immutable reports of a merge. None counts before the merge does. */
export async function writeReports(
  ports: MergePorts,
  { committed, previous, people, findings }: ReportedMerge,
  { digestOf }: ReportContext,
): Promise<void> {
  const { reportId, asOf, mergedAt } = committed;
  await ports.reports.write(reportId, people.summaries());
  await writeLicenses(ports, people, committed);
  const previousReportId = previous?.reportId ?? null;
  await writeChanges(ports.changes, people, { reportId, previousReportId, mergedAt });
  await writeFindings(ports.findings, findings(), { reportId, previousReportId, asOf, digestOf });
}
