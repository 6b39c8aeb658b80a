import { inspect } from 'node:util';
import { expect } from 'vitest';
import { isNewer } from '../../shared/domain/newest.ts';
import { CHANNEL_OF_PULL, type Pull, type PullFailure, type SyncRun } from '../../shared/domain/sync-run.ts';
import type { SnapshotRef } from '../../shared/domain/upload.ts';
import { entriesOf, sourceIdOf } from '../../shared/domain/usage-snapshot.ts';
import type { CapturedOutput } from './captured-output.ts';
import { accountsBySource, peopleInLedger, peoplePurelyMerged } from './merge-invariants.ts';
import { failureAfter } from './peer-faults.ts';
import type { Attempt, Exchange, PeerWorld } from './peer-world.ts';

/** One sync, and all that has to be so after any, whatever became of its requests. */
export async function syncSoundly(
  world: PeerWorld,
  attempt: Attempt,
  output: CapturedOutput,
): Promise<SyncRun> {
  const { stores } = world;
  const storedBefore = new Set(stores.snapshots.snapshots.keys());
  const accountsBefore = await accountsBySource(stores);
  const newestBefore = (await newestSnapshots(world)).map(({ key }) => key);
  const outputBefore = output.text().length;
  const run = await world.run(attempt);

  expectCompleteSnapshots(world, storedBefore);
  expect(peopleInLedger(stores)).toEqual(await peoplePurelyMerged(stores));
  const accounts = await accountsBySource(stores);
  for (const [source, before] of accountsBefore) {
    if (before > 0) expect(accounts.get(source), `accounts of ${source}`).toBeGreaterThan(0);
  }
  const registered = (await newestSnapshots(world)).filter(({ key }) => !newestBefore.includes(key));
  for (const pull of run.pulls) expectTruth(pull, { world, run, registered });
  expect(run.state).toBe(endOf(run.pulls));
  expect(world.runs.runs.get(run.id)).toEqual(run);
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

interface Ended {
  readonly world: PeerWorld;
  readonly run: SyncRun;
  /** The newest snapshots that were not so before. */
  readonly registered: readonly SnapshotRef[];
}

/** What the record tells of a pull, against what the peer, the registry and the merge know of it. */
function expectTruth(pull: Pull, { world, run, registered }: Ended): void {
  const { kind, source, state, failure, snapshot } = pull;
  const told = `${kind} ${source} ${state} ${failure}`;
  const merged = world.stores.usage.commits.at(-1)?.snapshots ?? [];
  const isMerged = merged.some(({ key }) => key === snapshot?.key);
  const isOfPull = (ref: SnapshotRef) => ref.source === source && ref.channel === CHANNEL_OF_PULL[kind];
  expect(pull.requests, `requests of ${told}`).toBe(world.exchangesOf(pull).length);
  switch (state) {
    case 'failed':
      expect([told, snapshot, registered.filter(isOfPull)]).toEqual([told, null, []]);
      expect(reasonsFor(pull, world, run), told).toContain(failure);
      break;
    case 'completed':
      expect([told, failure, isMerged]).toEqual([told, null, CHANNEL_OF_PULL[kind] !== null]);
      expect(kind === 'server-accounts' && world.exchangesOf(pull).some(isNewUpload), told).toBe(false);
      break;
    case 'superseded':
      expect([told, failure, isMerged]).toEqual([told, null, false]);
      expect(
        merged.some((ref) => isOfPull(ref) && snapshot && isNewer(ref, snapshot)),
        told,
      ).toBe(true);
      break;
    default:
      expect([told, failure, isMerged]).toEqual([`${kind} ${source} held null`, null, false]);
  }
}

/**
 * Why a pull may have failed: for how its own requests were answered, or, where it has sent none, with the list that
 * should name it. The accounts of an upload cannot be had any more once there is a new one, whatever was asked then.
 */
function reasonsFor(pull: Pull, world: PeerWorld, run: SyncRun): (PullFailure | null)[] {
  if (pull.startedAt === null) {
    return [run.pulls.find(({ kind }) => kind === 'server-installations')?.failure ?? 'not-found'];
  }
  const newUploads = pull.kind === 'server-accounts' ? world.exchanges.filter(isNewUpload) : [];
  return [...world.exchangesOf(pull), ...newUploads].map(
    ({ fault, operation }) => fault && failureAfter(fault, operation),
  );
}

function isNewUpload({ fault }: Exchange): boolean {
  return fault?.kind === 'new-upload';
}

function endOf(pulls: readonly Pull[]): SyncRun['state'] {
  const good = pulls.filter(({ state }) => state === 'completed' || state === 'superseded');
  if (good.length === pulls.length) return 'succeeded';
  return good.length === 0 ? 'failed' : 'partly-failed';
}

function inspectErrors({ errors }: PeerWorld): string {
  return inspect(errors, { depth: 9, showHidden: true, maxArrayLength: null });
}

/** Anybody's address: a letter or a digit, `@`, and a domain. */
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
