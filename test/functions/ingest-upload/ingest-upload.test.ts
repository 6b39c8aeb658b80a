import { describe, expect, test } from 'vitest';
import type { QueueMessage } from '../../../functions/ingest-upload/ingest-upload.ts';
import { IngestWorld, message, range, redelivered, usersReport } from '../../support/ingest-world.ts';
import { peopleInLedger, peoplePurelyMerged } from '../../support/merge-invariants.ts';

const REPORT = 'uploads/ghes-a.example.com/all_users.csv';
const ENCRYPTED = JSON.stringify({
  instance: {
    server_id: '5d1e4e21-0c9b-4f5d-9b5a-0f6c5bb0a001',
    host_name: 'ghes-a.example.com',
    version: '3.15.2',
    features: [],
  },
  users: 'q1w2e3r4t5y6u7i8o9p0'.repeat(20),
});

describe('a dropped file', () => {
  test('becomes merged license usage, with counts', async () => {
    const world = new IngestWorld();
    expect(await world.deliver(world.drop(REPORT, usersReport([1, 2, 3], [3])))).toEqual([]);
    expect(world.outcomes()).toMatchObject([
      {
        state: 'merged',
        source: 'server:ghes-a.example.com',
        snapshot: { channel: 'users-report', accounts: 3 },
        counts: { peopleAdded: 3, peopleChanged: 0, peopleRemoved: 0, licensesBefore: 0, licensesAfter: 2 },
      },
    ]);
    expect(world.merges).toHaveLength(1);
  });

  test('whose event comes twice is one upload', async () => {
    const world = new IngestWorld();
    const event = world.drop(REPORT, usersReport([1]));
    await world.deliver(event);
    const before = world.outcomes();
    await world.deliver(event, redelivered(event));
    expect(world.outcomes()).toEqual(before);
    expect(world.usage.commits).toHaveLength(1);
  });

  test('dropped again under its key is another upload that changes nobody', async () => {
    const world = new IngestWorld();
    await world.deliver(world.drop(REPORT, usersReport([1])));
    await world.deliver(world.drop(REPORT, usersReport([1])));
    expect(world.outcomes()).toMatchObject([
      { state: 'merged', counts: { peopleAdded: 1 } },
      { state: 'merged', counts: { peopleAdded: 0, peopleChanged: 0, peopleRemoved: 0 } },
    ]);
  });

  test('of an earlier time is superseded by the newer one that was here before it', async () => {
    const world = new IngestWorld();
    await world.deliver(world.drop(REPORT, usersReport([1, 2]), { at: 30 }));
    await world.deliver(world.drop(REPORT, usersReport([1]), { at: 20 }));
    expect(world.outcomes().map((upload) => upload.state)).toEqual(['merged', 'superseded']);
    expect(world.people.people.size).toBe(2);
  });

  test('is observed when its metadata says', async () => {
    const world = new IngestWorld();
    const metadata = { 'observed-at': '2026-03-01T08:00:00+02:00' };
    await world.deliver(world.drop(REPORT, usersReport([1]), { metadata }));
    expect(world.outcomes()).toMatchObject([{ observedAt: '2026-03-01T06:00:00.000Z', state: 'merged' }]);
  });

  test.each([
    ['not a date', 'yesterday'],
    ['half a date', '2026'],
    ['in the future', '2027-01-01T00:00:00Z'],
  ])('whose metadata is %s is rejected', async (_, observedAt) => {
    const world = new IngestWorld();
    await world.deliver(world.drop(REPORT, usersReport([1]), { metadata: { 'observed-at': observedAt } }));
    expect(world.outcomes()).toMatchObject([
      { state: 'rejected', rejection: { reason: 'invalid-metadata' } },
    ]);
  });

  test('that is broken is rejected as a whole and acknowledged', async () => {
    const world = new IngestWorld();
    await world.deliver(world.drop(REPORT, usersReport([1])));
    const broken = usersReport([1, 2]).replace(',2,', ',two,');
    expect(await world.deliver(world.drop(REPORT, broken))).toEqual([]);
    expect(world.outcomes()[1]).toMatchObject({
      state: 'rejected',
      rejection: { reason: 'invalid-content', totalProblems: 1, problems: [{ line: 3 }] },
    });
    expect(world.people.people.size).toBe(1);
  });

  test('that was deleted before it was read is rejected', async () => {
    const world = new IngestWorld();
    const event = world.drop(REPORT, usersReport([1]));
    world.files.delete(REPORT);
    expect(await world.deliver(event)).toEqual([]);
    expect(world.outcomes()).toMatchObject([{ state: 'rejected', rejection: { reason: 'file-gone' } }]);
  });

  test('with encrypted users tells of the instance; the accounts known before stay', async () => {
    const world = new IngestWorld();
    await world.deliver(world.drop(REPORT, usersReport([1, 2])));
    await world.deliver(world.drop('uploads/export.json', ENCRYPTED));
    expect(world.outcomes()[1]).toMatchObject({ state: 'encrypted', source: 'server:ghes-a.example.com' });
    expect(world.people.people.size).toBe(2);
    expect(await world.sources.get('server:ghes-a.example.com')).toMatchObject({
      instance: { serverId: '5d1e4e21-0c9b-4f5d-9b5a-0f6c5bb0a001', version: '3.15.2' },
      encrypted: { observedAt: '2026-03-05T10:02:00.000Z' },
    });
  });
});

