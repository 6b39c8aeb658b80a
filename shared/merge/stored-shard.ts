import type { LedgerEntry } from '../domain/ledger.ts';
import { HashColumn, isHex } from './hash-column.ts';

/** What the ledger holds of a shard, by place, as the comparison reads it. */
export interface StoredShard {
  /** Sums of ids and digests; none where the entry is to be planned, be the person the same or not. */
  readonly states: HashColumn;
  /** Asked for of those that are to be planned. */
  readonly entryAt: (place: number) => LedgerEntry;
}

/** @param generation of the merge: those it added or changed, before it was repeated, are still to be counted. */
export function storedShard(entries: readonly LedgerEntry[], generation: number): StoredShard {
  const states = new HashColumn(entries.length);
  for (const [place, { id, digest, addedIn, changedIn }] of entries.entries()) {
    const counts = addedIn === generation || changedIn === generation;
    if (counts || !isHex(id) || !isHex(digest)) continue;
    states.addHex(place, id);
    states.addHex(place, digest);
  }
  return { states, entryAt: (place) => entryIn(entries, place) };
}

function entryIn(entries: readonly LedgerEntry[], place: number): LedgerEntry {
  const entry = entries[place];
  if (entry === undefined)
    throw new RangeError(`a shard has ${entries.length} entries, and none at ${place}`);
  return entry;
}
