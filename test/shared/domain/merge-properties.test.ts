import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../../shared/domain/ledger.ts';
import { observe } from '../../../shared/domain/observe.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import { summarizeUsage } from '../../../shared/domain/summarize-usage.ts';
import { sourceIdOf } from '../../../shared/domain/usage-snapshot.ts';
import { personIdOf } from '../../../shared/runtime/fingerprint.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { ModelLedger, newestOf } from '../../support/model-ledger.ts';
import { stateOf } from '../../support/people-states.ts';

const observations = fc.array(aSnapshot, { maxLength: 8 });

/** The same observations in another order. */
const shuffled = observations.chain((snapshots) =>
  fc.tuple(fc.constant(snapshots), fc.shuffledSubarray(snapshots, { minLength: snapshots.length })),
);

describe('resolve', () => {
  test('the order of sources does not matter', () => {
    fc.assert(
      fc.property(shuffled, ([snapshots, others]) => {
        expect([...resolve(newestOf(others))]).toEqual([...resolve(newestOf(snapshots))]);
      }),
    );
  });

  test('every server and cloud account is in exactly one person', () => {
    fc.assert(
      fc.property(observations.map(newestOf), (snapshots) => {
        const { instances, rows } = observe(snapshots);
        const serverAccounts = instances.flatMap((accounts) => [...accounts]);
        const people = [...resolve(snapshots)];
        const logins = [...rows].flatMap((row) => (row.login === null ? [] : [row.login]));
        expect(people.flatMap((person) => person.serverAccounts).sort(byKey)).toEqual(serverAccounts);
        expect(people.flatMap((person) => person.cloudAccount?.login ?? []).sort()).toEqual(logins.sort());
      }),
    );
  });

  test('no match joins two cloud accounts, and one account fewer needs one match fewer', () => {
    fc.assert(
      fc.property(observations.map(newestOf), (snapshots) => {
        for (const person of resolve(snapshots)) {
          const accounts = person.serverAccounts.length + (person.cloudAccount === null ? 0 : 1);
          expect(person.matches).toHaveLength(Math.max(accounts - 1, 0));
        }
      }),
    );
  });

  test('what columns tell of a person, without the person, is what the person tells', () => {
    fc.assert(
      fc.property(observations.map(newestOf), (snapshots) => {
        const people = resolve(snapshots);
        for (const [position, person] of [...people].entries()) {
          expect(people.keyAt(position)).toBe(person.key);
          expect(people.loginAt(position)).toBe(person.cloudAccount?.login ?? null);
          expect({ id: personIdOf(person.key), ...people.stateAt(position) }).toEqual(stateOf(person));
        }
      }),
    );
  });

  test('a person is known by one key, and a key by one person', () => {
    fc.assert(
      fc.property(observations.map(newestOf), (snapshots) => {
        const keys = [...resolve(snapshots)].map((person) => person.key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('usage adds up in every way it is told', () => {
    fc.assert(
      fc.property(observations.map(newestOf), (snapshots) => {
        const people = resolve(snapshots);
        const usage = summarizeUsage(people.usages(), snapshots);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        const deployments = Object.values(usage.byDeployment);
        expect(usage.people).toBe(people.size);
        expect(sum(Object.values(usage.byReason))).toBe(usage.people);
        expect(sum(deployments.map((deployment) => deployment.people))).toBe(usage.people);
        expect(sum(deployments.map((deployment) => deployment.consumed))).toBe(usage.consumed);
        expect(sum(Object.values(usage.byLicenseType))).toBe(usage.consumed);
        expect(sum(usage.byInstance.map((instance) => instance.accounts))).toBe(usage.serverAccounts);
      }),
    );
  });
});

describe('the ledger', () => {
  test('shows the newest snapshots, however they arrived and however often it was merged', () => {
    fc.assert(
      fc.property(shuffled, fc.array(fc.boolean()), ([snapshots, others], mergeAfter) => {
        const ledger = new ModelLedger();
        for (const [index] of others.entries()) {
          if (mergeAfter[index]) ledger.merge(newestOf(others.slice(0, index + 1)));
        }
        ledger.merge(newestOf(others));
        const fresh = new ModelLedger();
        fresh.merge(newestOf(snapshots));
        expect(ledger.content()).toEqual(fresh.content());
      }),
    );
  });

  test('merging the same again writes nothing', () => {
    fc.assert(
      fc.property(observations, (snapshots) => {
        const ledger = new ModelLedger();
        ledger.merge(newestOf(snapshots));
        expect(ledger.merge(newestOf([...snapshots, ...snapshots]))).toBe(0);
      }),
    );
  });

  test('seeing the same accounts at a later time writes nothing', () => {
    fc.assert(
      fc.property(observations.map(newestOf), (snapshots) => {
        const later = snapshots.map((snapshot) => ({
          ...snapshot,
          observedAt: snapshot.observedAt.replace('2026', '2027'),
        }));
        const ledger = new ModelLedger();
        ledger.merge(snapshots);
        expect(ledger.merge(newestOf([...snapshots, ...later]))).toBe(0);
      }),
    );
  });

  test('a crash at any write is repaired by the next merge', () => {
    fc.assert(
      fc.property(observations, observations, fc.nat(60), (before, after, crashAfter) => {
        const crashed = new ModelLedger();
        const whole = new ModelLedger();
        for (const ledger of [crashed, whole]) ledger.merge(newestOf(before));
        crashed.merge(newestOf([...before, ...after]), crashAfter);
        for (const ledger of [crashed, whole]) ledger.merge(newestOf([...before, ...after]));
        expect(crashed.content()).toEqual(whole.content());
      }),
    );
  });

  test('so is a crash whose snapshots are no longer the newest when it is repaired', () => {
    fc.assert(
      fc.property(observations, observations, fc.nat(60), (before, after, crashAfter) => {
        const ledger = new ModelLedger();
        ledger.merge(newestOf(before));
        const content = ledger.content();
        const known = new Set(content.people.map(({ id }) => id));
        ledger.merge(newestOf([...before, ...after]), crashAfter);
        ledger.merge(newestOf(before));
        // Look-ups of somebody who was never added may be left; they lead to nobody.
        const { people, lookups } = ledger.content();
        expect(people).toEqual(content.people);
        expect(lookups.filter((lookup) => known.has(lookup.split(' ')[1] as PersonId))).toEqual(
          content.lookups,
        );
      }),
    );
  });

  test('removing a source and adding it back restores the people exactly', () => {
    fc.assert(
      fc.property(observations.map(newestOf), fc.nat(), (snapshots, pick) => {
        const sources = [...new Set(snapshots.map(sourceIdOf))];
        const removed = sources[pick % Math.max(sources.length, 1)];
        const ledger = new ModelLedger();
        ledger.merge(snapshots);
        const before = ledger.content();
        ledger.merge(snapshots.filter((snapshot) => sourceIdOf(snapshot) !== removed));
        ledger.merge(snapshots);
        expect(ledger.content()).toEqual(before);
      }),
    );
  });
});

function byKey(
  a: { readonly hostName: string; readonly userId: number },
  b: { readonly hostName: string; readonly userId: number },
): number {
  if (a.hostName !== b.hostName) return a.hostName < b.hostName ? -1 : 1;
  return a.userId - b.userId;
}
