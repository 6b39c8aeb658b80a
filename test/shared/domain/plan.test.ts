import { describe, expect, test } from 'vitest';
import { type LedgerEntry, type PersonId, UNSETTLED } from '../../../shared/domain/ledger.ts';
import { isNewer } from '../../../shared/domain/newest.ts';
import { contentOf } from '../../../shared/domain/person-content.ts';
import { planShard } from '../../../shared/domain/plan.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import { email, serverAccount, serverSnapshot } from '../../support/accounts.ts';
import { digestsOfPeople } from '../../support/digest-of-content.ts';
import { digestOf } from '../../support/model-ledger.ts';

const id = 'ab00' as PersonId;
const now = '2026-03-02T00:00:00.000Z';
const before = '2026-03-01T00:00:00.000Z';
const context = { generation: 7, asOf: now, digestOf };
const further = email('mona@home.example');

function mona(facts: Parameters<typeof serverAccount>[1] = {}) {
  const account = serverAccount('ghes-a:1', {
    primaryEmail: email('mona@example.com'),
    furtherEmails: [further],
    ...facts,
  });
  const people = resolve([serverSnapshot('ghes-a', [account])]);
  return { id, digest: digestsOfPeople(people).join(), person: () => people.at(0) };
}

/** The entry that a plan's write leaves. */
function entryOf(facts: Parameters<typeof serverAccount>[1] = {}, history: Partial<LedgerEntry> = {}) {
  const [stored] = planShard([mona(facts)], [], { ...context, generation: 3, asOf: before }).plan.puts;
  if (stored === undefined) throw new Error('nobody was planned');
  const { person: _, ...entry } = stored;
  return { ...entry, lookupEmails: [further], ...history };
}

describe('the plan of a shard', () => {
  test('adds a person who is new, with look-ups for the addresses the id does not derive from', () => {
    const { plan, added, changed } = planShard([mona()], [], context);
    expect(plan.lookupPuts).toEqual([{ email: further, personId: id }]);
    expect(plan.puts).toMatchObject([{ id, firstSeenAt: now, consumesSince: now, addedIn: 7, changedIn: 7 }]);
    expect([added, changed]).toEqual([1, 0]);
  });

  test('writes nothing for a person who is the same', () => {
    const { plan, added, changed } = planShard([mona()], [entryOf()], context);
    expect(plan).toEqual({ unsettles: [], lookupPuts: [], lookupDeletes: [], puts: [], deletes: [] });
    expect([added, changed]).toEqual([0, 0]);
  });

  test('writes nothing for a person who is the same as the version before wrote', () => {
    const older = entryOf({}, { digest: digestOf(contentOf(mona().person())) });
    expect(planShard([mona()], [older], context).plan.puts).toEqual([]);
    expect(planShard([mona({ suspended: true })], [older], context).plan.puts).toHaveLength(1);
  });

  test('keeps the dates of a person who changed, and drops look-ups that no longer hold', () => {
    const { plan, added, changed } = planShard([mona({ furtherEmails: [] })], [entryOf()], context);
    expect(plan.lookupDeletes).toEqual([{ email: further, personId: id }]);
    expect(plan.puts).toMatchObject([
      { firstSeenAt: before, consumesSince: before, addedIn: 3, changedIn: 7 },
    ]);
    expect([added, changed]).toEqual([0, 1]);
  });

  test('a license is consumed since it was last begun to be', () => {
    const suspended = planShard([mona({ suspended: true })], [entryOf()], context);
    expect(suspended.plan.puts[0]?.consumesSince).toBeNull();
    const back = planShard([mona()], [entryOf({ suspended: true })], context);
    expect(back.plan.puts[0]?.consumesSince).toBe(now);
  });

  test('removes a person who is gone, look-ups and all', () => {
    const { plan } = planShard([], [entryOf()], context);
    expect(plan).toMatchObject({ deletes: [id], lookupDeletes: [{ email: further, personId: id }] });
  });

  test('leaves the look-ups of a person alone whose addresses are the same', () => {
    const { plan } = planShard([mona({ suspended: true })], [entryOf()], context);
    expect(plan).toMatchObject({ unsettles: [], lookupPuts: [], lookupDeletes: [], deletes: [] });
    expect(plan.puts).toHaveLength(1);
  });

  test('notes a person whose look-ups will change before they do', () => {
    const { plan } = planShard([mona({ furtherEmails: [] })], [entryOf()], context);
    expect(plan.unsettles).toEqual([{ id, lookupEmails: [further] }]);
    expect(planShard([], [entryOf()], context).plan.unsettles).toEqual([{ id, lookupEmails: [further] }]);
    expect(planShard([mona()], [], context).plan.unsettles).toEqual([]);
  });

  test('trusts no look-up of a person whom a merge that crashed left so noted', () => {
    const other = email('other@home.example');
    const unsettled = entryOf({}, { digest: UNSETTLED, lookupEmails: [further, other] });
    const { plan } = planShard([mona()], [unsettled], context);
    expect(plan.lookupPuts).toEqual([{ email: further, personId: id }]);
    expect(plan.lookupDeletes).toEqual([{ email: other, personId: id }]);
    expect(plan.puts).toHaveLength(1);
  });

  test('counts a person whom a merge that crashed had already written', () => {
    const crashed = entryOf({}, { addedIn: 7, changedIn: 7 });
    const { plan, added } = planShard([mona()], [crashed], context);
    expect(plan.puts).toEqual([]);
    expect(added).toBe(1);
  });
});

describe('an observation is newer', () => {
  test.each([
    ['when it was observed later, whenever it arrived', now, 'a', before, 'b', true],
    ['not when it was observed earlier', before, 'b', now, 'a', false],
    ['by its digest when both are of one instant', now, 'b', now, 'a', true],
    ['not when it is the same', now, 'a', now, 'a', false],
  ])('%s', (_, at, digest, currentAt, currentDigest, newer) => {
    expect(isNewer({ observedAt: at, digest }, { observedAt: currentAt, digest: currentDigest })).toBe(newer);
  });
});
