import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { LicenseRow, LicenseRowDetails } from '../../../shared/domain/account.ts';
import { countFindings } from '../../../shared/domain/count-findings.ts';
import type { LedgerUnits } from '../../../shared/domain/ledger-units.ts';
import { summarizeUsage } from '../../../shared/domain/summarize-usage.ts';
import type { SnapshotRef } from '../../../shared/domain/upload.ts';
import type { CommittedUsage } from '../../../shared/domain/usage.ts';
import { mergeWithLease } from '../../../shared/merge/merge-with-lease.ts';
import {
  cloudSnapshot,
  email,
  identitiesSnapshot,
  licenseRow,
  serverAccount,
  serverSnapshot,
} from '../../support/accounts.ts';
import { MergeWorld } from '../../support/merge-world.ts';

const mona = serverAccount('ghes-a:1', { primaryEmail: email('mona@example.com') });
const hubot = serverAccount('ghes-a:2', { primaryEmail: email('hubot@example.com') });
const later = { observedAt: '2026-03-02T09:00:00.000Z' };

function rowOf(login: string, details: Partial<LicenseRowDetails> = {}): LicenseRow {
  return licenseRow({ login, details: { ...licenseRow().details, ...details } });
}

async function merge(world: MergeWorld, wanted: readonly SnapshotRef[] = [], mayRelyOnOthers = true) {
  return mergeWithLease(world, world.context, { wanted, mayRelyOnOthers });
}

