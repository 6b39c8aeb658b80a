import type { LoggedMerge } from '../../contracts/changes-report-file.ts';
import type { ChangeFilter } from '../../history-ports.ts';
import type { PageRequest } from '../../ports.ts';

/** The changes of one merge that are on a page: their positions among the merge's changes, from 0. */
export interface MergeSlice {
  readonly merge: LoggedMerge;
  readonly positions: readonly number[];
}

/** Of merges logged oldest first those that the filter lets through, newest first. */
export function mergesOf(merges: readonly LoggedMerge[], { mergeId, from, to }: ChangeFilter): LoggedMerge[] {
  return merges
    .filter(
      ({ merge_id: id, merged_at: at }) =>
        (mergeId === null || id === mergeId) && (from === null || at >= from) && (to === null || at < to),
    )
    .reverse();
}

/** What of each merge is on the page, for as many merges as it touches. */
export function slicesOf(merges: readonly LoggedMerge[], { page, perPage }: PageRequest): MergeSlice[] {
  const slices: MergeSlice[] = [];
  let start = (page - 1) * perPage;
  let left = perPage;
  for (const merge of merges) {
    const count = Math.min(left, Math.max(0, merge.changes - start));
    if (count > 0) {
      slices.push({ merge, positions: Array.from({ length: count }, (_, index) => start + index) });
    }
    left -= count;
    start = Math.max(0, start - merge.changes);
  }
  return slices;
}
