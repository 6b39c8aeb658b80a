import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_HOLD_POLICY, type HoldPolicy } from '../../shared/domain/hold.ts';
import { isNewer } from '../../shared/domain/newest.ts';
import { CHANNEL_OF_PULL, type Pull, type PullFailure, type SyncRun } from '../../shared/domain/sync-run.ts';
import type { SnapshotRef } from '../../shared/domain/upload.ts';
import { entriesOf, sourceIdOf } from '../../shared/domain/usage-snapshot.ts';
import { type CapturedOutput, captureOutput } from '../support/captured-output.ts';
import { type Enterprise, generateEnterprise } from '../support/enterprise/enterprise.ts';
import { accountsBySource, peopleInLedger, peoplePurelyMerged } from '../support/merge-invariants.ts';
import { failureAfter } from '../support/peer-faults.ts';
import { SLOW_PLAN, somePlan } from '../support/peer-plans.ts';
import { type Attempt, PeerWorld } from '../support/peer-world.ts';

/** Replays other cases: FAULTS_SEED=7 npx vitest run test/faults */
const SEED = Number(process.env.FAULTS_SEED ?? 20260301);

/** Cases at once, each with a peer and stores of its own: much of the time they wait. */
const LANES = 3;
const CASES_PER_LANE = 20;

/** What the peer may show. With 30 people all comes on one page, with 340 rows and accounts come on several. */
const ENTERPRISES = [
  { people: 30, seed: 1 },
  { people: 30, seed: 2 },
  { people: 340, seed: 3 },
  { people: 340, seed: 4 },
].map(generateEnterprise);

const NOTHING_HELD = { maxRemovedShare: 1, maxRemovedAccounts: Number.POSITIVE_INFINITY };

const GOOD: Attempt = { plan: {}, reporting: 3, acceptRemovals: true };

interface Shown extends Attempt {
  /** What the peer shows meanwhile. */
  readonly shown: number;
}

interface Case {
  readonly beginsWell: boolean;
  readonly hold: HoldPolicy;
  readonly attempts: readonly Shown[];
  readonly shownAtLast: number;
}

const shown = fc.nat(ENTERPRISES.length - 1);

const aCase: fc.Arbitrary<Case> = fc.record({
  beginsWell: fc.boolean(),
  // Where nothing is held, only completeness keeps accounts from being lost.
  hold: fc.constantFrom(NOTHING_HELD, DEFAULT_HOLD_POLICY),
  attempts: fc.array(
    fc.record({ shown, plan: somePlan, reporting: fc.nat(3), acceptRemovals: fc.constant(false) }),
    { minLength: 1, maxLength: 3 },
  ),
  shownAtLast: shown,
});

const SLOW_CASE: Case = {
  beginsWell: true,
  hold: NOTHING_HELD,
  attempts: [{ shown: 1, plan: SLOW_PLAN, reporting: 3, acceptRemovals: false }],
  shownAtLast: 2,
};

/** Pulls of all cases that had to do with a fault, by what became of them. */
const faced = { failed: 0, completed: 0 };

test(`whatever requests fail, a sync keeps to what is complete, and tells so (FAULTS_SEED=${SEED})`, async () => {
  const output = captureOutput();
  const property = fc.asyncProperty(aCase, async ({ beginsWell, hold, attempts, shownAtLast }) => {
    const world = await PeerWorld.start(hold);
    try {
      if (beginsWell) await syncOnce(world, { ...GOOD, shown: 0 }, output);
      for (const attempt of attempts) await syncOnce(world, attempt, output);
      const run = await syncOnce(world, { ...GOOD, shown: shownAtLast }, output);
      expect(run.state).toBe('succeeded');
      expect(world.stores.usage.commits.at(-1)?.usage).toEqual(enterpriseAt(shownAtLast).truth.usage);
    } finally {
      await world.close();
    }
  });
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    fc.assert(property, {
      seed: SEED + lane,
      numRuns: CASES_PER_LANE,
      examples: lane === 0 ? [[SLOW_CASE]] : [],
    }),
  );
  for (const lane of await Promise.allSettled(lanes)) if (lane.status === 'rejected') throw lane.reason;
  expect(faced.failed).toBeGreaterThan(LANES * CASES_PER_LANE);
  expect(faced.completed).toBeGreaterThan(LANES * CASES_PER_LANE);
});

function enterpriseAt(position: number): Enterprise {
  const enterprise = ENTERPRISES[position];
  if (enterprise === undefined) throw new RangeError(`there is no enterprise ${position}`);
  return enterprise;
}

