import type { FindingsQuery, ShownFinding } from '../../shared/contracts/http/findings.ts';
import type { Dismissal, FindingId, StoredFinding } from '../../shared/domain/stored-finding.ts';
import type { CommittedUsage } from '../../shared/domain/usage.ts';
import type {
  Dismissals,
  FindingFilter,
  FindingRange,
  FindingReports,
  FindingsSlice,
} from '../../shared/findings-ports.ts';
import type { Page, PeopleLedger, UsageLedger } from '../../shared/ports.ts';
import { readSourceFindings, type SourceFindingsPorts } from './read-source-findings.ts';

export interface ListFindingsPorts extends SourceFindingsPorts {
  readonly usage: UsageLedger;
  readonly findings: FindingReports;
  readonly dismissals: Dismissals;
  readonly people: PeopleLedger;
}

/** The findings of the sources as they are now come first, then those of the last merge. */
export async function listFindings(
  ports: ListFindingsPorts,
  { kind, source, person, dismissed, page }: FindingsQuery,
  now: Date,
): Promise<Page<ShownFinding>> {
  const [committed, dismissals, ofSources, known] = await Promise.all([
    ports.usage.read(),
    ports.dismissals.list(),
    readSourceFindings(ports, now),
    person && ports.people.get(person),
  ]);
  if (person !== null && known === null) return { items: [], total: 0 };
  const dismissalOf = new Map(dismissals.map((dismissal) => [dismissal.findingId, dismissal]));
  const filter = {
    kind,
    source,
    person: known?.person.key ?? null,
    accepts: acceptance(dismissed, dismissalOf),
  };
  const first = ofSources.filter((finding) => passes(finding, filter));
  const offset = (page.page - 1) * page.perPage;
  const shown = first.slice(offset, offset + page.perPage);
  const range = { offset: Math.max(0, offset - first.length), limit: page.perPage - shown.length };
  const merged = await readMergedFindings(ports.findings, committed, filter, range);
  return {
    items: [...shown, ...merged.items].map((finding) => ({
      finding,
      dismissal: dismissalOf.get(finding.id) ?? null,
    })),
    total: first.length + merged.total,
  };
}

function acceptance(
  dismissed: FindingsQuery['dismissed'],
  dismissalOf: ReadonlyMap<FindingId, Dismissal>,
): FindingFilter['accepts'] {
  if (dismissed === 'all') return () => true;
  return (id) => dismissalOf.has(id) === (dismissed === 'true');
}

function passes(finding: StoredFinding, { kind, source, person, accepts }: FindingFilter): boolean {
  return (
    (kind === null || finding.kind === kind) &&
    (source === null || finding.sources.includes(source)) &&
    (person === null || finding.people.includes(person)) &&
    accepts(finding.id)
  );
}

/** A merge that finds nothing new keeps the report of the one before, and has seen its findings all the same. */
async function readMergedFindings(
  findings: FindingReports,
  committed: CommittedUsage | null,
  filter: FindingFilter,
  range: FindingRange,
): Promise<FindingsSlice> {
  if (committed === null) return { items: [], total: 0 };
  const slice = await findings.slice(committed.reportId, filter, range);
  if (slice === null) return none(committed);
  return { ...slice, items: slice.items.map((finding) => ({ ...finding, lastSeenAt: committed.asOf })) };
}

/** The report of a merge that knew nothing of findings has none. */
function none({ usage, reportId }: CommittedUsage): FindingsSlice {
  if (Object.values(usage.findings).every(({ count }) => count === 0)) return { items: [], total: 0 };
  throw new Error(`the report ${reportId} has no findings: restore it, or let another merge write one`);
}