describe('a file that would remove too many accounts', () => {
  async function heldUpload() {
    const world = new IngestWorld();
    await world.deliver(world.drop(REPORT, usersReport(range(1, 100))));
    await world.deliver(world.drop(REPORT, usersReport(range(1, 69))));
    const [, held] = world.outcomes();
    if (held === undefined) throw new Error('nothing was uploaded');
    return { world, held };
  }

  test('is held', async () => {
    const { world, held } = await heldUpload();
    const hold = { accountsBefore: 100, accountsRemoved: 31 };
    expect(held).toMatchObject({ state: 'held', hold });
    expect(await world.sources.get('server:ghes-a.example.com')).toMatchObject({
      held: { uploadId: held.id, observedAt: held.observedAt, hold },
    });
    expect(world.people.people.size).toBe(100);
  });

  test('is merged once an owner accepts it', async () => {
    const { world, held } = await heldUpload();
    expect(await world.deliver(world.accept(held.id))).toEqual([]);
    expect(world.outcomes()[1]).toMatchObject({
      state: 'merged',
      acceptedAt: '2026-03-05T12:00:00.000Z',
      counts: { peopleRemoved: 31 },
    });
    expect(world.people.people.size).toBe(69);
  });

  test('is superseded when a newer one came before it was accepted', async () => {
    const { world, held } = await heldUpload();
    await world.deliver(world.drop(REPORT, usersReport(range(1, 101))));
    await world.deliver(world.accept(held.id));
    expect(world.outcomes()[1]?.state).toBe('superseded');
    expect(world.people.people.size).toBe(101);
  });

  test('is merged by the redelivered acceptance when the first one died on the way', async () => {
    const { world, held } = await heldUpload();
    const commit = world.usage.commit.bind(world.usage);
    world.usage.commit = () => Promise.reject(new Error('the process was killed'));
    const accept = world.accept(held.id);
    expect(await world.deliver(accept)).toEqual([accept.id]);
    world.usage.commit = commit;
    expect(await world.deliver(redelivered(accept))).toEqual([]);
    expect(world.outcomes()[1]?.state).toBe('merged');
  });

  test('is not accepted twice, nor is one that was never held', async () => {
    const { world, held } = await heldUpload();
    const [first] = world.outcomes();
    await world.deliver(world.accept(held.id), world.accept(held.id), world.accept(first?.id ?? ''));
    expect(world.outcomes().map((upload) => upload.state)).toEqual(['merged', 'merged']);
  });
});

