import { NewestSnapshots } from '../../shared/domain/past-snapshots.ts';
import type { SnapshotRef } from '../../shared/domain/upload.ts';
import type { SourceId } from '../../shared/domain/usage-snapshot.ts';
import type { MergeRecord } from '../../shared/history-ports.ts';
import type { SourceRecord } from '../../shared/ports.ts';

interface KnownSource {
  readonly latest: SourceRecord;
  readonly snapshots: NewestSnapshots<SnapshotRef>;
}

/**
 * What records of merges tell of the sources, taken together: a ledger that began anew, empty, knows less than the one
 * before it, and takes nothing from it.
 */
export class KnownSources {
  readonly #isStored: (key: string) => boolean;
  readonly #sources = new Map<SourceId, KnownSource>();

  /** Snapshots of other keys are left out, and the newest of those that are there count. */
  constructor(isStored: (key: string) => boolean) {
    this.#isStored = isStored;
  }

  /** In the order of the merges. */
  add({ sources }: MergeRecord): void {
    for (const record of sources) {
      const known = this.#sources.get(record.source);
      const snapshots = known?.snapshots ?? new NewestSnapshots<SnapshotRef>();
      for (const ref of record.snapshots) if (this.#isStored(ref.key)) snapshots.add(ref);
      this.#sources.set(record.source, { latest: joined(known?.latest, record), snapshots });
    }
  }

  list(): SourceRecord[] {
    return [...this.#sources.values()].map(({ latest, snapshots }) => ({
      ...latest,
      snapshots: snapshots.list(),
    }));
  }
}

function joined(earlier: SourceRecord | undefined, later: SourceRecord): SourceRecord {
  if (earlier === undefined) return later;
  return {
    ...later,
    instance: later.instance && {
      hostName: later.instance.hostName,
      serverId: later.instance.serverId ?? earlier.instance?.serverId ?? null,
      version: later.instance.version ?? earlier.instance?.version ?? null,
    },
    encrypted: later.encrypted ?? earlier.encrypted,
    held: later.held ?? earlier.held,
    sync: later.sync ?? earlier.sync,
    githubConnect: later.githubConnect ?? earlier.githubConnect,
  };
}
