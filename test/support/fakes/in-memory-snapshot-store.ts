import { Readable } from 'node:stream';
import { snapshotDigest } from '../../../shared/adapters/snapshot-digest.ts';
import type { LicenseRow } from '../../../shared/domain/account.ts';
import type { SnapshotRef, StoredSnapshot } from '../../../shared/domain/upload.ts';
import {
  entriesOf,
  sourceIdOf,
  type UsageFacts,
  type UsageSnapshot,
} from '../../../shared/domain/usage-snapshot.ts';
import type { SnapshotHistory } from '../../../shared/history-ports.ts';
import type { SnapshotStore } from '../../../shared/ports.ts';
import { factsOf } from '../usage-facts.ts';

/** Snapshots by object key. */
export class InMemorySnapshotStore implements SnapshotStore, SnapshotHistory {
  readonly snapshots = new Map<string, UsageSnapshot>();

  async save(snapshot: UsageSnapshot): Promise<SnapshotRef> {
    const ref = storedSnapshotOf(snapshot);
    this.snapshots.set(ref.key, snapshot);
    return { ...ref, accounts: entriesOf(snapshot).length };
  }

  async *list(): AsyncGenerator<StoredSnapshot> {
    yield* [...this.snapshots.values()].map(storedSnapshotOf);
  }

  async load(ref: StoredSnapshot): Promise<UsageFacts> {
    return factsOf(this.#snapshot(ref));
  }

  async licenseRows(ref: SnapshotRef): Promise<AsyncIterable<LicenseRow>> {
    const snapshot = this.#snapshot(ref);
    if (snapshot.kind !== 'cloud') throw new Error(`the snapshot ${ref.key} is not of the cloud enterprise`);
    return Readable.from(snapshot.rows);
  }

  #snapshot({ key }: StoredSnapshot): UsageSnapshot {
    const snapshot = this.snapshots.get(key);
    if (snapshot === undefined) throw new Error(`no snapshot ${key}`);
    return snapshot;
  }
}

function storedSnapshotOf(snapshot: UsageSnapshot): StoredSnapshot {
  const source = sourceIdOf(snapshot);
  const digest = snapshotDigest(snapshot);
  const { channel, observedAt } = snapshot;
  const key = `snapshots/${source}/${observedAt}-${digest}`;
  return { source, channel, observedAt, digest, key };
}
