import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LedgerEntry, type PersonId, type Shard, UNSETTLED } from '../../../shared/domain/ledger.ts';
import { planShard } from '../../../shared/domain/plan.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import { IdentifiedPeople } from '../../../shared/merge/identified-people.ts';
import { storedShard } from '../../../shared/merge/stored-shard.ts';
import { digestOf, sha256Of } from '../../../shared/runtime/fingerprint.ts';
import { serverAccount, serverSnapshot } from '../../support/accounts.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { newestOf } from '../../support/model-ledger.ts';

const GENERATION = 7;
const SHARD = 'ab' as Shard;
const context = { generation: GENERATION, asOf: '2026-03-09T00:00:00.000Z', digestOf };

/** Everybody in one shard. */
const hashes = {
  sha256Of: (content: string | Uint8Array) => `\xab${sha256Of(content).slice(1)}`,
};

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
      const people = new IdentifiedPeople(resolve(newestOf(observed)), hashes);
      const everybody = people.differencesIn(SHARD, storedShard([], GENERATION)).people;
      const stored = everybody.flatMap(({ id, digest }, index) => {
        const facts = drawn[index % drawn.length];
        return facts == null ? [] : [entry(id, { ...facts, digest: facts.digest ?? digest })];
      });
      const gone = strangers.map((id) =>
        entry(id as PersonId, { digest: digestOf(id), addedIn: 3, changedIn: 3 }),
      );
      const entries = [...gone, ...stored.toReversed()];
      const left = people.differencesIn(SHARD, storedShard(entries, GENERATION));
      expect(planned(left)).toEqual(planned({ people: everybody, entries }));
    }),
  );
});

function planned({ people, entries }: ReturnType<IdentifiedPeople['differencesIn']>) {
  return planShard(people, entries, context);
}

describe('of a shard', () => {
  const people = new IdentifiedPeople(
    resolve([serverSnapshot('ghes-a', [serverAccount('ghes-a:1')])]),
    hashes,
  );
  const [person] = people.differencesIn(SHARD, storedShard([], GENERATION)).people;
  const { id = '' as PersonId, digest = '' } = person ?? {};
  const before = { digest, addedIn: 3, changedIn: 3 };

  test('whoever is the same is left out', () => {
    const stored = storedShard([entry(id, before)], GENERATION);
    expect(people.differencesIn(SHARD, stored)).toEqual({ people: [], entries: [] });
  });

  test.each([
    ['has another digest', { digest: digestOf('another') }],
    ['was left unsettled', { digest: UNSETTLED }],
    ['was added by this merge before it was repeated', { addedIn: GENERATION }],
    ['was changed by this merge before it was repeated', { changedIn: GENERATION }],
  ])('whoever %s is planned', (_, facts) => {
    const known = entry(id, { ...before, ...facts });
    const { people: planned, entries } = people.differencesIn(SHARD, storedShard([known], GENERATION));
    expect(planned).toMatchObject([{ id, digest }]);
    expect(entries).toEqual([known]);
  });

  test('whoever is gone is planned', () => {
    const gone = ['1', '2'].map((text) => entry(digestOf(text) as PersonId, before));
    expect(people.differencesIn(SHARD, storedShard(gone, GENERATION)).entries).toEqual(gone);
  });
});
