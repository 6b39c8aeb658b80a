import type { HostName } from '../../../shared/domain/host-name.ts';
import { isNewer } from '../../../shared/domain/newest.ts';
import type { SnapshotRef } from '../../../shared/domain/upload.ts';
import {
  type Channel,
  type ServerInstance,
  type SourceId,
  serverSourceId,
} from '../../../shared/domain/usage-snapshot.ts';
import type { SourceRecord, SourceRegistry } from '../../../shared/ports.ts';

interface DatedFact {
  readonly observedAt: string;
  readonly value: string;
}

interface Source {
  readonly hostName: HostName | null;
  readonly snapshots: Map<Channel, SnapshotRef>;
  /** By the name of the fact. */
  readonly facts: Map<'serverId' | 'version', DatedFact>;
  encrypted: { readonly observedAt: string; readonly uploadId: string } | null;
}

/** Sources in a map. */
export class InMemorySourceRegistry implements SourceRegistry {
  readonly #sources = new Map<SourceId, Source>();

  async list(): Promise<readonly SourceRecord[]> {
    return [...this.#sources.keys()].sort().map((source) => this.#record(source));
  }

  async get(source: SourceId): Promise<SourceRecord | null> {
    return this.#sources.has(source) ? this.#record(source) : null;
  }

  async register(
    ref: SnapshotRef,
    instance: ServerInstance | null,
  ): Promise<'registered' | 'present' | 'superseded'> {
    const source = this.#source(ref.source, instance);
    learn(source, instance, ref.observedAt);
    const current = source.snapshots.get(ref.channel);
    if (current?.observedAt === ref.observedAt && current.digest === ref.digest) return 'present';
    if (current !== undefined && !isNewer(ref, current)) return 'superseded';
    source.snapshots.set(ref.channel, ref);
    return 'registered';
  }

  async noteEncrypted(instance: ServerInstance, observedAt: string, uploadId: string): Promise<void> {
    const source = this.#source(serverSourceId(instance.hostName), instance);
    learn(source, instance, observedAt);
    const { encrypted } = source;
    const candidate = { observedAt, digest: uploadId };
    if (encrypted && !isNewer(candidate, { ...encrypted, digest: encrypted.uploadId })) return;
    source.encrypted = { observedAt, uploadId };
  }

  #source(id: SourceId, instance: ServerInstance | null): Source {
    const known = this.#sources.get(id);
    if (known !== undefined) return known;
    const hostName = instance?.hostName ?? null;
    const source: Source = { hostName, snapshots: new Map(), facts: new Map(), encrypted: null };
    this.#sources.set(id, source);
    return source;
  }

  #record(id: SourceId): SourceRecord {
    const source = this.#source(id, null);
    const { hostName, facts, snapshots, encrypted } = source;
    const serverId = facts.get('serverId')?.value ?? null;
    const version = facts.get('version')?.value ?? null;
    return {
      source: id,
      instance: hostName === null ? null : { hostName, serverId, version },
      snapshots: [...snapshots.values()],
      encrypted,
    };
  }
}

function learn(source: Source, instance: ServerInstance | null, observedAt: string): void {
  for (const name of ['serverId', 'version'] as const) {
    const value = instance?.[name] ?? null;
    const known = source.facts.get(name);
    if (value === null) continue;
    const isNews =
      known === undefined ||
      isNewer({ observedAt, digest: value }, { observedAt: known.observedAt, digest: known.value });
    if (isNews) source.facts.set(name, { observedAt, value });
  }
}
