import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LedgerEntry, SHARDS } from '../../shared/domain/ledger.ts';
import { usersReport } from '../support/ingest-world.ts';
import { RecoveryWorld } from '../support/recovery-world.ts';
import { readStores } from '../support/stores-file.ts';
import { USERS_REPORT } from './company.ts';

const FOLDER = new URL('../fixtures/stores/', import.meta.url);
const names = readdirSync(FOLDER).map((file) => file.replace('.json.gz', ''));

/** Digests of other versions are others. */
function undigested({ digest: _, ...entry }: LedgerEntry): Omit<LedgerEntry, 'digest'> {
  return entry;
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

describe.each(names)('on the stores %s of an earlier version', (name) => {
  let world: RecoveryWorld;

  beforeEach(async () => {
    world = await RecoveryWorld.start();
    await world.restore(readStores(new URL(`${name}.json.gz`, FOLDER)));
  });

  afterEach(() => world.stop());

  async function entries() {
    const shards = await Promise.all(SHARDS.map((shard) => world.ports.people.readShard(shard)));
    return shards.flat();
  }

  test('a merge changes who has changed and nobody else: ids, dates and matches are kept', async () => {
    const before = await world.ports.usage.read();
    const people = await entries();
    // Of the users report before, 9 is gone and 11 is new.
    const report = usersReport([1, 2, 3, 4, 5, 6, 7, 11], [5]);
    await world.drop(USERS_REPORT, report, '2026-03-22T08:00:00.000Z');
    const after = await world.ports.usage.read();
    expect(after?.generation).toBe((before?.generation ?? 0) + 1);
    expect(after?.counts).toMatchObject({ peopleAdded: 1, peopleChanged: 0, peopleRemoved: 1 });
    const kept = new Map((await entries()).map((entry) => [entry.id, entry]));
    expect(people.map((entry) => kept.get(entry.id)).filter((entry) => entry !== undefined)).toEqual(
      people.filter(({ id }) => kept.has(id)),
    );
    expect(people.filter(({ id }) => !kept.has(id))).toHaveLength(1);
  });

  test('what was stored can be read: sources, uploads, history, reports', async () => {
    const { sources, uploads, usage, changes, licenses, reports } = world.ports;
    const reportId = (await usage.read())?.reportId ?? '';
    const page = { page: 1, perPage: 100 };
    expect((await sources.list()).map(({ source }) => source)).toEqual(['cloud', 'server:ghes-a']);
    expect((await uploads.list(page)).items.map(({ state }) => state)).toEqual(
      Array.from({ length: 4 }, () => 'merged'),
    );
    expect((await usage.history('2026-03-01', '2026-03-31')).map(({ day }) => day)).toEqual([
      '2026-03-01',
      '2026-03-02',
      '2026-03-08',
      '2026-03-15',
    ]);
    const people = await entries();
    expect((await reports.page(reportId, page)).total).toBe(people.length);
    const everything = { mergeId: null, from: null, to: null };
    expect((await changes.page(reportId, everything, page)).total).toBeGreaterThan(0);
    expect((await licenses.page(reportId, page))?.total).toBe((await usage.read())?.usage.consumed);
  });

  test('the ledger is rebuilt from the bucket', async () => {
    const before = await entries();
    const committed = await world.ports.usage.read();
    await world.dropTable();
    await world.rebuild();
    expect((await entries()).map(undigested).toSorted(byId)).toEqual(before.map(undigested).toSorted(byId));
    expect((await world.ports.usage.read())?.usage).toEqual(committed?.usage);
  });
});
