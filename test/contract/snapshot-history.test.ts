import { describe, expect, it } from 'vitest';
import { S3SnapshotHistory } from '../../shared/adapters/s3/snapshot-history.ts';
import { S3SnapshotStore } from '../../shared/adapters/s3/snapshot-store.ts';
import type { StoredSnapshot } from '../../shared/domain/upload.ts';
import type { SnapshotHistory } from '../../shared/history-ports.ts';
import type { SnapshotStore } from '../../shared/ports.ts';
import { cloudSnapshot, identitiesSnapshot, serverSnapshot } from '../support/accounts.ts';
import { InMemorySnapshotStore } from '../support/fakes/in-memory-snapshot-store.ts';
import { factsOf } from '../support/usage-facts.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';

const SNAPSHOTS = [
  serverSnapshot('ghe_1.example.com', [], {
    channel: 'users-report',
    observedAt: '2025-12-31T23:59:59.999Z',
  }),
  serverSnapshot('ghe_1.example.com', [], { channel: 'export', observedAt: '2025-12-31T23:59:59.999Z' }),
  serverSnapshot('ghe-2.example.com', [], { channel: 'graphql' }),
  cloudSnapshot([], { channel: 'rest', observedAt: '2026-01-02T03:04:05.678Z' }),
  identitiesSnapshot([]),
];

async function list(history: SnapshotHistory): Promise<StoredSnapshot[]> {
  const listed: StoredSnapshot[] = [];
  for await (const snapshot of history.list()) listed.push(snapshot);
  return listed.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function suite(create: () => { readonly store: SnapshotStore; readonly history: SnapshotHistory }): void {
  it('lists every snapshot stored, in enough detail to load it', async () => {
    const { store, history } = create();
    const saved = [];
    for (const snapshot of SNAPSHOTS) {
      const { accounts, ...stored } = await store.save(snapshot);
      expect(accounts).toBe(0);
      saved.push(stored);
    }
    const listed = await list(history);
    expect(listed).toEqual(saved.sort((a, b) => (a.key < b.key ? -1 : 1)));
    const facts = SNAPSHOTS.map(factsOf);
    for (const stored of listed) expect(facts).toContainEqual(await store.load(stored));
  });
}

describe('SnapshotHistory in memory', () =>
  suite(() => {
    const store = new InMemorySnapshotStore();
    return { store, history: store };
  }));

describeOnS3('SnapshotHistory', (bucket) =>
  suite(() => ({
    store: new S3SnapshotStore(bucket(), BUCKET),
    history: new S3SnapshotHistory(bucket(), BUCKET),
  })),
);
