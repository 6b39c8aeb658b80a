import { Readable } from 'node:stream';
import { snapshotDigest } from '../../../shared/adapters/snapshot-digest.ts';
import type { LicenseRow } from '../../../shared/domain/account.ts';
import type { SnapshotRef } from '../../../shared/domain/upload.ts';
import {
  entriesOf,
  factsOf,
  sourceIdOf,
  type UsageFacts,
  type UsageSnapshot,
} from '../../../shared/domain/usage-snapshot.ts';
import type { SnapshotStore } from '../../../shared/ports.ts';

/** Snapshots by object key. */
export class InMemorySnapshotStore implements SnapshotStore {
  readonly snapshots = new Map<string, UsageSnapshot>();

  async save(snapshot: UsageSnapshot): Promise<SnapshotRef> {
    const source = sourceIdOf(snapshot);
    const digest = snapshotDigest(snapshot);
    const { channel, observedAt } = snapshot;
    const key = `snapshots/${source}/${observedAt}-${digest}`;
    this.snapshots.set(key, structuredClone(snapshot));
    const accounts = entriesOf(snapshot).length;
    return { source, channel, observedAt, digest, key, accounts };
  }

  async load(ref: SnapshotRef): Promise<UsageFacts> {
    return structuredClone(factsOf(this.#snapshot(ref)));
  }

  async licenseRows(ref: SnapshotRef): Promise<AsyncIterable<LicenseRow>> {
    const snapshot = this.#snapshot(ref);
    if (snapshot.kind !== 'cloud') throw new Error(`the snapshot ${ref.key} is not of the cloud enterprise`);
    return Readable.from(structuredClone(snapshot.rows));
  }

  #snapshot({ key }: SnapshotRef): UsageSnapshot {
    const snapshot = this.snapshots.get(key);
    if (snapshot === undefined) throw new Error(`no snapshot ${key}`);
    return snapshot;
  }
}
