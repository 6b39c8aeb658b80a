/** Lists of whole numbers, one behind the other; behind the start of the last one is where it ends. */
export interface ListColumn {
  readonly starts: Int32Array;
  readonly values: Int32Array;
}

/** The positions of so many rows in the order that `compare` gives them; null when they are in it already. */
export function orderOf(length: number, compare: (one: number, other: number) => number): Uint32Array | null {
  let isSorted = true;
  for (let position = 1; position < length && isSorted; position++) {
    isSorted = compare(position - 1, position) <= 0;
  }
  return isSorted ? null : new Uint32Array(length).map((_, position) => position).sort(compare);
}

/** The values in another order: at each position the one that was at the position that `order` has there. */
export function reordered<Values extends Int32Array | Float64Array>(
  values: Values,
  order: Uint32Array,
): Values {
  const inOrder = values.slice() as Values;
  for (let position = 0; position < order.length; position++) {
    inOrder[position] = values[order[position] ?? 0] ?? 0;
  }
  return inOrder;
}

/** The same for lists. */
export function reorderedLists({ starts, values }: ListColumn, order: Uint32Array): ListColumn {
  const from = indexesInOrder(starts, order);
  return { starts: startsInOrder(starts, order), values: reordered(values, from) };
}

/** Of the values of lists: at each place where the value was. */
export function indexesInOrder(starts: Int32Array, order: Uint32Array): Uint32Array {
  const indexes = new Uint32Array(starts.at(-1) ?? 0);
  let used = 0;
  for (const position of order) {
    const end = starts[position + 1] ?? 0;
    for (let at = starts[position] ?? 0; at < end; at++) indexes[used++] = at;
  }
  return indexes;
}

function startsInOrder(starts: Int32Array, order: Uint32Array): Int32Array {
  const inOrder = new Int32Array(starts.length);
  for (let position = 0; position < order.length; position++) {
    const from = order[position] ?? 0;
    inOrder[position + 1] = (inOrder[position] ?? 0) + (starts[from + 1] ?? 0) - (starts[from] ?? 0);
  }
  return inOrder;
}
