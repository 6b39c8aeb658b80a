import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LedgerEntry,
  type PersonId,
  SHARDS,
  type Shard,
  shardOf,
  UNSETTLED,
} from '../../../shared/domain/ledger.ts';
import { planShard } from '../../../shared/domain/plan.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import { IdentifiedPeople } from '../../../shared/merge/identified-people.ts';
import { storedShard } from '../../../shared/merge/stored-shard.ts';
import { digestOf, personIdOf } from '../../../shared/runtime/fingerprint.ts';
import { serverAccount, serverSnapshot } from '../../support/accounts.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { newestOf } from '../../support/model-ledger.ts';

const GENERATION = 7;
const context = { generation: GENERATION, asOf: '2026-03-09T00:00:00.000Z', digestOf };

const aDigest = fc.stringMatching(/^[0-9a-f]{32}$/);

/** Null for the digest that the person has. */
const anEntry = fc.record({
  digest: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    aDigest,
    fc.constantFrom(UNSETTLED, 'mended'),
  ),
  addedIn: fc.constantFrom(3, GENERATION),
  changedIn: fc.constantFrom(3, GENERATION),
});

/** Null for a person who is not stored. */
const someEntries = fc.array(fc.option(anEntry), { minLength: 30, maxLength: 30 });
const someStrangers = fc.uniqueArray(
  fc.oneof({ weight: 9, arbitrary: aDigest }, { weight: 1, arbitrary: fc.constant('none of ours') }),
  { maxLength: 3 },
);

function entry(id: PersonId, facts: Pick<LedgerEntry, 'digest' | 'addedIn' | 'changedIn'>): LedgerEntry {
  return { id, ...facts, firstSeenAt: '2026-03-01T00:00:00.000Z', consumesSince: null, lookupEmails: [] };
}

test('those who are left out make no difference to the plan', () => {
  const snapshots = fc.array(aSnapshot, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(snapshots, someEntries, someStrangers, (observed, drawn, strangers) => {
      const people = new IdentifiedPeople(resolve(newestOf(observed)));
      const gone = strangers.map((id) =>
        entry(id as PersonId, { digest: digestOf(id), addedIn: 3, changedIn: 3 }),
      );
      for (const [index, shard] of shardsOf(people).entries()) {
        const everybody = peopleIn(people, shard);
        const stored = everybody.flatMap(({ id, digest }, place) => {
          const facts = drawn[(index + place) % drawn.length];
          return facts == null ? [] : [entry(id, { ...facts, digest: facts.digest ?? digest })];
        });
        const entries = [...gone, ...stored.toReversed()];
        const left = people.differencesIn(shard, storedShard(entries, GENERATION));
        expect(planned(left)).toEqual(planned({ people: everybody, entries }));
      }
    }),
  );
});

function peopleIn(people: IdentifiedPeople, shard: Shard) {
  return people.differencesIn(shard, storedShard([], GENERATION)).people;
}

function shardsOf(people: IdentifiedPeople): Shard[] {
  return SHARDS.filter((shard) => peopleIn(people, shard).length > 0);
}

function planned({ people, entries }: ReturnType<IdentifiedPeople['differencesIn']>) {
  return planShard(people, entries, context);
}

describe('of a shard', () => {
  const people = new IdentifiedPeople(resolve([serverSnapshot('ghes-a', [serverAccount('ghes-a:1')])]));
  const id = personIdOf('account:ghes-a:1');
  const shard = shardOf(id);
  const digest = peopleIn(people, shard)[0]?.digest ?? '';
  const before = { digest, addedIn: 3, changedIn: 3 };

  test('whoever is the same is left out', () => {
    const stored = storedShard([entry(id, before)], GENERATION);
    expect(people.differencesIn(shard, stored)).toEqual({ people: [], entries: [] });
  });

  test.each([
    ['has another digest', { digest: digestOf('another') }],
    ['was left unsettled', { digest: UNSETTLED }],
    ['was added by this merge before it was repeated', { addedIn: GENERATION }],
    ['was changed by this merge before it was repeated', { changedIn: GENERATION }],
  ])('whoever %s is planned', (_, facts) => {
    const known = entry(id, { ...before, ...facts });
    const { people: planned, entries } = people.differencesIn(shard, storedShard([known], GENERATION));
    expect(planned).toMatchObject([{ id, digest }]);
    expect(entries).toEqual([known]);
  });

  test('whoever is gone is planned', () => {
    const gone = ['1', '2'].map((text) => entry(digestOf(text) as PersonId, before));
    expect(people.differencesIn(shard, storedShard(gone, GENERATION)).entries).toEqual(gone);
  });
});