describe('a merge', () => {
  test('commits the usage, the report and the day of the newest observation', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona, hubot], later));
    await world.observe(
      cloudSnapshot([licenseRow({ login: 'mona', verifiedEmails: [email('mona@example.com')] })]),
    );
    const outcome = await merge(world);
    expect(outcome).toMatchObject({
      kind: 'merged',
      committed: {
        generation: 1,
        asOf: later.observedAt,
        mergedAt: '2026-03-05T12:00:00.000Z',
        usage: { people: 2, consumed: 2, cloudAccounts: 1, serverAccounts: 2 },
        counts: { peopleAdded: 2, peopleChanged: 0, peopleRemoved: 0, licensesBefore: 0, licensesAfter: 2 },
      },
    });
    const [report] = world.reports.reports.values();
    expect(report?.map((person) => person.login ?? person.emails[0])).toEqual(['mona', 'hubot@example.com']);
    expect([...world.usage.days.keys()]).toEqual(['2026-03-02']);
  });

  test('of identities of others than before writes a report anew, though people and counts are the same', async () => {
    const world = new MergeWorld();
    const linked = { emails: [email('mona@example.com')] };
    await world.observe(cloudSnapshot([licenseRow({ login: 'a' }), licenseRow({ login: 'b' })]));
    await world.observe(identitiesSnapshot([{ login: 'a', ...linked }]));
    await merge(world);
    await world.observe(identitiesSnapshot([{ login: 'b', ...linked }], later.observedAt));
    await merge(world);
    const [before, after] = world.usage.commits.map(({ reportId }) => world.findings.reports.get(reportId));
    expect(before?.map(({ accounts }) => accounts)).toEqual([['@b']]);
    expect(after?.map(({ accounts }) => accounts)).toEqual([['@a']]);
  });

  test('that finds nothing new commits nothing', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    await merge(world);
    await merge(world);
    expect(world.usage.commits).toHaveLength(1);
  });

  test('that finds nothing new writes anew what was written in an older format', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    await merge(world);
    const [committed] = world.usage.commits;
    if (committed === undefined) throw new Error('nothing was committed');
    world.usage.commits[0] = { ...committed, reportFormat: 1 };
    await merge(world);
    await merge(world);
    expect(world.usage.commits.map(({ reportId }) => reportId)).toEqual(['id-2', 'id-4']);
    expect([...world.reports.reports.keys()]).toEqual(['id-2', 'id-4']);
  });

  test('of the same accounts seen later notes the date, and writes no person and no report', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    await merge(world);
    const plans = world.people.applied.length;
    await world.observe(serverSnapshot('ghes-a', [mona], later));
    const outcome = await merge(world);
    expect(outcome).toMatchObject({
      committed: { asOf: later.observedAt, counts: { peopleAdded: 0, peopleChanged: 0, peopleRemoved: 0 } },
    });
    expect(world.people.applied.slice(plans).flatMap((plan) => [...plan.puts, ...plan.deletes])).toEqual([]);
    expect(world.reports.reports.size).toBe(1);
  });

  test.each([
    ['people changed', [licenseRow({ login: 'mona', samlNameId: 'mona' })], {}],
    ['a detail of a row changed', [rowOf('mona', { name: 'Mona Lisa' })], {}],
    ['seats were bought', [rowOf('mona')], { seatsPurchased: 20 }],
  ])('writes both reports anew when %s', async (_name, rows, totals) => {
    const world = new MergeWorld();
    await world.observe(cloudSnapshot([rowOf('mona')], { seatsPurchased: 10 }));
    await merge(world);
    await world.observe(cloudSnapshot(rows, { seatsPurchased: 10, ...totals, ...later }));
    await merge(world);
    const [first, second] = world.usage.commits;
    expect(second?.reportId).not.toBe(first?.reportId);
    for (const reports of [world.reports.reports, world.licenses.reports]) {
      expect([...reports.keys()]).toEqual([first?.reportId, second?.reportId]);
    }
  });

  test('keeps its reports when the same rows come with another date, or from a newer channel of an instance', async () => {
    const world = new MergeWorld();
    await world.observe(cloudSnapshot([rowOf('mona')]));
    await world.observe(serverSnapshot('ghes-a', [mona]));
    await merge(world);
    await world.observe(cloudSnapshot([rowOf('mona')], later));
    await world.observe(serverSnapshot('ghes-a', [mona], { ...later, channel: 'export' }));
    await merge(world);
    expect(world.usage.commits.map((commit) => commit.reportId)).toEqual(['id-2', 'id-2']);
    expect(world.licenses.reports.size).toBe(1);
  });

  test('whose licenses cannot be written does not commit', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    world.licenses.write = () => Promise.reject(new Error('the bucket is out of reach'));
    await expect(merge(world)).rejects.toThrow('out of reach');
    expect(world.usage.commits).toEqual([]);
  });

  test('counts people added, changed and removed, and licenses before and after', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona, hubot]));
    await merge(world);
    const changed = { ...mona, suspended: true };
    const added = serverAccount('ghes-a:3', { primaryEmail: email('ada@example.com') });
    await world.observe(serverSnapshot('ghes-a', [changed, added], later));
    expect(await merge(world)).toMatchObject({
      committed: {
        counts: { peopleAdded: 1, peopleChanged: 1, peopleRemoved: 1, licensesBefore: 2, licensesAfter: 1 },
      },
    });
  });

  test('after one that crashed counts what both wrote', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona, hubot]));
    const commit = world.usage.commit.bind(world.usage);
    world.usage.commit = () => Promise.reject(new Error('the process was killed'));
    await expect(merge(world)).rejects.toThrow('killed');
    world.usage.commit = commit;
    expect(await merge(world)).toMatchObject({ committed: { counts: { peopleAdded: 2, peopleRemoved: 0 } } });
  });

  test('writes every look-up again of who is named in a note of a merge that crashed, and removes the note', async () => {
    const world = new MergeWorld();
    const further = email('mona@home.example');
    const moved = email('mona@former.example');
    await world.observe(serverSnapshot('ghes-a', [{ ...mona, furtherEmails: [further] }, hubot]));
    await merge(world);
    const [personId] = world.people.lookups.get(further) ?? [];
    if (personId === undefined) throw new Error('no look-up leads to mona');
    world.people.lookups.delete(further);
    world.people.lookups.set(moved, new Set([personId]));
    const people = [{ id: personId, lookupEmails: [further, moved] }];
    world.people.notes.set('note-1', { id: 'note-1', people });
    await merge(world);
    expect(await world.people.findLookups(further)).toEqual([{ email: further, personId }]);
    expect(await world.people.findLookups(moved)).toEqual([]);
    expect(world.people.notes.size).toBe(0);
    world.people.applied.length = 0;
    await merge(world);
    expect(world.people.applied.flatMap(({ puts, lookupPuts }) => [...puts, ...lookupPuts])).toEqual([]);
  });

  test('keeps the notes that it found when it does not come to its end', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    world.people.notes.set('note-1', { id: 'note-1', people: [] });
    world.people.apply = () => Promise.reject(new Error('the process was killed'));
    await expect(merge(world)).rejects.toThrow('killed');
    expect(world.people.notes.size).toBe(1);
  });

  test('stops in time, keeps what it wrote, and gives the lease back', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    const readShard = world.people.readShard.bind(world.people);
    world.people.readShard = (shard) => {
      world.nowMs += 10_000;
      return readShard(shard);
    };
    expect(await merge(world)).toEqual({ kind: 'out-of-time' });
    expect(await world.lease.acquire('the next one', world.nowMs)).not.toBeNull();
    expect(world.usage.commits).toEqual([]);
  });

  test.each([
    ['to its end', () => undefined],
    [
      'until it is killed',
      () => {
        throw new Error('the process was killed');
      },
    ],
  ])('that comes %s tells what it was charged, and nothing of before', async (_, end) => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    world.meter.units = { read: 100, write: 50 };
    const commit = world.usage.commit.bind(world.usage);
    world.usage.commit = async (usage, fence) => {
      world.meter.units = { read: 356.5, write: 53 };
      end();
      return commit(usage, fence);
    };
    const charges: LedgerUnits[] = [];
    await mergeWithLease(world, world.context, {
      wanted: [],
      mayRelyOnOthers: false,
      onCharged: (units) => charges.push(units),
    }).catch(() => undefined);
    expect(charges).toEqual([{ read: 256.5, write: 3 }]);
  });

  test('that fails writes nothing more once it has given up its lease', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    const isFree = () => world.lease.holder(world.nowMs).then((holder) => holder === null);
    const frees: boolean[] = [];
    let applied = 0;
    world.people.apply = async () => {
      if (++applied === 1) throw new Error('the ledger is out of reach');
      for (let turn = 0; turn < 20; turn++) await nextTurn();
      frees.push(await isFree());
    };
    await expect(merge(world)).rejects.toThrow('out of reach');
    for (let turn = 0; turn < 40; turn++) await nextTurn();
    expect(frees.length).toBeGreaterThan(0);
    expect(frees).not.toContain(true);
  });

  test('that began with the same generation as one that commits before it does not commit', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    await merge(world);
    await world.observe(serverSnapshot('ghes-a', [], later));
    const write = world.reports.write.bind(world.reports);
    world.reports.write = async (reportId, people) => {
      await world.usage.commit({ ...emptyCommit(world), generation: 2 }, 1);
      await write(reportId, people);
    };
    expect(await merge(world)).toEqual({ kind: 'lease-lost' });
  });

  test('that lost its lease does not commit', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    const write = world.reports.write.bind(world.reports);
    world.reports.write = async (reportId, people) => {
      await world.usage.commit({ ...emptyCommit(world), generation: 9 }, 99);
      await write(reportId, people);
    };
    expect(await merge(world)).toEqual({ kind: 'lease-lost' });
    expect(world.usage.commits.at(-1)?.generation).toBe(9);
  });

  test('whose lease somebody else took writes no further person', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    const list = world.sources.list.bind(world.sources);
    world.sources.list = async () => {
      world.nowMs += 61_000;
      await world.lease.acquire('somebody else', world.nowMs);
      return list();
    };
    expect(await merge(world)).toEqual({ kind: 'lease-lost' });
    expect(world.people.applied).toEqual([]);
  });
});

