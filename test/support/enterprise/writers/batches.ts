/** Big enough that a stream's cost per chunk does not show, small enough to weigh nothing. */
const RECORDS_PER_CHUNK = 500;

/** Writes records chunk by chunk, so that a file of any length takes the memory of one chunk. */
export function* inBatches<Item>(
  items: Iterable<Item>,
  write: (batch: readonly Item[], first: boolean) => string,
  size = RECORDS_PER_CHUNK,
): Generator<string> {
  let batch: Item[] = [];
  let first = true;
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield write(batch, first);
    batch = [];
    first = false;
  }
  if (batch.length > 0) yield write(batch, first);
}
