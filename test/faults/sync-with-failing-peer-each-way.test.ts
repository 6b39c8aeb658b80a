import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SyncRun } from '../../shared/domain/sync-run.ts';
import { captureOutput } from '../support/captured-output.ts';
import { type Enterprise, generateEnterprise } from '../support/enterprise/enterprise.ts';
import type { PeerPlan } from '../support/peer-faults.ts';
import { syncSoundly } from '../support/peer-invariants.ts';
import { EVERY_FAULT, everywhere, midway, TOO_SLOW_PLAN, TOTAL_FAILURES } from '../support/peer-plans.ts';
import { GOOD_ATTEMPT, NOTHING_HELD, PeerWorld } from '../support/peer-world.ts';

/** On one page, and on several. They take turns, so that what is lost or left over of one would show. */
const SMALL = generateEnterprise({ people: 30, seed: 1 });
const LARGE = generateEnterprise({ people: 340, seed: 3 });

let world: PeerWorld;

beforeAll(async () => {
  world = await PeerWorld.start(NOTHING_HELD);
});

afterAll(() => world.close());

async function syncOf(enterprise: Enterprise, plan: PeerPlan): Promise<SyncRun> {
  await world.show(enterprise);
  return syncSoundly(world, { ...GOOD_ATTEMPT, plan }, captureOutput());
}

async function syncWell(): Promise<void> {
  expect(await syncOf(LARGE, {})).toMatchObject({ state: 'succeeded' });
  expect(world.stores.usage.commits.at(-1)?.usage).toMatchObject(LARGE.truth.usage);
}

test('a sync of which nothing fails finds the truth', syncWell);

describe.each([...EVERY_FAULT])('a sync that is answered with %j', (fault) => {
  test('all the time', async () => {
    const run = await syncOf(SMALL, everywhere(fault));
    if (TOTAL_FAILURES.includes(fault)) expect(run).toMatchObject({ state: 'failed', mergeId: null });
  });

  test('after a good beginning', async () => {
    const run = await syncOf(LARGE, midway(fault));
    expect(run).toMatchObject({ state: expect.stringMatching(/succeeded|partly-failed/) });
  });
});

test('a sync that is answered too late tells so', async () => {
  const { pulls } = await syncOf(SMALL, TOO_SLOW_PLAN);
  const late = pulls.filter(({ failure }) => failure === 'timed-out');
  expect(late.map(({ kind }) => kind).sort()).toEqual([
    'consumed-licenses',
    'linked-identities',
    'users-report',
  ]);
});

test('a sync after all these finds the truth', syncWell);
