import { hasEnded, isConcluded } from '../../../../../../shared/domain/sync-run.ts';
import type { PullBody, SyncRunBody, SyncRunSummary } from '../../../api/sync-runs.ts';

export interface SyncProgress {
  readonly concluded: number;
  readonly total: number;
}

/** How many of the pulls of a run have their outcome. */
export function progressOf({ pulls }: Pick<SyncRunBody, 'pulls'>): SyncProgress {
  return { concluded: pulls.filter(({ state }) => isConcluded(state)).length, total: pulls.length };
}

export function isUnderWay({ state }: Pick<SyncRunSummary, 'state'>): boolean {
  return !hasEnded(state);
}

/** What one source was asked for, and what an owner can do about it. */
export interface SourceProgress {
  readonly source: string;
  readonly pulls: readonly [PullBody, ...PullBody[]];
  /** A held pull would remove accounts: how many at most, of how many. Null: none is held. */
  readonly hold: PullBody['hold'];
  /** Something was not got that another sync might get. */
  readonly isIncomplete: boolean;
}

/** Source by source, in the order in which they were asked. */
export function progressBySource(pulls: readonly PullBody[]): readonly SourceProgress[] {
  return [...Map.groupBy(pulls, ({ source }) => source)].flatMap(([source, [first, ...others]]) =>
    first === undefined ? [] : [sourceProgress(source, [first, ...others])],
  );
}

function sourceProgress(source: string, pulls: SourceProgress['pulls']): SourceProgress {
  return {
    source,
    pulls,
    hold: pulls.map(({ hold }) => hold).reduce(larger),
    isIncomplete: pulls.some(({ state }) => state === 'failed' || state === 'skipped'),
  };
}

function larger(one: PullBody['hold'], other: PullBody['hold']): PullBody['hold'] {
  return (other?.accounts_removed ?? 0) > (one?.accounts_removed ?? 0) ? other : one;
}
