import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SourceRecord } from '../../../shared/ports.ts';
import { host } from '../../support/accounts.ts';
import { generateEnterprise } from '../../support/enterprise/enterprise.ts';
import { enterpriseFiles } from '../../support/enterprise/files.ts';
import { range, usersReport } from '../../support/ingest-world.ts';
import { RecoveryWorld } from '../../support/recovery-world.ts';

const [A, B, C] = [
  'uploads/ghes-a/all_users.csv',
  'uploads/ghes-b/all_users.csv',
  'uploads/ghes-c/all_users.csv',
];
const DAY_MS = 24 * 60 * 60 * 1000;

/** What only the table knows, as docs/recovery.md says. */
const LOST = new Set(['upload', 'told']);

let world: RecoveryWorld;

beforeEach(async () => {
  world = await RecoveryWorld.start();
});

afterEach(() => world.stop());

function day(number: number): string {
  return `2026-03-${String(number).padStart(2, '0')}T08:00:00.000Z`;
}

/** All that comes back: people with their dates, look-ups, usage now and day by day, and the sources. */
async function ledger() {
  const items = await world.content();
  return {
    items: items.filter(({ pk }) => !LOST.has(`${pk}`) && pk !== 'source'),
    committed: await world.ports.usage.read(),
    sources: (await world.ports.sources.list()).map(inOrder),
  };
}

function inOrder(record: SourceRecord): SourceRecord {
  return { ...record, snapshots: record.snapshots.toSorted((a, b) => (a.channel < b.channel ? -1 : 1)) };
}

/** Some weeks of a company: people come, go, return, are suspended and no longer. */
async function weeksOfUse(): Promise<void> {
  await world.drop(A, usersReport(range(1, 30)), day(1));
  await world.drop(B, usersReport(range(20, 60)), day(2));
  await world.drop(A, usersReport(range(5, 33), [7, 8]), day(8));
  await world.drop(A, usersReport(range(1, 33), [8]), day(15));
  // Of the day before the newest: it changes nothing.
  await world.drop(A, usersReport(range(1, 3)), day(14));
}

async function ownersDecide(): Promise<void> {
  await world.drop(C, usersReport(range(100, 150)), day(16));
  const accepted = await world.drop(C, usersReport(range(100, 110)), day(17));
  await world.accept(accepted);
  await world.drop(B, usersReport(range(20, 25)), day(18));
  await world.ports.sources.setAutomaticSync('server:ghes-a', false);
}

/** As syncs leave them, besides the snapshots. */
async function syncsTell(): Promise<void> {
  const { sources } = world.ports;
  await sources.noteEncrypted(
    { hostName: host('ghes-d'), serverId: 'd', version: '3.17.1' },
    day(3),
    'upload-1',
  );
  const connect = { observedAt: day(18), date: '2026-03-17', status: 'success', failed: false };
  await sources.noteGitHubConnect({ hostName: host('ghes-a'), serverId: 'a', version: null }, connect);
  const attempt = { runId: 'run-1', attemptedAt: day(4), failure: null, observedAt: day(4) };
  await sources.noteSync('server:ghes-a', attempt);
  await sources.noteSync('server:ghes-b', { ...attempt, failure: 'unavailable', observedAt: null });
  await sources.noteSync('server:ghes-b', { ...attempt, runId: 'run-2', attemptedAt: day(11) });
  await sources.noteSync('server:ghes-b', {
    ...attempt,
    runId: 'run-3',
    attemptedAt: day(18),
    failure: 'held',
  });
}

