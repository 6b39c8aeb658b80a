import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeWithLease } from '../../../shared/merge/merge-with-lease.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import type { InMemoryPeopleLedger } from '../../support/fakes/in-memory-people-ledger.ts';
import { MergeWorld } from '../../support/merge-world.ts';

const observations = fc.array(aSnapshot, { minLength: 1, maxLength: 5 });

/** People by id, as the content that decides whether two of them are the same. */
function peopleOf({ people }: InMemoryPeopleLedger): Map<string, string> {
  return new Map([...people].map(([id, { person }]) => [id, JSON.stringify(person)]));
}

function lookupsOf({ lookups }: InMemoryPeopleLedger): Map<string, string> {
  return new Map(
    [...lookups].flatMap(([email, ids]) => [...ids].map((id) => [`${email} ${id}`, ''] as const)),
  );
}

/** Keys of what was added, changed or removed, sorted. */
function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.filter((key) => before.get(key) !== after.get(key)).sort();
}

test('what a merge writes are exactly the people and look-ups that changed, each once', async () => {
  await fc.assert(
    fc.asyncProperty(observations, observations, async (first, second) => {
      const world = new MergeWorld();
      const { people } = world;
      const merge = () => mergeWithLease(world, world.context, { wanted: [], mayRelyOnOthers: false });
      for (const snapshot of first) await world.observe(snapshot);
      await merge();
      const [peopleBefore, lookupsBefore] = [peopleOf(people), lookupsOf(people)];
      people.applied.length = 0;
      for (const snapshot of second) await world.observe(snapshot);
      await merge();
      const written = people.applied.flatMap(({ puts, deletes }) => [
        ...puts.map(({ id }) => id),
        ...deletes,
      ]);
      const lookups = people.applied.flatMap(({ lookupPuts, lookupDeletes }) => [
        ...lookupPuts,
        ...lookupDeletes,
      ]);
      expect(written.sort()).toEqual(differences(peopleBefore, peopleOf(people)));
      expect(lookups.map(({ email, personId }) => `${email} ${personId}`).sort()).toEqual(
        differences(lookupsBefore, lookupsOf(people)),
      );
    }),
  );
});
