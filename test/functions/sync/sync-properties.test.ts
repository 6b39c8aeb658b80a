import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pull, PullKind, SyncRun } from '../../../shared/domain/sync-run.ts';
import { serverSourceId } from '../../../shared/domain/usage-snapshot.ts';
import { host } from '../../support/accounts.ts';
import { accountsBySource, peopleInLedger, peoplePurelyMerged } from '../../support/merge-invariants.ts';
import { mortalPorts } from '../../support/mortal-ports.ts';
import {
  type Answers,
  goodAnswers,
  LATE_LOGIN,
  PULLS,
  scriptAnswers,
  someAnswers,
  tellsTruth,
} from '../../support/sync-faults.ts';
import { numbers } from '../../support/sync-sources.ts';
import { SyncWorld, weekly } from '../../support/sync-world.ts';

const GHES_A = serverSourceId(host('ghes-a'));
const DAY_MS = 24 * 3_600_000;

/** The pulls that tell which accounts a source has. */
const DECIDING = new Set<PullKind>(['consumed-licenses', 'server-accounts', 'users-report']);

interface Attempt {
  readonly answers: Answers;
  /** After so many calls of its stores the run dies and comes again; null: it does not. */
  readonly diesAfter: number | null;
}

const someRuns: fc.Arbitrary<Attempt[]> = fc.array(
  fc.record({ answers: someAnswers, diesAfter: fc.option(fc.nat(700)) }),
  { minLength: 1, maxLength: 3 },
);

/** Few accounts are enough to be held. */
function newWorld(): SyncWorld {
  const world = new SyncWorld();
  world.hold = { maxRemovedShare: 0.3, maxRemovedAccounts: 1 };
  return world;
}

/** One day later, with these answers. A run that dies is gone on with once. */
async function runOnce(world: SyncWorld, number: number, { answers, diesAfter }: Attempt): Promise<SyncRun> {
  world.nowMs += DAY_MS;
  scriptAnswers(world.github, answers, new Date(world.nowMs - 3_600_000).toISOString());
  if (diesAfter !== null) {
    await world.run(weekly(number), mortalPorts(world, diesAfter)).catch(() => undefined);
  }
  return world.run(weekly(number));
}

function isGood({ state }: Pull): boolean {
  return state === 'completed' || state === 'superseded';
}

/** What the end of a run is called, by what its pulls came to. */
function nameOfEnd(pulls: readonly Pull[]): SyncRun['state'] {
  if (pulls.every(isGood)) return 'succeeded';
  return pulls.some(isGood) ? 'partly-failed' : 'failed';
}

describe('whatever GitHub and the instances answer, and wherever a run dies', () => {
  test('the ledger shows the pure merge of complete snapshots, and no source is emptied', async () => {
    await fc.assert(
      fc.asyncProperty(someRuns, async (runs) => {
        const world = newWorld();
        for (const [index, attempt] of runs.entries()) {
          const before = await accountsBySource(world);
          const run = await runOnce(world, index, attempt);
          const after = await accountsBySource(world);
          for (const [source, size] of before) if (size > 0) expect(after.get(source)).toBeGreaterThan(0);
          if (run.mergeId === null) continue;
          const actual = peopleInLedger(world);
          expect(actual).toEqual(await peoplePurelyMerged(world));
          expect(JSON.stringify(actual)).not.toContain(LATE_LOGIN);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the record of the run tells the truth', async () => {
    await fc.assert(
      fc.asyncProperty(someRuns, async (runs) => {
        const world = newWorld();
        for (const [index, attempt] of runs.entries()) {
          const run = await runOnce(world, index, attempt);
          expect(world.stored(weekly(index))).toEqual(run);
          expect(run.state).toBe(nameOfEnd(run.pulls));
          const list = run.pulls.find(({ kind }) => kind === 'server-installations');
          for (const pull of run.pulls) {
            const answer = attempt.answers[`${pull.kind} ${pull.source}`];
            const wasAsked = pull.startedAt !== null || pull.state === 'skipped';
            const truth = answer !== undefined && tellsTruth(pull, answer);
            if (wasAsked) expect([pull, answer, truth]).toEqual([pull, answer, true]);
            else expect(pull).toMatchObject({ state: 'failed', failure: list?.failure ?? 'not-found' });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what is told as completed was merged, what is told as held was not', async () => {
    await fc.assert(
      fc.asyncProperty(someRuns, async (runs) => {
        const world = newWorld();
        for (const [index, attempt] of runs.entries()) {
          const { pulls } = await runOnce(world, index, attempt);
          const merged = world.usage.commits.at(-1)?.snapshots ?? [];
          for (const { state, snapshot } of pulls) {
            const isMerged = merged.some(({ key }) => key === snapshot?.key);
            if (snapshot !== null) expect([state, isMerged]).toEqual([state, state === 'completed']);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a source is noted as good when all that decides of it was', async () => {
    await fc.assert(
      fc.asyncProperty(someRuns, async (runs) => {
        const world = newWorld();
        for (const [index, attempt] of runs.entries()) {
          const run = await runOnce(world, index, attempt);
          for (const { source, sync } of await world.sources.list()) {
            if (sync?.runId !== run.id) continue;
            const deciding = run.pulls.filter((pull) => pull.source === source && DECIDING.has(pull.kind));
            expect([source, sync.failure === null]).toEqual([source, deciding.every(isGood)]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a source that one attempt had no time for is noted as the next one found it, wherever the first died', async () => {
    const answered = new Set(['server-installations cloud', `server-accounts ${GHES_A}`]);
    const refused = PULLS.filter((pull) => !answered.has(pull));
    const answers: Answers = {
      ...goodAnswers([1]),
      ...Object.fromEntries(refused.map((pull) => [pull, { kind: 'fails', failure: 'unauthorized' }])),
      'license-sync-status cloud': { kind: 'hangs', obeysSignal: false },
    };
    const before = { answers: goodAnswers([1]), diesAfter: null };
    for (let diesAfter = 0; diesAfter < 60; diesAfter++) {
      const world = newWorld();
      await runOnce(world, 0, before);
      const { pulls } = await runOnce(world, 1, { answers, diesAfter });
      const { state } = pulls.find(({ source, kind }) => source === GHES_A && DECIDING.has(kind)) ?? {};
      const sync = (await world.sources.get(GHES_A))?.sync;
      expect([diesAfter, state, sync?.failure]).toEqual(
        state === 'completed' ? [diesAfter, 'completed', null] : [diesAfter, 'skipped', 'timed-out'],
      );
    }
  });

  test('a later good run, whose owner accepts removals, brings everything to what is so', async () => {
    await fc.assert(
      fc.asyncProperty(someRuns, fc.integer({ min: 1, max: 8 }), async (runs, people) => {
        const world = newWorld();
        for (const [index, attempt] of runs.entries()) await runOnce(world, index, attempt);
        world.nowMs += DAY_MS;
        scriptAnswers(world.github, goodAnswers(numbers(people)), new Date(world.nowMs).toISOString());
        const run = await world.run(await world.accept({ acceptRemovals: true }));
        expect([run.state, run.pulls.length]).toEqual(['succeeded', PULLS.length]);
        expect(world.people.people.size).toBe(people);
        expect(new Set((await accountsBySource(world)).values())).toEqual(new Set([people]));
        expect(peopleInLedger(world)).toEqual(await peoplePurelyMerged(world));
      }),
      { numRuns: 60 },
    );
  });
});