describe('a table that was lost', () => {
  test('is rebuilt from the bucket alone: people, usage, history and sources are those of before', async () => {
    await weeksOfUse();
    await ownersDecide();
    await syncsTell();
    await world.drop(A, usersReport(range(1, 34), [8]), day(22));
    const before = await ledger();
    // What makes the comparison worth making.
    expect(before.committed?.generation).toBeGreaterThan(5);
    expect(before.sources.find(({ source }) => source === 'server:ghes-b')?.held).not.toBeNull();

    await world.dropTable();
    const rebuilt = await world.rebuild();
    expect(await ledger()).toEqual(before);
    expect(rebuilt).toMatchObject({ committed: before.committed, sources: 4, skippedMerges: 0 });
  }, 60_000);

  test('is rebuilt from files of every form', async () => {
    const newest = Date.parse(day(28));
    for (const file of enterpriseFiles(generateEnterprise({ people: 120, seed: 20260301 }))) {
      const key = `uploads/${file.hostName === null ? '' : `${file.hostName}/`}${file.name}`;
      const observedAt = new Date(newest - file.observedDaysAgo * DAY_MS).toISOString();
      await world.drop(key, await buffer(file.open()), observedAt);
    }
    const before = await ledger();
    await world.dropTable();
    await world.rebuild();
    expect(await ledger()).toEqual(before);
  }, 60_000);

  test('goes on as the lost one would have', async () => {
    await weeksOfUse();
    await world.dropTable();
    await world.rebuild();
    const before = await world.ports.usage.read();
    await world.drop(B, usersReport(range(20, 61)), day(23));
    expect(await world.ports.usage.read()).toMatchObject({
      generation: (before?.generation ?? 0) + 1,
      counts: { peopleAdded: 1, peopleChanged: 0, peopleRemoved: 0 },
    });
  }, 60_000);

  test('is rebuilt as well after files were merged into an empty table meanwhile', async () => {
    await weeksOfUse();
    await world.dropTable();
    await world.rebuild();
    const before = await ledger();
    await world.dropTable();
    // Made empty by somebody, and the way in was open.
    await world.makeTable();
    await world.drop(B, usersReport(range(20, 62)), day(23));
    await expect(world.rebuild()).rejects.toThrow('the table holds a ledger');
    await world.dropTable();
    await world.rebuild();
    const after = await ledger();
    expect(after.committed?.usage.people).toBe((before.committed?.usage.people ?? 0) + 2);
    expect(after.sources.map(({ source }) => source)).toEqual(before.sources.map(({ source }) => source));
  }, 60_000);

  test('of which an old snapshot is gone, too, is rebuilt from the others', async () => {
    await weeksOfUse();
    const before = await ledger();
    const first = before.committed && (await firstSnapshotKey());
    await world.deleteObject(first ?? '');
    await world.dropTable();
    expect(await world.rebuild()).toMatchObject({ skippedMerges: 2 });
    const after = await ledger();
    expect(after.committed).toEqual(before.committed);
    expect(after.sources).toEqual(before.sources);
  }, 60_000);

  test('of which the newest snapshot is gone, too, goes back to the one before', async () => {
    await world.drop(A, usersReport(range(1, 30)), day(1));
    const before = await world.ports.sources.list();
    const people = (await world.ports.usage.read())?.usage.people;
    await world.drop(A, usersReport(range(1, 34)), day(8));
    const [newest] = (await world.ports.usage.read())?.snapshots ?? [];
    await world.deleteObject(newest?.key ?? '');
    await world.dropTable();
    await world.rebuild();
    expect(await world.ports.sources.list()).toEqual(before);
    expect((await world.ports.usage.read())?.usage.people).toBe(people);
  }, 60_000);
});

async function firstSnapshotKey(): Promise<string | undefined> {
  for await (const { committed } of world.ports.mergeRecords.list()) return committed.snapshots[0]?.key;
  return undefined;
}

describe('nothing is written', () => {
  test('to a table that holds a ledger', async () => {
    await world.drop(A, usersReport([1, 2]), day(1));
    const before = await world.content();
    await expect(world.rebuild()).rejects.toThrow('the table holds a ledger');
    expect(await world.content()).toEqual(before);
  });

  test('from a bucket in which no merge is recorded', async () => {
    await expect(world.rebuild()).rejects.toThrow('no merge is recorded in the bucket');
    expect(await world.content()).toEqual([]);
  });

  test('while a merge is under way', async () => {
    await world.ports.lease.acquire('somebody else', Date.now());
    await expect(world.rebuild()).rejects.toThrow('a merge is under way');
  });
});
