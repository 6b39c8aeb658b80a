import type { Numbers } from './numbers-builder.ts';
import { release } from './release.ts';

/** Lists of whole numbers, one behind the other; behind the start of the last one is where it ends. */
export interface ListColumn {
  readonly starts: Int32Array<ArrayBuffer>;
  readonly values: Int32Array<ArrayBuffer>;
}

// Columns are put in order one by one. The memory of each before is free at once, not only when garbage is collected, so
// that there is one of them twice and not all of them.

/**
 * The values in another order: at each position the one that was at the position that `order` has there. Those given
 * are no more.
 */
export function reordered<Column extends Numbers>(values: Column, order: Uint32Array): Column {
  const inOrder = values.slice() as Column;
  for (let position = 0; position < order.length; position++) {
    inOrder[position] = values[order[position] ?? 0] ?? 0;
  }
  release(values);
  return inOrder;
}

/** The same for lists. */
export function reorderedLists({ starts, values }: ListColumn, order: Uint32Array): ListColumn {
  const valuesInOrder = reorderedValues(values, starts, order);
  return { starts: reorderedStarts(starts, order), values: valuesInOrder };
}

/** The same for the values of lists that begin at `starts`, which stay. */
export function reorderedValues<Column extends Numbers>(
  values: Column,
  starts: Int32Array,
  order: Uint32Array,
): Column {
  const inOrder = values.slice() as Column;
  let used = 0;
  for (let position = 0; position < order.length; position++) {
    const from = order[position] ?? 0;
    const end = starts[from + 1] ?? 0;
    for (let at = starts[from] ?? 0; at < end; at++) inOrder[used++] = values[at] ?? 0;
  }
  release(values);
  return inOrder;
}

function reorderedStarts(starts: Int32Array<ArrayBuffer>, order: Uint32Array): Int32Array<ArrayBuffer> {
  const inOrder = new Int32Array(starts.length);
  for (let position = 0; position < order.length; position++) {
    const from = order[position] ?? 0;
    inOrder[position + 1] = (inOrder[position] ?? 0) + (starts[from + 1] ?? 0) - (starts[from] ?? 0);
  }
  release(starts);
  return inOrder;
}
