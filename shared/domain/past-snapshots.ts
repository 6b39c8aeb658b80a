import { isNewer } from './newest.ts';
import type { Pull } from './sync-run.ts';
import type { StoredSnapshot, Upload } from './upload.ts';

/** The newest of each source and channel; what a merge would have been of. */
export class NewestSnapshots<Snapshot extends StoredSnapshot = StoredSnapshot> {
  readonly #newest = new Map<string, Snapshot>();

  add(snapshot: Snapshot): void {
    const slot = `${snapshot.source} ${snapshot.channel}`;
    const current = this.#newest.get(slot);
    if (current === undefined || isNewer(snapshot, current)) this.#newest.set(slot, snapshot);
  }

  /** Sorted by source, then channel. */
  list(): Snapshot[] {
    return [...this.#newest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, snapshot]) => snapshot);
  }
}

/**
 * Which snapshots are stored and were never to count: those that were held, by their keys. One that is held at one
 * time may be let in at another, when an owner accepts it or the same is observed again.
 */
export class HeldSnapshots {
  readonly #held = new Set<string>();
  readonly #admitted = new Set<string>();

  add({ state, snapshot }: Pick<Upload | Pull, 'state' | 'snapshot'>): void {
    if (snapshot === null) return;
    if (state === 'held') this.#held.add(snapshot.key);
    else this.#admitted.add(snapshot.key);
  }

  has(key: string): boolean {
    return this.#held.has(key) && !this.#admitted.has(key);
  }
}
