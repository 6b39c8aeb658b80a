/**
 * Works on up to `limit` items at a time. After a failure no further item is begun; those under way are waited
 * for, so that nothing goes on behind the back of the caller, who gets the first failure.
 */
export async function forEachConcurrently<Item>(
  items: Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  // The workers share one generator: each takes the next item, and one that throws closes it for all.
  const queue = itemsOf(items);
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  const outcomes = await Promise.allSettled(Array.from({ length: limit }, worker));
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') throw outcome.reason;
  }
}

function* itemsOf<Item>(items: Iterable<Item>): Generator<Item> {
  yield* items;
}
