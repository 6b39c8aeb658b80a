import { release } from './release.ts';

type Compare = (one: number, other: number) => number;

/**
 * The positions of so many rows in the order that `compare` gives them; null when they are in it already. A merge sort
 * of what is in order as it stands, of which there is much in most files. The one of typed arrays sorts all, and in
 * arrays of objects.
 */
export function orderOf(length: number, compare: Compare): Uint32Array<ArrayBuffer> | null {
  let ends = endsOfRuns(length, compare);
  if (ends.length < 2) {
    release(ends);
    return null;
  }
  let positions = new Uint32Array(length).map((_, position) => position);
  let merged = new Uint32Array(length);
  while (ends.length > 1) {
    ends = mergePairs(positions, ends, merged, compare);
    [positions, merged] = [merged, positions];
  }
  release(merged);
  release(ends);
  return positions;
}

/** Behind the last position of each run that is in order. */
function endsOfRuns(length: number, compare: Compare): Uint32Array<ArrayBuffer> {
  const ends = new Uint32Array(length);
  let runs = 0;
  for (let position = 1; position < length; position++) {
    if (compare(position - 1, position) > 0) ends[runs++] = position;
  }
  ends[runs] = length;
  return ends.subarray(0, runs + 1);
}

/** Merges every other run with the next one, and returns where they end. */
function mergePairs(
  from: Uint32Array,
  ends: Uint32Array<ArrayBuffer>,
  into: Uint32Array,
  compare: Compare,
): Uint32Array<ArrayBuffer> {
  const pairs = (ends.length + 1) >> 1;
  let start = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const middle = ends[2 * pair] ?? from.length;
    const end = ends[2 * pair + 1] ?? from.length;
    merge(from, start, middle, end, into, compare);
    ends[pair] = end;
    start = end;
  }
  return ends.subarray(0, pairs);
}

function merge(
  from: Uint32Array,
  start: number,
  middle: number,
  end: number,
  into: Uint32Array,
  compare: Compare,
): void {
  let [left, right] = [start, middle];
  for (let at = start; at < end; at++) {
    const isLeft = right === end || (left < middle && compare(from[left] ?? 0, from[right] ?? 0) <= 0);
    into[at] = from[isLeft ? left++ : right++] ?? 0;
  }
}
