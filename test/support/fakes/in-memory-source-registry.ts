import type { HostName } from '../../../shared/domain/host-name.ts';
import { isNewer } from '../../../shared/domain/newest.ts';
import type { GitHubConnectSync } from '../../../shared/domain/sync-run.ts';
import type { SnapshotRef } from '../../../shared/domain/upload.ts';
import {
  type Channel,
  type ServerInstance,
  type SourceId,
  serverSourceId,
} from '../../../shared/domain/usage-snapshot.ts';
import type { HeldUpload, SourceRecord, SourceRegistry, SyncAttempt } from '../../../shared/ports.ts';

interface DatedFact {
  readonly observedAt: string;
  readonly value: string;
}

interface Source {
  readonly snapshots: Map<Channel, SnapshotRef>;
  /** By the name of the fact. */
  readonly facts: Map<'serverId' | 'version', DatedFact>;
  readonly attempts: SyncAttempt[];
  encrypted: { readonly observedAt: string; readonly uploadId: string } | null;
  held: HeldUpload | null;
  automaticSync: boolean;
  githubConnect: GitHubConnectSync | null;
}

/** Sources in a map. */
export class InMemorySourceRegistry implements SourceRegistry {
  readonly #sources = new Map<SourceId, Source>();

  async list(): Promise<readonly SourceRecord[]> {
    return [...this.#sources].map(([id, source]) => recordOf(id, source)).sort(bySource);
  }

  async get(id: SourceId): Promise<SourceRecord | null> {
    const source = this.#sources.get(id);
    return source === undefined ? null : recordOf(id, source);
  }

  async register(
    ref: SnapshotRef,
    instance: ServerInstance | null,
  ): Promise<'registered' | 'present' | 'superseded'> {
    const source = this.#source(ref.source);
    learn(source, instance, ref.observedAt);
    const current = source.snapshots.get(ref.channel);
    if (current?.observedAt === ref.observedAt && current.digest === ref.digest) return 'present';
    if (current !== undefined && !isNewer(ref, current)) return 'superseded';
    source.snapshots.set(ref.channel, ref);
    return 'registered';
  }

  async noteEncrypted(instance: ServerInstance, observedAt: string, uploadId: string): Promise<void> {
    const source = this.#source(serverSourceId(instance.hostName));
    learn(source, instance, observedAt);
    const { encrypted } = source;
    const candidate = { observedAt, digest: uploadId };
    if (encrypted && !isNewer(candidate, { ...encrypted, digest: encrypted.uploadId })) return;
    source.encrypted = { observedAt, uploadId };
  }

  async noteHeld(id: SourceId, held: HeldUpload): Promise<void> {
    const source = this.#source(id);
    const known = source.held;
    if (known === null || isNewer(identityOf(held), identityOf(known))) source.held = held;
  }

  async noteGitHubConnect(instance: ServerInstance, sync: GitHubConnectSync): Promise<void> {
    const source = this.#source(serverSourceId(instance.hostName));
    learn(source, instance, sync.observedAt);
    const { githubConnect } = source;
    if (githubConnect === null || orderOf(sync) > orderOf(githubConnect)) source.githubConnect = sync;
  }

  async noteSync(id: SourceId, attempt: SyncAttempt): Promise<void> {
    this.#source(id).attempts.push(attempt);
  }

  async setAutomaticSync(id: SourceId, on: boolean): Promise<void> {
    this.#source(id).automaticSync = on;
  }

  #source(id: SourceId): Source {
    const known = this.#sources.get(id);
    if (known !== undefined) return known;
    const source: Source = {
      snapshots: new Map(),
      facts: new Map(),
      attempts: [],
      encrypted: null,
      held: null,
      automaticSync: true,
      githubConnect: null,
    };
    this.#sources.set(id, source);
    return source;
  }
}

function recordOf(id: SourceId, source: Source): SourceRecord {
  const { facts, snapshots, encrypted, held, automaticSync, githubConnect } = source;
  const serverId = facts.get('serverId')?.value ?? null;
  const version = facts.get('version')?.value ?? null;
  const hostName = id.replace('server:', '') as HostName;
  return {
    source: id,
    instance: id === 'cloud' ? null : { hostName, serverId, version },
    snapshots: [...snapshots.values()],
    encrypted,
    held,
    automaticSync,
    sync: syncOf(source.attempts),
    githubConnect,
  };
}

function syncOf(attempts: readonly SyncAttempt[]): SourceRecord['sync'] {
  const sorted = attempts.toSorted((a, b) => (attemptOrderOf(a) < attemptOrderOf(b) ? -1 : 1));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const succeededAt = sorted.findLast(({ failure }) => failure === null)?.attemptedAt ?? null;
  const observed = attempts.flatMap(({ observedAt }) => observedAt ?? []);
  const observedAt = observed.sort().at(-1) ?? null;
  return { ...last, succeededAt, observedAt, firstAttemptAt: first.attemptedAt };
}

function attemptOrderOf({ attemptedAt, runId, failure }: SyncAttempt): string {
  return [attemptedAt, runId, failure ?? ''].join(' ');
}

function orderOf({ observedAt, date, status, failed }: GitHubConnectSync): string {
  return [observedAt, date ?? '', status ?? '', failed].join(' ');
}

function identityOf({ observedAt, uploadId }: HeldUpload): { observedAt: string; digest: string } {
  return { observedAt, digest: uploadId };
}

function bySource(a: SourceRecord, b: SourceRecord): number {
  return a.source < b.source ? -1 : 1;
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
