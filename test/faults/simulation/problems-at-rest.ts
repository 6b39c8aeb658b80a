import { isDeepStrictEqual } from 'node:util';
import { findingsIn } from '../../../shared/domain/finding.ts';
import { isNewer } from '../../../shared/domain/newest.ts';
import { lookupEmailsOf } from '../../../shared/domain/person-summary.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import { hasEnded } from '../../../shared/domain/sync-run.ts';
import type { SnapshotRef, Upload } from '../../../shared/domain/upload.ts';
import { usageOf } from '../../../shared/domain/usage-of.ts';
import { SortedFindings } from '../../../shared/merge/sorted-findings.ts';
import { peopleInLedger, peoplePurelyMerged } from '../../support/merge-invariants.ts';
import type { DroppedFile } from './dropped-file.ts';
import type { SimulatedStores } from './simulated-stores.ts';
import type { Drop } from './simulation.ts';

interface Given {
  readonly drops: readonly Drop[];
  readonly holds: boolean;
  /** Whether a merge went on writing when another had taken its lease. */
  readonly hadTwoWriters: boolean;
}

/** What does not hold that must whenever nothing is left to be done, in sentences. */
export async function problemsAtRest(stores: SimulatedStores, given: Given): Promise<string[]> {
  return [
    ...uploadProblems(stores, given),
    ...runProblems(stores),
    ...(await snapshotProblems(stores, given)),
    ...(await ledgerProblems(stores)),
    // What two wrote at once of one person's look-ups is mended only when the person changes.
    ...(given.hadTwoWriters ? [] : lookupProblems(stores)),
    ...historyProblems(stores),
    ...(await toldProblems(stores)),
  ];
}

/** What may become of a file. */
const OUTCOMES: Readonly<Record<DroppedFile['kind'], readonly Upload['state'][]>> = {
  report: ['merged', 'superseded', 'held'],
  export: ['merged', 'superseded', 'held'],
  licenses: ['merged', 'superseded', 'held'],
  encrypted: ['encrypted'],
  broken: ['rejected'],
};

function* uploadProblems({ uploads, usage }: SimulatedStores, { drops, holds }: Given): Generator<string> {
  const all = [...uploads.uploads.values()];
  if (all.length !== drops.length) yield `${drops.length} files were dropped, ${all.length} are known`;
  for (const { id, key, versionId, state, mergeId, snapshot } of all) {
    const drop = drops[Number(versionId?.split('-')[1])];
    const allowed = drop === undefined ? [] : OUTCOMES[drop.file.kind];
    if (!allowed.includes(state) || (state === 'held' && !holds)) yield `upload ${id} of ${key} is ${state}`;
    if (state !== 'merged') continue;
    const merge = usage.commits.find((committed) => committed.mergeId === mergeId);
    if (!merge?.snapshots.some((merged) => merged.key === snapshot?.key)) {
      yield `upload ${id} is merged by ${mergeId}, which does not include it`;
    }
  }
}

function* runProblems({ runs }: SimulatedStores): Generator<string> {
  for (const { id, state } of runs.runs.values()) if (!hasEnded(state)) yield `run ${id} is ${state}`;
}

/** The newest files are the newest snapshots, unless they had to wait for somebody to accept them. */
async function snapshotProblems(stores: SimulatedStores, { drops, holds }: Given): Promise<string[]> {
  const registered = (await stores.sources.list()).flatMap(({ snapshots }) => snapshots);
  const committed = (await stores.usage.read())?.snapshots ?? [];
  const problems = isDeepStrictEqual(keysOf(registered), keysOf(committed))
    ? []
    : [`merged are ${keysOf(committed)}, newest are ${keysOf(registered)}`];
  if (holds) return problems;
  const ofFiles = [...stores.uploads.uploads.values()].flatMap(({ snapshot }) => snapshot ?? []);
  const expected = newestObservations(drops);
  for (const [slot, observedAt] of expected) {
    const newest = registered.find((ref) => slotOf(ref) === slot);
    const isOfFile = ofFiles.some(({ key }) => key === newest?.key);
    if (
      newest === undefined ||
      newest.observedAt < observedAt ||
      (isOfFile && newest.observedAt !== observedAt)
    )
      problems.push(`newest of ${slot} is of ${newest?.observedAt}, not of ${observedAt}`);
  }
  return problems;
}

function newestObservations(drops: readonly Drop[]): Map<string, string> {
  const newest = new Map<string, string>();
  for (const { file, observedAt } of drops) {
    const slot = SLOTS[file.kind]?.(file.host);
    if (slot === undefined) continue;
    const candidate = { observedAt, digest: '' };
    const known = newest.get(slot);
    if (known === undefined || isNewer(candidate, { observedAt: known, digest: '' })) {
      newest.set(slot, observedAt);
    }
  }
  return newest;
}

const SLOTS: Readonly<Partial<Record<DroppedFile['kind'], (host: string) => string>>> = {
  report: (host) => `server:${host} users-report`,
  export: (host) => `server:${host} export`,
  licenses: () => 'cloud rest',
};

function slotOf({ source, channel }: SnapshotRef): string {
  return `${source} ${channel}`;
}

function keysOf(refs: readonly SnapshotRef[]): string[] {
  return refs.map(({ key }) => key).sort();
}

async function ledgerProblems(stores: SimulatedStores): Promise<string[]> {
  const committed = await stores.usage.read();
  if (committed === null) return [];
  const problems: string[] = [];
  if (!isDeepStrictEqual(peopleInLedger(stores), await peoplePurelyMerged(stores))) {
    problems.push('the people of the ledger are not those of the pure merge');
  }
  const snapshots = await Promise.all(committed.snapshots.map((ref) => stores.snapshots.load(ref)));
  const pure = usageOf(resolve(snapshots), snapshots, (found) => new SortedFindings(findingsIn(found)));
  if (!isDeepStrictEqual(committed.usage, pure.usage))
    problems.push('the usage is not that of the pure merge');
  if (stores.reports.reports.get(committed.reportId)?.length !== committed.usage.people) {
    problems.push('the report does not show the people');
  }
  return problems;
}

/** Who is there is found by every address. A look-up may lead to others, too: of that the person decides. */
function* lookupProblems({ people, usage }: SimulatedStores): Generator<string> {
  if (usage.commits.length === 0) return;
  for (const { id, person } of people.people.values()) {
    const missing = lookupEmailsOf(person).filter((address) => !people.lookups.get(address)?.has(id));
    if (missing.length > 0) yield `${person.key} is not found by ${missing}`;
  }
}

function* historyProblems({ usage }: SimulatedStores): Generator<string> {
  yield* usage.stepsBack;
  const committed = usage.commits.at(-1);
  if (committed === undefined) return;
  const point = usage.days.get(committed.asOf.slice(0, 10));
  if (point?.mergeId !== committed.mergeId) {
    yield `the day's point is of ${point?.mergeId}, and ${committed.mergeId} was committed last`;
  }
}

async function toldProblems({ told, usage, uploads, events }: SimulatedStores): Promise<string[]> {
  const committed = usage.commits.at(-1)?.mergeId;
  const last = (await told.read())?.mergeId;
  const problems = last === committed ? [] : [`${last} was told last, and ${committed} was committed last`];
  const ended = events.sent.flatMap((event) => (event.kind === 'upload-ended' ? [event.upload] : []));
  for (const { id, state } of uploads.uploads.values()) {
    if (!ended.some((upload) => upload.id === id && upload.state === state)) {
      problems.push(`nobody was told that upload ${id} is ${state}`);
    }
  }
  return problems;
}
