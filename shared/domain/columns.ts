import type { ListStarts } from './list-starts.ts';
import type { Numbers } from './numbers-builder.ts';
import { release } from './release.ts';

/** Lists of whole numbers, one behind the other. */
export interface ListColumn<Values = Int32Array<ArrayBuffer>> {
  readonly starts: ListStarts;
  readonly values: Values;
}

/** Whole numbers in as few bytes each as all of them need. */
export type NarrowColumn = Int8Array<ArrayBuffer> | Int16Array<ArrayBuffer> | Numbers;

/** The same numbers. Those given are no more where these take less memory. */
export function narrowed(values: Numbers): NarrowColumn {
  if (!areWithin(values, 2 ** 15)) return values;
  const narrow = areWithin(values, 2 ** 7) ? new Int8Array(values) : new Int16Array(values);
  release(values);
  return narrow;
}

function areWithin(values: Numbers, limit: number): boolean {
  for (let position = 0; position < values.length; position++) {
    const value = values[position] ?? 0;
    if (value < -limit || value >= limit) return false;
  }
  return true;
}

// Columns are put in order one by one. The memory of each before is free at once, not only when garbage is collected, so
// that there is one of them twice and not all of them.

/**
 * The values in another order: at each position the one that was at the position that `order` has there. Those given
 * are no more.
 */
export function reordered<Column extends Numbers>(values: Column, order: Uint32Array): Column {
  const inOrder = values.slice() as Column;
  putInOrder(values, order, inOrder);
  release(values);
  return inOrder;
}

function putInOrder(values: Numbers, order: Uint32Array, inOrder: Numbers): void {
  for (let position = 0; position < order.length; position++)
    inOrder[position] = values[order[position] ?? 0] ?? 0;
}

/** The same for lists. */
export function reorderedLists({ starts, values }: ListColumn, order: Uint32Array): ListColumn {
  const valuesInOrder = reorderedValues(values, starts, order);
  return { starts: starts.inOrder(order), values: valuesInOrder };
}

/** The same for the values of lists that begin at `starts`, which stay. */
export function reorderedValues<Column extends Numbers>(
  values: Column,
  starts: ListStarts,
  order: Uint32Array,
): Column {
  const inOrder = values.slice() as Column;
  putListsInOrder(values, starts, order, inOrder);
  release(values);
  return inOrder;
}

function putListsInOrder(values: Numbers, starts: ListStarts, order: Uint32Array, inOrder: Numbers): void {
  let used = 0;
  for (let position = 0; position < order.length; position++) {
    const from = order[position] ?? 0;
    const end = starts.at(from + 1);
    for (let at = starts.at(from); at < end; at++) inOrder[used++] = values[at] ?? 0;
  }
}
