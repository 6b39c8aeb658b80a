import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHANGE_KINDS,
  changesBetween,
  isSameState,
  type PeopleChange,
  type PersonState,
} from '../../../shared/domain/changes.ts';
import type { Email } from '../../../shared/domain/email.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import type { UsageSnapshot } from '../../../shared/domain/usage-snapshot.ts';
import { cloudSnapshot, email, licenseRow, serverAccount, serverSnapshot } from '../../support/accounts.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { newestOf } from '../../support/model-ledger.ts';
import { applyChanges, statesOf, withoutRules } from '../../support/people-states.ts';

const mona = email('mona@example.com');
const home = email('mona@home.example');

const onA = serverAccount('ghes-a:1', { primaryEmail: mona });
const onB = serverAccount('ghes-b:1', { primaryEmail: mona });
const stranger = serverAccount('ghes-b:1', { primaryEmail: home });
const hubot = serverAccount('ghes-c:9', { primaryEmail: email('hubot@example.com') });

const instanceA = serverSnapshot('ghes-a', [onA]);
const sameOnB = serverSnapshot('ghes-b', [onB]);
const strangerOnB = serverSnapshot('ghes-b', [stranger]);
const bystander = serverSnapshot('ghes-c', [hubot]);
const cloud = cloudSnapshot([licenseRow({ login: 'Mona', verifiedEmails: [mona] })]);

function people(...snapshots: UsageSnapshot[]): Person[] {
  return [...resolve([...snapshots, bystander])];
}

function allChanges(before: readonly PersonState[], after: readonly PersonState[]): PeopleChange[] {
  return [...changesBetween(before, after)];
}

describe('what became of people', () => {
  test.each([
    ['who has new accounts', people(), people(instanceA), 'joined', 0, 1],
    ['whose accounts are gone', people(instanceA), people(), 'left', 1, 0],
    [
      'whose accounts are one person’s now',
      people(instanceA, strangerOnB),
      people(instanceA, sameOnB),
      'merged',
      2,
      1,
    ],
    ['whose accounts part', people(instanceA, sameOnB), people(instanceA, strangerOnB), 'split', 1, 2],
    [
      'who is suspended',
      people(instanceA),
      people(serverSnapshot('ghes-a', [{ ...onA, suspended: true }])),
      'consumption-changed',
      1,
      1,
    ],
    [
      'who consumes for another reason',
      people(instanceA),
      people(serverSnapshot('ghes-a', [{ ...onA, dormant: true }])),
      'consumption-changed',
      1,
      1,
    ],
    [
      'who gets an account in the cloud, and another id',
      people(instanceA),
      people(instanceA, cloud),
      'consumption-changed',
      1,
      1,
    ],
    [
      'who gets an account on another instance',
      people(instanceA),
      people(instanceA, sameOnB),
      'accounts-changed',
      1,
      1,
    ],
    [
      'who gets another primary address, and another id',
      people(instanceA),
      people(serverSnapshot('ghes-a', [{ ...onA, primaryEmail: home }])),
      'accounts-changed',
      1,
      1,
    ],
    [
      'whose account came back under another user id',
      people(instanceA),
      people(serverSnapshot('ghes-a', [serverAccount('ghes-a:7', { primaryEmail: mona })])),
      'accounts-changed',
      1,
      1,
    ],
  ])('%s', (_, before, after, kind, peopleBefore, peopleAfter) => {
    const changes = allChanges(statesOf(before), statesOf(after));
    expect(changes.map((change) => change.kind)).toEqual([kind]);
    expect(changes[0]?.before).toHaveLength(peopleBefore);
    expect(changes[0]?.after).toHaveLength(peopleAfter);
  });

  test('an account that goes from one person to another is one change of both', () => {
    const other = serverSnapshot('ghes-a', [onA, serverAccount('ghes-a:2', { primaryEmail: home })]);
    const changes = allChanges(statesOf(people(other, sameOnB)), statesOf(people(other, strangerOnB)));
    expect(changes).toMatchObject([
      {
        kind: 'accounts-changed',
        before: [expect.anything(), expect.anything()],
        after: [expect.anything(), expect.anything()],
      },
    ]);
  });

  test('an account that goes, and takes the license with it, leaves as many who consume', () => {
    const withAccountOf = (primaryEmail: Email) =>
      people(
        serverSnapshot('ghes-a', [{ ...onA, suspended: true }, serverAccount('ghes-a:2', { primaryEmail })]),
        serverSnapshot('ghes-b', [{ ...stranger, suspended: true }]),
      );
    const changes = allChanges(statesOf(withAccountOf(mona)), statesOf(withAccountOf(home)));
    expect(changes.map(({ kind }) => kind)).toEqual(['accounts-changed']);
  });

  test('tells the rule that made accounts one person’s', () => {
    const [change] = allChanges(
      statesOf(people(instanceA, strangerOnB)),
      statesOf(people(instanceA, sameOnB)),
    );
    expect(change?.before.map(({ matchedBy }) => matchedBy)).toEqual([[], []]);
    expect(change?.after).toMatchObject([
      { accounts: ['ghes-a:1', 'ghes-b:1'], matchedBy: ['same-primary-email'] },
    ]);
  });

  test('comes by kind', () => {
    const before = statesOf(people(instanceA, strangerOnB, cloud));
    const after = statesOf(people(cloudSnapshot([licenseRow({ login: 'new' })]), sameOnB));
    const kinds = allChanges(before, after).map(({ kind }) => kind);
    expect(kinds).toEqual(CHANGE_KINDS.filter((kind) => kinds.includes(kind)));
    expect(kinds.length).toBeGreaterThan(1);
  });
});