describe('while somebody else merges', () => {
  test('a merge of theirs that includes what is wanted will do', async () => {
    const world = new MergeWorld();
    const ref = await world.observe(serverSnapshot('ghes-a', [mona]));
    await merge(world);
    await world.lease.acquire('somebody else', world.nowMs);
    expect(await merge(world, [ref])).toMatchObject({ kind: 'merged', committed: { mergeId: 'id-2' } });
  });

  test('it will not after a failed attempt, nor when it lacks what is wanted', async () => {
    const world = new MergeWorld();
    const merged = await world.observe(serverSnapshot('ghes-a', [mona]));
    await merge(world);
    const unmerged = await world.observe(serverSnapshot('ghes-a', [mona], later));
    await world.lease.acquire('somebody else', world.nowMs + 3_600_000);
    expect(await merge(world, [merged], false)).toEqual({ kind: 'lease-busy' });
    world.nowMs -= 300_000;
    expect(await merge(world, [unmerged])).toEqual({ kind: 'lease-busy' });
  });
});

/** What a merge of no sources at all would commit. */
function emptyCommit(world: MergeWorld): CommittedUsage {
  const at = new Date(world.nowMs).toISOString();
  const counts = { peopleAdded: 0, peopleChanged: 0, peopleRemoved: 0, licensesBefore: 0, licensesAfter: 0 };
  return {
    usage: { ...summarizeUsage([], []), findings: countFindings([]), reconciliation: null },
    generation: 1,
    mergeId: 'another',
    mergedAt: at,
    asOf: at,
    snapshots: [],
    counts,
    reportId: 'another',
    reportFormat: 1,
  };
}
