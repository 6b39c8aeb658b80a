import { describe, expect, test } from 'vitest';
import { HeldSnapshots, NewestSnapshots } from '../../../shared/domain/past-snapshots.ts';
import type { SnapshotRef } from '../../../shared/domain/upload.ts';

function ref(facts: Partial<SnapshotRef> = {}): SnapshotRef {
  const observedAt = '2026-03-01T00:00:00.000Z';
  return { source: 'cloud', channel: 'rest', observedAt, digest: 'a', key: 'one', accounts: 1, ...facts };
}

describe('the newest snapshots', () => {
  test('are one for each source and channel, whatever the order', () => {
    const older = ref();
    const newer = ref({ observedAt: '2026-03-02T00:00:00.000Z' });
    const other = ref({ channel: 'graphql' });
    const instance = ref({ source: 'server:ghes-a', channel: 'export' });
    for (const snapshots of [
      [older, newer, other, instance],
      [instance, newer, other, older],
    ]) {
      const newest = new NewestSnapshots();
      for (const snapshot of snapshots) newest.add(snapshot);
      expect(newest.list()).toEqual([other, newer, instance]);
    }
  });
});

describe('a held snapshot', () => {
  test.each([
    ['is one that was held', [{ state: 'held' }], true],
    ['is none that was let in', [{ state: 'merged' }], false],
    ['is none that came too late', [{ state: 'superseded' }], false],
    ['is none that was let in at another time', [{ state: 'held' }, { state: 'pulled' }], false],
    ['is none that was let in before', [{ state: 'merged' }, { state: 'held' }], false],
    ['is none that nothing is known of', [], false],
  ] as const)('%s', (_, records, isHeld) => {
    const held = new HeldSnapshots();
    for (const record of records) held.add({ ...record, snapshot: ref() });
    held.add({ state: 'rejected', snapshot: null });
    expect(held.has('one')).toBe(isHeld);
  });
});
