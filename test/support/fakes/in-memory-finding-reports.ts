import type { FindingId, StoredFinding } from '../../../shared/domain/stored-finding.ts';
import type {
  FindingFilter,
  FindingRange,
  FindingReports,
  FindingsReport,
  FindingsSlice,
} from '../../../shared/findings-ports.ts';

/** Findings by report. */
export class InMemoryFindingReports implements FindingReports {
  readonly reports = new Map<string, readonly StoredFinding[]>();

  async write(reportId: string, { seenAt, findings }: FindingsReport): Promise<void> {
    const written = Array.from(findings, (finding) => ({ ...finding, lastSeenAt: seenAt }));
    this.reports.set(reportId, written);
  }

  async slice(
    reportId: string,
    { kind, source, person, accepts }: FindingFilter,
    { offset, limit }: FindingRange,
  ): Promise<FindingsSlice | null> {
    const wanted = this.reports
      .get(reportId)
      ?.filter((finding) => kind === null || finding.kind === kind)
      .filter((finding) => source === null || finding.sources.includes(source))
      .filter((finding) => person === null || finding.people.includes(person))
      .filter((finding) => accepts(finding.id));
    if (wanted === undefined) return null;
    return { items: wanted.slice(offset, offset + limit), total: wanted.length };
  }

  async all(reportId: string): Promise<AsyncIterable<StoredFinding> | null> {
    const findings = this.reports.get(reportId);
    return findings === undefined ? null : oneByOne(findings);
  }

  async has(reportId: string, id: FindingId): Promise<boolean> {
    return this.reports.get(reportId)?.some((finding) => finding.id === id) ?? false;
  }
}

async function* oneByOne<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}
