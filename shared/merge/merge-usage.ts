import { countFindings } from '../domain/count-findings.ts';
import { EmailNumbers } from '../domain/email-numbers.ts';
import { findingsIn } from '../domain/finding.ts';
import { findingsOf } from '../domain/findings/findings-of.ts';
import { githubLicensesOf } from '../domain/findings/github-licenses.ts';
import { newestCloudSnapshot } from '../domain/observe.ts';
import type { DigestOf } from '../domain/plan.ts';
import { resolve } from '../domain/resolve.ts';
import type { SnapshotRef } from '../domain/upload.ts';
import type { CommittedUsage, Usage } from '../domain/usage.ts';
import { usageOf } from '../domain/usage-of.ts';
import { decidesAccounts, type UsageFacts } from '../domain/usage-snapshot.ts';
import type { MergePorts, SnapshotStore } from '../ports.ts';
import { IdentifiedPeople } from './identified-people.ts';
import type { LeaseKeeper } from './lease-keeper.ts';
import { type ReconciledLedger, reconcilePeople } from './reconcile-people.ts';
import { SortedFindings } from './sorted-findings.ts';
import { writeReports } from './write-reports.ts';

export interface MergeContext {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly pause: (ms: number) => Promise<unknown>;
  /** When the invocation ends, in milliseconds since the epoch. */
  readonly deadlineMs: number;
  /** A new ULID. */
  readonly newId: () => string;
  readonly digestOf: DigestOf;
}

/**
 * What the reports of a merge hold and how. It rises when readers need of a report what older ones do not have: the
 * next merge then writes the report anew, although nothing else has changed.
 */
export const REPORT_FORMAT = 2;

export type MergeStep =
  | { readonly kind: 'merged'; readonly committed: CommittedUsage }
  /** What was written stays; the next merge goes on from there. */
  | { readonly kind: 'out-of-time' | 'lease-lost' };

/** Time kept back to give up the lease and to report before the invocation is ended. */
const CLOSING_MS = 10_000;

/**
 * One merge, under the lease: the newest snapshot of every source becomes people, and the ledger is made to show
 * them. The usage item is written last, checked against the generation before and the fencing number: it alone makes
 * the merge count.
 */
export async function mergeUnderLease(
  ports: MergePorts,
  keeper: LeaseKeeper,
  context: MergeContext,
): Promise<MergeStep> {
  const previous = await ports.usage.read();
  const sources = await ports.sources.list();
  const refs = sources.flatMap((record) => record.snapshots).sort(bySourceAndChannel);
  const { people, findings, usage } = await resolvePeople(refs, ports.snapshots);
  const generation = (previous?.generation ?? 0) + 1;
  const asOf = newestObservation(refs);
  let outOfTime = false;
  const ledger = await reconcilePeople(
    people,
    ports.people,
    { generation, asOf, digestOf: context.digestOf },
    async () => {
      outOfTime ||= context.now() > context.deadlineMs - CLOSING_MS;
      return !outOfTime && (await keeper.ensureHeld());
    },
  );
  if (!ledger.complete) return { kind: outOfTime ? 'out-of-time' : 'lease-lost' };
  const draft = draftCommit(previous, { refs, usage, generation, asOf, ledger }, context);
  if (draft !== previous) {
    if (draft.reportId === draft.mergeId) {
      await writeReports(ports, { committed: draft, previous, people, findings }, context);
    }
    if (!(await ports.usage.commit(draft, keeper.fence))) return { kind: 'lease-lost' };
  }
  const point = { day: asOf.slice(0, 10), asOf, mergeId: draft.mergeId, usage: draft.usage };
  await ports.usage.recordDay(point, draft.generation);
  // After the commit, since it must count; what a crash leaves out, the next attempt at this merge makes up for.
  await ports.mergeRecords.write({ committed: draft, sources });
  return { kind: 'merged', committed: draft };
}

interface ResolvedUsage {
  readonly people: IdentifiedPeople;
  /** Finds them again: they are counted at every merge, and written at few. */
  readonly findings: () => SortedFindings;
  readonly usage: Usage;
}

async function resolvePeople(refs: readonly SnapshotRef[], store: SnapshotStore): Promise<ResolvedUsage> {
  const snapshots: UsageFacts[] = [];
  const emails = new EmailNumbers();
  for (const ref of refs) snapshots.push(await store.load(ref, emails));
  const people = resolve(snapshots);
  const { usage } = usageOf(people, snapshots, (found) => ({ counts: countFindings(found) }));
  const findings = () =>
    new SortedFindings(findingsIn(findingsOf(people, githubLicensesOf(people, snapshots))));
  return { people: new IdentifiedPeople(people), findings, usage };
}

interface MergeResult {
  readonly refs: readonly SnapshotRef[];
  readonly usage: Usage;
  readonly generation: number;
  readonly asOf: string;
  readonly ledger: ReconciledLedger;
}

/** What to commit; the previous commit itself when this merge found nothing new. */
function draftCommit(
  previous: CommittedUsage | null,
  { refs, usage, generation, asOf, ledger }: MergeResult,
  { now, newId }: MergeContext,
): CommittedUsage {
  const { added, changed, writes } = ledger;
  // Counted by what remains, since people whom a crashed merge removed have left no trace.
  const removed = (previous?.usage.people ?? 0) + added - usage.people;
  const isSameUsage = added + changed + removed + writes === 0 && same(previous?.usage, usage);
  const isReportGood = isSameUsage && previous?.reportFormat === REPORT_FORMAT;
  if (previous !== null && isReportGood && same(previous.snapshots, refs)) return previous;
  const mergeId = newId();
  return {
    usage,
    generation,
    mergeId,
    mergedAt: new Date(now()).toISOString(),
    asOf,
    snapshots: refs,
    counts: {
      peopleAdded: added,
      peopleChanged: changed,
      peopleRemoved: removed,
      licensesBefore: previous?.usage.consumed ?? 0,
      licensesAfter: usage.consumed,
    },
    reportId:
      previous !== null && isReportGood && hasSameCloud(previous.snapshots, refs)
        ? previous.reportId
        : mergeId,
    reportFormat: REPORT_FORMAT,
  };
}

/**
 * Besides people and totals, reports show the details of the cloud's rows, and findings that depend on its linked
 * identities; nothing of when they were observed.
 */
function hasSameCloud(before: readonly SnapshotRef[], now: readonly SnapshotRef[]): boolean {
  return cloudDigests(before) === cloudDigests(now);
}

function cloudDigests(refs: readonly SnapshotRef[]): string {
  const identities = refs.find((ref) => !decidesAccounts(ref));
  return `${newestCloudSnapshot(refs)?.digest} ${identities?.digest}`;
}

/** Compares two values of which one was read back from the store, fields in any order. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, sortedKeys) === JSON.stringify(b, sortedKeys);
}

function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function bySourceAndChannel(a: SnapshotRef, b: SnapshotRef): number {
  const [slotA, slotB] = [`${a.source} ${a.channel}`, `${b.source} ${b.channel}`];
  return slotA < slotB ? -1 : 1;
}

/** @throws Error when there is no snapshot at all: a merge follows the registration of one. */
function newestObservation(refs: readonly SnapshotRef[]): string {
  const newest = refs
    .map((ref) => ref.observedAt)
    .sort()
    .at(-1);
  if (newest === undefined) throw new Error('there is no usage snapshot to merge');
  return newest;
}
