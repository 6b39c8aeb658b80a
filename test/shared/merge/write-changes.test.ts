import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeWithLease } from '../../../shared/merge/merge-with-lease.ts';
import { email, serverAccount, serverSnapshot } from '../../support/accounts.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { MergeWorld } from '../../support/merge-world.ts';
import { applyChanges, statesOf, withoutRules } from '../../support/people-states.ts';

const mona = serverAccount('ghes-a:1', { primaryEmail: email('mona@example.com') });
const hubot = serverAccount('ghes-a:2', { primaryEmail: email('hubot@example.com') });
const later = { observedAt: '2026-03-02T09:00:00.000Z' };

/** Behind the reads and writes of 256 shards come those of reports and of the commit. */
const LAST_CALLS = { min: 512, max: 520 };

async function merge(world: MergeWorld) {
  return mergeWithLease(world, world.context, { wanted: [], mayRelyOnOthers: false });
}

/** Every change that readers see, oldest merge first. */
async function changesOf(world: MergeWorld) {
  const reportId = (await world.usage.read())?.reportId ?? '';
  return (world.changes.merges.get(reportId) ?? []).flat();
}

function kindsOf(changes: Awaited<ReturnType<typeof changesOf>>): string[] {
  return changes.map(({ kind }) => kind);
}

describe('a merge writes what became of people', () => {
  test('everybody joined with the first, and afterwards who changed', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona, hubot]));
    await merge(world);
    await world.observe(serverSnapshot('ghes-a', [{ ...mona, suspended: true }], later));
    await merge(world);
    const { commits } = world.usage;
    expect(await changesOf(world)).toMatchObject([
      { kind: 'joined', mergeId: commits[0]?.mergeId, mergedAt: commits[0]?.mergedAt },
      { kind: 'joined', mergeId: commits[0]?.mergeId },
      { kind: 'left', mergeId: commits[1]?.mergeId, before: [{ accounts: ['ghes-a:2'] }] },
      { kind: 'consumption-changed', mergeId: commits[1]?.mergeId, after: [{ accounts: ['ghes-a:1'] }] },
    ]);
  });

  test('also when one before it died after it had written people', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    await merge(world);
    await world.observe(serverSnapshot('ghes-a', [mona, hubot], later));
    const commit = world.usage.commit.bind(world.usage);
    world.usage.commit = () => Promise.reject(new Error('the process was killed'));
    await expect(merge(world)).rejects.toThrow('killed');
    world.usage.commit = commit;
    await merge(world);
    expect(kindsOf(await changesOf(world))).toEqual(['joined', 'joined']);
  });

  test('from the next merge on, where the report before does not tell its people', async () => {
    const world = new MergeWorld();
    await world.observe(serverSnapshot('ghes-a', [mona]));
    await merge(world);
    world.changes.people.clear();
    world.changes.merges.clear();
    await world.observe(serverSnapshot('ghes-a', [mona, hubot], later));
    await merge(world);
    expect(await changesOf(world)).toEqual([]);
    await world.observe(serverSnapshot('ghes-a', [hubot], { observedAt: '2026-03-03T09:00:00.000Z' }));
    await merge(world);
    expect(kindsOf(await changesOf(world))).toEqual(['left']);
  });

  test('so that all changes, applied in their order, give the people of now, wherever merges died', async () => {
    const someMerges = fc.array(
      fc.record({
        snapshot: aSnapshot,
        diesAfter: fc.option(fc.oneof(fc.nat(LAST_CALLS.max), fc.integer(LAST_CALLS))),
      }),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    await fc.assert(
      fc.asyncProperty(someMerges, async (merges) => {
        const world = new MergeWorld();
        for (const { snapshot, diesAfter } of merges) {
          await world.observe(snapshot);
          if (diesAfter !== null) await mergeAndDie(world, diesAfter);
          else await merge(world);
        }
        await merge(world);
        const people = [...world.people.people.values()].map(({ person }) => person);
        const states = perMerge(await changesOf(world)).reduce(applyChanges, []);
        expect(withoutRules(states)).toEqual(withoutRules(statesOf(people)));
      }),
      { numRuns: 60 },
    );
  });
});

/** So many writes of people, states or changes are made; the next one is the end of the process. */
async function mergeAndDie(world: MergeWorld, writes: number): Promise<void> {
  let left = writes;
  const mortal = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function') return method;
        return async (...input: unknown[]) => {
          if (left-- <= 0) throw new Error('the process was killed');
          return Reflect.apply(method, target, input);
        };
      },
    });
  const { sources, snapshots, lease, meter, reports, licenses, findings, chargebacks, mergeRecords } = world;
  const stores = { sources, snapshots, lease, meter, reports, licenses, findings, chargebacks, mergeRecords };
  const mortals = {
    people: mortal(world.people),
    usage: mortal(world.usage),
    changes: mortal(world.changes),
  };
  const request = { wanted: [], mayRelyOnOthers: false };
  await mergeWithLease({ ...stores, ...mortals }, world.context, request).catch(() => undefined);
}

function perMerge<Change extends { readonly mergeId: string }>(changes: readonly Change[]): Change[][] {
  return [...Map.groupBy(changes, ({ mergeId }) => mergeId).values()];
}
