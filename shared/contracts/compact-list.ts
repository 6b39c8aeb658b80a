const NONE: readonly never[] = [];

/**
 * The same items in no more memory than they need. Hundreds of thousands of accounts have lists of nothing or of one
 * item: empty ones are one and the same, and no other keeps the room for sixteen more that `filter` and spreading make.
 */
export function compactList<Item>(items: readonly Item[]): readonly Item[] {
  return items.length === 0 ? NONE : items.slice();
}
