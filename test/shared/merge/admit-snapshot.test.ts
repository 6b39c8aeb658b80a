import { describe, expect, test } from 'vitest';
import type { UsageSnapshot } from '../../../shared/domain/usage-snapshot.ts';
import { type Admission, admitSnapshot } from '../../../shared/merge/admit-snapshot.ts';
import {
  cloudSnapshot,
  email,
  identitiesSnapshot,
  licenseRow,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';
import { InMemorySnapshotStore } from '../../support/fakes/in-memory-snapshot-store.ts';
import { InMemorySourceRegistry } from '../../support/fakes/in-memory-source-registry.ts';

const POLICY = { maxRemovedShare: 0.3, maxRemovedAccounts: 2 };
const OLDER = '2026-03-01T00:00:00.000Z';
const NEWER = '2026-03-02T00:00:00.000Z';

const logins = (count: number) => Array.from({ length: count }, (_, index) => `user-${index}`);
const cloud = (count: number, observedAt: string) =>
  cloudSnapshot(
    logins(count).map((login) => licenseRow({ login })),
    { observedAt },
  );
const identities = (count: number, observedAt: string) =>
  identitiesSnapshot(
    logins(count).map((login) => ({ login, emails: [email(`${login}@example.com`)] })),
    observedAt,
  );
const server = (count: number, observedAt: string) =>
  serverSnapshot(
    'ghes-a',
    logins(count).map((_, index) => serverAccount(`ghes-a:${index + 1}`)),
    { observedAt },
  );

async function admitAll(snapshots: readonly UsageSnapshot[]): Promise<Admission[]> {
  const ports = { sources: new InMemorySourceRegistry(), snapshots: new InMemorySnapshotStore() };
  const admissions = [];
  for (const snapshot of snapshots) {
    const ref = await ports.snapshots.save(snapshot);
    admissions.push(await admitSnapshot(snapshot, ref, ports, POLICY));
  }
  return admissions;
}

describe('a snapshot that would remove too many of what its source has', () => {
  test.each([
    ['accounts of an instance', server],
    ['cloud accounts', cloud],
    ['linked identities', identities],
  ] as const)('%s: is held, and says how many', async (_, snapshotOf) => {
    expect(await admitAll([snapshotOf(10, OLDER), snapshotOf(6, NEWER)])).toEqual([
      { kind: 'admitted' },
      { kind: 'held', hold: { accountsBefore: 10, accountsRemoved: 4 } },
    ]);
  });

  test('is admitted when it is older than what is known: it decides nothing', async () => {
    expect(await admitAll([server(10, NEWER), { ...server(1, OLDER), channel: 'export' }])).toEqual([
      { kind: 'admitted' },
      { kind: 'admitted' },
    ]);
  });
});

test('identities are no license rows: few of them after many accounts are nothing to hold', async () => {
  expect(await admitAll([cloud(10, OLDER), identities(1, NEWER), cloud(10, NEWER)])).toEqual([
    { kind: 'admitted' },
    { kind: 'admitted' },
    { kind: 'admitted' },
  ]);
});
