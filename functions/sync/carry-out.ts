import { isConcluded, type Pull, type SyncRun } from '../../shared/domain/sync-run.ts';
import type { SnapshotRef } from '../../shared/domain/upload.ts';
import type { CommittedUsage } from '../../shared/domain/usage.ts';
import { mergeWithLease } from '../../shared/merge/merge-with-lease.ts';
import { tell, tellOfMerge } from '../../shared/merge/tell.ts';
import type { SourceRecord } from '../../shared/ports.ts';
import { afterMerge, attemptsOf, endState, skipWaiting } from './conclude-run.ts';
import { mergeLeftovers, mergeUnmerged } from './merge-leftovers.ts';
import { missingPulls, planPulls, wantedSources } from './plan-pulls.ts';
import { pullSources } from './pull-sources.ts';
import type { RunRecord } from './run-record.ts';
import { type SyncContext, type SyncPorts, SyncUnfinished, type SyncWork } from './sync-context.ts';

/** The other part is for the merge. */
const SHARE_FOR_PULLS = 2 / 3;

/** Pulls the sources of a run, merges once what they gave, notes how each source fared, and ends the run. */
export async function carryOut(record: RunRecord, ports: SyncPorts, context: SyncContext): Promise<void> {
  const { startedAt } = record.run;
  const nowMs = context.now();
  const attemptedAt = new Date(nowMs).toISOString();
  record.change({ state: 'running', startedAt: startedAt ?? attemptedAt });
  const connected = await ports.connections.connect();
  if (connected.enterprise === null && connected.servers.length === 0 && record.run.pulls.length === 0) {
    await endRun(record, { state: 'failed', failure: 'nothing-configured' }, ports, context);
    return;
  }
  const records = await ports.sources.list();
  const isWanted = wantedSources(record.run, records);
  record.change({ pulls: planPulls(record.run, connected, isWanted) });
  const pullsEndMs = nowMs + Math.floor((context.deadlineMs - nowMs) * SHARE_FOR_PULLS);
  const work: SyncWork = { record, ports, context, isWanted, pullsEndMs };
  await pullSources(connected, work);
  addMissing(records, work);
  // A merge of an earlier attempt may have written after it lost its lease: only one of our own comes after that.
  await mergePulled(work, startedAt === null);
  for (const [source, attempt] of attemptsOf(record.run, attemptedAt))
    await ports.sources.noteSync(source, attempt);
  await endRun(record, { state: endState(record.run) }, ports, context);
}

/** Ends the run and resolves when that is written and told. */
export async function endRun(
  record: RunRecord,
  facts: Pick<SyncRun, 'state'> & Partial<SyncRun>,
  ports: Pick<SyncPorts, 'events'>,
  context: SyncContext,
): Promise<void> {
  const before = record.run.pulls;
  record.change({ ...facts, pulls: before.map(skipWaiting), endedAt: new Date(context.now()).toISOString() });
  await record.save();
  tellConcluded(before, record, context);
  context.observer.runEnded(record.run);
  await tell({ kind: 'sync-ended', run: record.run }, ports, context);
}

function addMissing(records: readonly SourceRecord[], { record, context }: SyncWork): void {
  const before = record.run.pulls;
  record.change({ pulls: [...before, ...missingPulls(record.run, records)] });
  tellConcluded(before, record, context);
}

/** @throws SyncUnfinished when the merge did not come to its end. */
async function mergePulled({ record, ports, context }: SyncWork, mayRelyOnOthers: boolean): Promise<void> {
  const before = record.run.pulls;
  const pulled = before.filter(({ state }) => state === 'pulled');
  if (pulled.length === 0)
    return mayRelyOnOthers ? mergeUnmerged(ports, context) : mergeLeftovers(ports, context);
  await record.save();
  const wanted = pulled.flatMap(({ snapshot }): SnapshotRef[] => (snapshot === null ? [] : [snapshot]));
  const onMerged = (committed: CommittedUsage) => tellOfMerge(committed, ports, context);
  const outcome = await mergeWithLease(ports, context, {
    wanted,
    mayRelyOnOthers,
    onMerged,
    onCharged: (units) => context.observer.charged(units),
  });
  if (outcome.kind !== 'merged') throw new SyncUnfinished(`the merge has to be repeated: ${outcome.kind}`);
  const { committed } = outcome;
  context.observer.merged(committed);
  const pulls = before.map((pull) => afterMerge(pull, committed));
  record.change({ mergeId: committed.mergeId, counts: committed.counts, pulls });
  tellConcluded(before, record, context);
}

/** Tells of the pulls that have got their outcome since `before`. */
function tellConcluded(before: readonly Pull[], { run }: RunRecord, { observer }: SyncContext): void {
  for (const pull of run.pulls) {
    if (isConcluded(pull.state) && !before.includes(pull)) observer.pullConcluded(run.id, pull);
  }
}
