import { CHANNEL_OF_PULL, type Pull, type SyncRun, type SyncRunState } from '../../shared/domain/sync-run.ts';
import type { CommittedUsage } from '../../shared/domain/usage.ts';
import { decidesAccounts, type SourceId } from '../../shared/domain/usage-snapshot.ts';
import type { SyncAttempt } from '../../shared/ports.ts';

/** A newer observation may have come to its source while a snapshot waited for the merge. */
export function afterMerge(pull: Pull, { snapshots }: CommittedUsage): Pull {
  if (pull.state !== 'pulled') return pull;
  const isMerged = snapshots.some(({ key }) => key === pull.snapshot?.key);
  return { ...pull, state: isMerged ? 'completed' : 'superseded' };
}

/** For what still waits when the run ends there was no time. */
export function skipWaiting(pull: Pull): Pull {
  return pull.state === 'waiting' ? { ...pull, state: 'skipped' } : pull;
}

/** A run in which nothing was to be asked has succeeded. */
export function endState({ pulls }: SyncRun): SyncRunState {
  const good = pulls.filter(isGood).length;
  if (good === pulls.length) return 'succeeded';
  return good === 0 ? 'failed' : 'partly-failed';
}

/**
 * What to note of the sources that were asked for their accounts. Identities and lists that could not be had leave
 * a source's accounts as good as they are; the run tells of them.
 * @param attemptedAt when this attempt at the run began: what it notes is later than what one before it noted.
 */
export function attemptsOf(run: SyncRun, attemptedAt: string): Map<SourceId, SyncAttempt> {
  const bySource = Map.groupBy(run.pulls.filter(asksForAccounts), ({ source }) => source);
  return new Map(
    [...bySource].map(([source, pulls]) => [
      source,
      { runId: run.id, attemptedAt, failure: failureOf(pulls), observedAt: newestObservation(pulls) },
    ]),
  );
}

function isGood({ state }: Pull): boolean {
  return state === 'completed' || state === 'superseded';
}

function asksForAccounts({ kind, source }: Pull): boolean {
  const channel = CHANNEL_OF_PULL[kind];
  return channel !== null && decidesAccounts({ source, channel });
}

/** A held pull comes first: it waits for an owner. */
function failureOf(pulls: readonly Pull[]): SyncAttempt['failure'] {
  if (pulls.some(({ state }) => state === 'held')) return 'held';
  const bad = pulls.find((pull) => !isGood(pull));
  return bad === undefined ? null : (bad.failure ?? 'timed-out');
}

function newestObservation(pulls: readonly Pull[]): string | null {
  const merged = pulls.filter(({ state }) => state === 'completed');
  const observations = merged.flatMap(({ snapshot }) => snapshot?.observedAt ?? []);
  return observations.sort().at(-1) ?? null;
}