describe('of any people before and after', () => {
  const somePeople = fc
    .array(aSnapshot, { maxLength: 6 })
    .map((snapshots) => statesOf(resolve(newestOf(snapshots))));

  test('the changes, applied to those before, give those after', () => {
    fc.assert(
      fc.property(somePeople, somePeople, (before, after) => {
        const applied = applyChanges(before, allChanges(before, after));
        expect(withoutRules(applied)).toEqual(withoutRules(after));
      }),
    );
  });

  test('the changes of merge after merge, applied in their order, give those after the last', () => {
    fc.assert(
      fc.property(somePeople, fc.array(somePeople, { maxLength: 4 }), (first, later) => {
        const merges = [first, ...later];
        const log = merges.map((after, index) => allChanges(merges[index - 1] ?? [], after));
        const applied = log.reduce(applyChanges, []);
        expect(withoutRules(applied)).toEqual(withoutRules(merges.at(-1) ?? []));
      }),
    );
  });

  test('going back is the same changes the other way round', () => {
    const back = { joined: 'left', left: 'joined', merged: 'split', split: 'merged' } as const;
    fc.assert(
      fc.property(somePeople, somePeople, (before, after) => {
        const kinds = allChanges(before, after).map(({ kind }) =>
          kind in back ? back[kind as keyof typeof back] : kind,
        );
        const backwards = allChanges(after, before).map(({ kind }) => kind);
        expect(backwards.sort()).toEqual(kinds.sort());
      }),
    );
  });

  test('nobody is in two changes, and nobody who is the same is in one', () => {
    fc.assert(
      fc.property(somePeople, somePeople, (before, after) => {
        const changes = allChanges(before, after);
        for (const side of ['before', 'after'] as const) {
          const ids = changes.flatMap((change) => change[side].map(({ id }) => id));
          expect(new Set(ids).size).toBe(ids.length);
        }
        const known = new Map(before.map((state) => [state.id, state]));
        const same = after.filter((state) => {
          const earlier = known.get(state.id);
          return earlier !== undefined && isSameState(earlier, state);
        });
        const changed = new Set(changes.flatMap((change) => change.after));
        expect(same.filter((state) => changed.has(state))).toEqual([]);
      }),
    );
  });

  test('it makes no difference to leave out those who are the same', () => {
    fc.assert(
      fc.property(somePeople, somePeople, (before, after) => {
        const others = new Map(before.map((state) => [state.id, state]));
        const same = new Set(
          after.flatMap((state) => {
            const earlier = others.get(state.id);
            return earlier !== undefined && isSameState(earlier, state) ? [state.id] : [];
          }),
        );
        const differing = (states: typeof before) => states.filter(({ id }) => !same.has(id));
        expect(allChanges(differing(before), differing(after))).toEqual(allChanges(before, after));
      }),
    );
  });
});
