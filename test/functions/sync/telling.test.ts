import { expect, test } from 'vitest';
import { mortalPorts } from '../../support/mortal-ports.ts';
import { companyWorld, weekly } from '../../support/sync-world.ts';
import { toldLines } from '../../support/told-lines.ts';

test('a sync tells its merge, then its end', async () => {
  const world = companyWorld();
  const run = await world.run(weekly());
  expect(toldLines(world)).toEqual([
    expect.stringMatching(/^merged: generation 1, \d+ consumed, before nothing$/),
    'sync succeeded',
  ]);
  expect(world.events.sent.at(-1)).toEqual({ kind: 'sync-ended', run });
});

test('a run that ended is told again by a further attempt, since the one before may not have come to it', async () => {
  const world = companyWorld();
  await world.run(weekly());
  await world.run(weekly());
  expect(toldLines(world).filter((line) => line.startsWith('sync'))).toEqual([
    'sync succeeded',
    'sync succeeded',
  ]);
});

test('a manual run that came too late is told as failed', async () => {
  const world = companyWorld();
  const request = await world.accept();
  await world.syncLease.release({ owner: request.runId, fence: 1, expiresAtMs: 0 });
  await world.syncLease.acquire('another', world.nowMs + 600_000);
  await world.run(request);
  expect(toldLines(world)).toEqual(['sync failed']);
});

test('wherever an attempt dies, the next one tells the merge and the end', async () => {
  for (let calls = 1; ; calls += 7) {
    const world = companyWorld();
    const died = await world.run(weekly(), mortalPorts(world, calls)).then(
      () => false,
      () => true,
    );
    world.nowMs += 600_000;
    await world.run(weekly());
    expect(toldLines(world)).toContain('sync succeeded');
    expect(await world.told.read()).toMatchObject({ mergeId: world.usage.commits.at(-1)?.mergeId });
    if (!died) return;
  }
});

test('a run is as good when nobody can be told of it', async () => {
  const world = companyWorld();
  world.events.failure = new Error('no bus');
  expect(await world.run(weekly())).toMatchObject({ state: 'succeeded' });
  expect(world.untold).toEqual(['merged', 'sync-ended']);
});
