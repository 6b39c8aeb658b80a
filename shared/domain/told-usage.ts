import { reachedShare } from './seat-shares.ts';
import type { CommittedUsage } from './usage.ts';

/** What the last event about a merge told. The next one tells what has changed since. */
export interface ToldUsage {
  readonly mergeId: string;
  readonly generation: number;
  readonly people: number;
  readonly consumed: number;
  readonly purchased: number | null;
  /** The highest share of the purchased seats that was reached when they were last known; 0 when none was. */
  readonly share: number;
}

/** A merge that is to be told, against what was told before; null when nothing was. */
export interface MergeNews {
  readonly committed: CommittedUsage;
  readonly before: ToldUsage | null;
  /** The highest share of the purchased seats that is reached since then; null when no further one is. */
  readonly shareCrossed: number | null;
}

/** Null when the merge was told already, by itself or by a later one. */
export function newsOf(
  committed: CommittedUsage,
  before: ToldUsage | null,
  shares: readonly number[],
): MergeNews | null {
  if (before !== null && before.generation >= committed.generation) return null;
  const share = shareNow(committed, before, shares);
  return { committed, before, shareCrossed: share > (before?.share ?? 0) ? share : null };
}

/** What is told once the news are. */
export function toldBy({ committed, before }: MergeNews, shares: readonly number[]): ToldUsage {
  const { mergeId, generation, usage } = committed;
  return {
    mergeId,
    generation,
    people: usage.people,
    consumed: usage.consumed,
    purchased: usage.github.seatsPurchased,
    share: shareNow(committed, before, shares),
  };
}

/** A source that does not tell how many seats were purchased, such as a CSV, must not let a share be told twice. */
function shareNow({ usage }: CommittedUsage, before: ToldUsage | null, shares: readonly number[]): number {
  const seats = { consumed: usage.consumed, purchased: usage.github.seatsPurchased };
  return reachedShare(seats, shares) ?? before?.share ?? 0;
}
