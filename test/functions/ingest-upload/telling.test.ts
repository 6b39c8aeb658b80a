import { describe, expect, test } from 'vitest';
import { IngestWorld, range, redelivered, usersReport } from '../../support/ingest-world.ts';
import { toldLines } from '../../support/told-lines.ts';

const KEY = 'uploads/ghes.example.com/all_users.csv';

test('a merge is told once, then each upload it includes', async () => {
  const world = new IngestWorld();
  await world.deliver(world.drop(KEY, usersReport([1, 2])), world.drop(KEY, usersReport([1, 2, 3])));
  expect(toldLines(world)).toEqual([
    'merged: generation 1, 3 consumed, before nothing',
    'upload superseded',
    'upload merged',
  ]);
});

test('a merge that commits nothing is not told', async () => {
  const world = new IngestWorld();
  const message = world.drop(KEY, usersReport([1, 2]), { at: 1 });
  await world.deliver(message);
  await world.deliver(world.drop(KEY, usersReport([1, 2]), { at: 1 }));
  expect(toldLines(world).filter((line) => line.startsWith('merged'))).toHaveLength(1);
});

test('what was told before is told with the next merge', async () => {
  const world = new IngestWorld();
  await world.deliver(world.drop(KEY, usersReport([1, 2])));
  await world.deliver(world.drop(KEY, usersReport([1, 2, 3])));
  expect(toldLines(world)).toContain('merged: generation 2, 3 consumed, before 2');
});

test('files that do not get as far as a merge are told too, and a held one again when it is accepted', async () => {
  const world = new IngestWorld();
  await world.deliver(world.drop(KEY, 'nonsense'));
  await world.deliver(world.drop(KEY, usersReport(range(1, 60))));
  await world.deliver(world.drop(KEY, usersReport([1])));
  const held = world.outcomes().find(({ state }) => state === 'held');
  await world.deliver(world.accept(held?.id ?? ''));
  const uploads = toldLines(world).filter((line) => line.startsWith('upload'));
  expect(uploads).toEqual(['upload rejected', 'upload merged', 'upload held', 'upload merged']);
});

describe('a delivery that comes again', () => {
  test('tells an outcome once more, which the one before may not have come to', async () => {
    const world = new IngestWorld();
    const message = world.drop(KEY, 'nonsense');
    await world.deliver(message);
    await world.deliver(redelivered(message));
    expect(toldLines(world)).toEqual(['upload rejected', 'upload rejected']);
  });

  test('does so too when it was redriven, and counts as a first delivery again', async () => {
    const world = new IngestWorld();
    const message = world.drop(KEY, 'nonsense');
    await world.deliver(message);
    await world.deliver(message);
    expect(toldLines(world)).toEqual(['upload rejected', 'upload rejected']);
  });
});

describe('when nobody can be told', () => {
  const failing = new Error('no bus');

  test('the upload and the merge are as good, and it is noticed', async () => {
    const world = new IngestWorld();
    world.events.failure = failing;
    expect(await world.deliver(world.drop(KEY, usersReport([1, 2])))).toEqual([]);
    expect(world.outcomes()).toMatchObject([{ state: 'merged' }]);
    expect(world.usage.commits).toHaveLength(1);
    expect(world.untold).toEqual(['merged', 'upload-ended']);
  });

  test('the next merge tells of what has changed since', async () => {
    const world = new IngestWorld();
    await world.deliver(world.drop(KEY, usersReport([1, 2])));
    world.events.failure = failing;
    await world.deliver(world.drop(KEY, usersReport([1, 2, 3])));
    world.events.failure = null;
    await world.deliver(world.drop(KEY, usersReport([1, 2, 3, 4])));
    expect(toldLines(world).filter((line) => line.startsWith('merged'))).toEqual([
      'merged: generation 1, 2 consumed, before nothing',
      'merged: generation 3, 4 consumed, before 2',
    ]);
  });
});