/** One sync, and all that has to be so after any. */
async function syncOnce(
  world: PeerWorld,
  { shown: position, ...attempt }: Shown,
  output: CapturedOutput,
): Promise<SyncRun> {
  const { stores } = world;
  await world.show(enterpriseAt(position));
  const stored = new Set(stores.snapshots.snapshots.keys());
  const accountsBefore = await accountsBySource(stores);
  const newestBefore = await newestSnapshots(world);
  const outputBefore = output.text().length;
  const run = await world.run(attempt);

  expectCompleteSnapshots(world, stored);
  expect(peopleInLedger(stores)).toEqual(await peoplePurelyMerged(stores));
  const accounts = await accountsBySource(stores);
  for (const [source, before] of accountsBefore) {
    if (before > 0) expect(accounts.get(source), `accounts of ${source}`).toBeGreaterThan(0);
  }
  expect(world.runs.runs.get(run.id)).toEqual(run);
  expect(run.state).toBe(endOf(run.pulls));
  const registered = (await newestSnapshots(world)).filter(
    ({ key }) => !newestBefore.some((ref) => ref.key === key),
  );
  for (const pull of run.pulls) {
    expectTruth(pull, { world, run, registered });
    if (world.exchangesOf(pull).some(({ fault }) => fault !== null)) {
      faced[pull.state === 'failed' ? 'failed' : 'completed']++;
    }
  }
  const told = [JSON.stringify(run), inspectErrors(world), output.text().slice(outputBefore)];
  for (const text of told) expectNoSecret(text, world);
  return run;
}

/** Those that were not stored before, whether they became the newest ones or not. */
function expectCompleteSnapshots({ stores, contents }: PeerWorld, before: ReadonlySet<string>): void {
  for (const [key, snapshot] of stores.snapshots.snapshots) {
    if (before.has(key)) continue;
    expect(entriesOf(snapshot), key).toEqual(contents.get(`${sourceIdOf(snapshot)} ${snapshot.channel}`));
  }
}

async function newestSnapshots({ stores }: PeerWorld): Promise<SnapshotRef[]> {
  return (await stores.sources.list()).flatMap(({ snapshots }) => snapshots);
}

function endOf(pulls: readonly Pull[]): SyncRun['state'] {
  const good = pulls.filter(({ state }) => state === 'completed' || state === 'superseded');
  if (good.length === pulls.length) return 'succeeded';
  return good.length === 0 ? 'failed' : 'partly-failed';
}

interface Ended {
  readonly world: PeerWorld;
  readonly run: SyncRun;
  /** The newest snapshots that were not so before. */
  readonly registered: readonly SnapshotRef[];
}

/** What the record tells of a pull, against what the peer, the registry and the merge know of it. */
function expectTruth(pull: Pull, { world, run, registered }: Ended): void {
  const { kind, source, state, failure, snapshot, requests } = pull;
  const told = `${kind} ${source} ${state} ${failure}`;
  const merged = world.stores.usage.commits.at(-1)?.snapshots ?? [];
  const isMerged = merged.some(({ key }) => key === snapshot?.key);
  const isItsChannel = (ref: SnapshotRef) => ref.source === source && ref.channel === CHANNEL_OF_PULL[kind];
  expect(requests, told).toBe(world.exchangesOf(pull).length);
  if (state === 'failed') {
    expect(snapshot, told).toBeNull();
    expect(registered.filter(isItsChannel), told).toEqual([]);
    expect(reasonsOf(pull, world, run), told).toContain(failure);
    return;
  }
  expect(failure, told).toBeNull();
  expect(['completed', 'superseded', 'held'], told).toContain(state);
  expect(isMerged, told).toBe(state === 'completed' && CHANNEL_OF_PULL[kind] !== null);
  if (state !== 'superseded') return;
  expect(
    merged.some((ref) => isItsChannel(ref) && snapshot !== null && isNewer(ref, snapshot)),
    told,
  ).toBe(true);
}

/**
 * Why a pull may have failed: as its own requests were answered, or, where it has sent none, as the list that names
 * it. Nobody can read the accounts of an upload that has been replaced, whatever request it was replaced at.
 */
function reasonsOf(pull: Pull, world: PeerWorld, run: SyncRun): (PullFailure | null)[] {
  if (pull.startedAt === null) {
    return [run.pulls.find(({ kind }) => kind === 'server-installations')?.failure ?? 'not-found'];
  }
  const replaced = world.exchanges.filter(({ fault }) => fault?.kind === 'new-upload');
  const behind = [...world.exchangesOf(pull), ...(pull.kind === 'server-accounts' ? replaced : [])];
  return behind.map(({ fault, operation }) => fault && failureAfter(fault, operation));
}

function inspectErrors({ errors }: PeerWorld): string {
  return inspect(errors, { depth: 9, showHidden: true, maxArrayLength: null });
}

/** Every address, whosesoever: a letter or a digit, `@`, and a domain. */
const ADDRESS = /[\p{L}\p{N}]@[\p{L}\p{N}-]+\.\p{L}/u;

function expectNoSecret(text: string, { peer: { connections } }: PeerWorld): void {
  const instances = connections.server_instances;
  const secrets = [
    connections.cloud.token,
    ...instances.map(({ token }) => token),
    ...instances.map(({ username, token }) => Buffer.from(`${username}:${token}`).toString('base64')),
  ];
  for (const secret of secrets) expect(text).not.toContain(secret);
  expect(text).not.toMatch(ADDRESS);
}