describe('a batch', () => {
  test('of several files needs one merge', async () => {
    const world = new IngestWorld();
    await world.deliver(
      world.drop(REPORT, usersReport([1])),
      world.drop('uploads/ghes-b.example.com/all_users.csv', usersReport([1])),
    );
    expect(world.usage.commits).toHaveLength(1);
    expect(world.outcomes().map((upload) => upload.state)).toEqual(['merged', 'merged']);
    expect(world.people.people.size).toBe(1);
  });

  test.each([
    ['older before the newer', [1, 2], ['superseded', 'merged']],
    ['newer before the older', [2, 1], ['merged', 'superseded']],
  ] as const)(
    'of two files of a source, the %s, merges the newer one alone',
    async (_, [first, second], states) => {
      const world = new IngestWorld();
      await world.deliver(
        world.drop(REPORT, usersReport([1]), { at: first }),
        world.drop(REPORT, usersReport([1]), { at: second }),
      );
      expect(world.outcomes().map((upload) => upload.state)).toEqual(states);
      expect(world.usage.commits.map(({ snapshots }) => snapshots.length)).toEqual([1]);
    },
  );

  test('brings back only what failed', async () => {
    const world = new IngestWorld();
    const good = world.drop(REPORT, usersReport([1]));
    const bad = world.drop('uploads/ghes-b.example.com/all_users.csv', usersReport([1]));
    const open = world.files.open.bind(world.files);
    world.files.open = (key, version) =>
      key.includes('ghes-b') ? Promise.reject(new Error('S3 is busy')) : open(key, version);
    expect(await world.deliver(good, bad)).toEqual([bad.id]);
    expect(world.outcomes().map((upload) => upload.state)).toEqual(['merged', 'received']);
  });

  test('comes again when somebody else merges all the while, and is merged then', async () => {
    const world = new IngestWorld();
    const event = world.drop(REPORT, usersReport([1]));
    const lease = await world.lease.acquire('somebody else', world.nowMs + 3_600_000);
    expect(await world.deliver(event)).toEqual([event.id]);
    expect(world.outcomes()[0]?.state).toBe('received');
    if (lease !== null) await world.lease.release(lease);
    world.nowMs -= 300_000;
    expect(await world.deliver(redelivered(event))).toEqual([]);
    expect(world.outcomes()[0]).toMatchObject({ state: 'merged', counts: { peopleAdded: 1 } });
  });

  test('with a message that nobody can read lets it go to the dead-letter queue', async () => {
    const world = new IngestWorld();
    expect(await world.deliver(message('odd', { hello: 'world' }))).toEqual(['odd']);
  });

  test('ignores the event that S3 sends when a notification is set up', async () => {
    const world = new IngestWorld();
    expect(await world.deliver(message('test', { Event: 's3:TestEvent' }))).toEqual([]);
  });
});

describe('a presigned upload', () => {
  const id = '01KAJ0Q2V3W4X5Y6Z7A8B9C0D1';
  const key = `uploads/ghes-a.example.com/${id}/all_users.csv`;

  test('has the id of its key', async () => {
    const world = new IngestWorld();
    await world.deliver(world.drop(key, usersReport([1])));
    expect(world.outcomes()).toMatchObject([{ id, state: 'merged' }]);
  });

  test('put a second time is another upload', async () => {
    const world = new IngestWorld();
    await world.deliver(world.drop(key, usersReport([1])));
    await world.deliver(world.drop(key, usersReport([1, 2])));
    expect(world.outcomes().map((upload) => upload.state)).toEqual(['merged', 'merged']);
    expect(world.people.people.size).toBe(2);
  });
});

test.each([
  ['comes again', redelivered],
  ['comes twice, or is redriven', (message: QueueMessage) => message],
])('an event that %s when its upload is merged mends what another attempt wrote late', async (_, again) => {
  const world = new IngestWorld();
  const first = world.drop('uploads/ghes-a.example.com/all_users.csv', usersReport([1, 2]));
  const second = world.drop('uploads/ghes-a.example.com/all_users.csv', usersReport([2, 3]));
  await world.deliver(first);
  const before = [...world.people.people.values()];
  await world.deliver(second);
  // The attempt that lost its lease had planned this before.
  await world.people.apply({ unsettles: [], lookupPuts: [], lookupDeletes: [], puts: before, deletes: [] });
  expect(peopleInLedger(world)).not.toEqual(await peoplePurelyMerged(world));
  expect(await world.deliver(again(second))).toEqual([]);
  expect(peopleInLedger(world)).toEqual(await peoplePurelyMerged(world));
});
