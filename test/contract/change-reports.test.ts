import { describe, expect, it } from 'vitest';
import { S3ChangeReports } from '../../shared/adapters/s3/change-reports.ts';
import type { AccountKey } from '../../shared/domain/account.ts';
import { joinedOf, type PeopleChange, type PersonState } from '../../shared/domain/changes.ts';
import type { ChangeFilter, ChangeReports } from '../../shared/history-ports.ts';
import { InMemoryChangeReports } from '../support/fakes/in-memory-change-reports.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';
import { personId } from './samples.ts';

const EVERYTHING: ChangeFilter = { mergeId: null, from: null, to: null };
const FIRST_PAGE = { page: 1, perPage: 30 };

function state(number: number): PersonState {
  return {
    id: personId(number),
    accounts: [`ghes-a:${number}` as AccountKey],
    matchedBy: [],
    consumption: { consumes: true, reason: 'server-account', licenseType: 'enterprise' },
  };
}

const SUSPENDED: PersonState = {
  ...state(1),
  accounts: ['@mona' as AccountKey, 'ghes-a:1' as AccountKey],
  matchedBy: ['github-match', 'verified-email'],
  consumption: { consumes: false, reason: 'suspended', licenseType: null },
};

const CHANGED: PeopleChange = { kind: 'consumption-changed', before: [state(1)], after: [SUSPENDED] };

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

let reports = 0;

function suite(create: () => ChangeReports): void {
  /** As many merges, each after the one before, a day apart from the first of March on. */
  async function merged(...merges: (readonly PeopleChange[])[]) {
    const store = create();
    const ids: string[] = [];
    for (const [index, changes] of merges.entries()) {
      const id = `merge-${++reports}`;
      const mergedAt = `2026-03-0${index + 1}T12:00:00.000Z`;
      await store.writeChanges(id, { mergedAt, previousReportId: ids.at(-1) ?? null, changes });
      ids.push(id);
    }
    return { store, ids, last: ids.at(-1) ?? '' };
  }

  async function statesOf(store: ChangeReports, reportId: string): Promise<PersonState[] | null> {
    const states = await store.states(reportId);
    if (states === null) return null;
    const read: PersonState[] = [];
    for await (const state of states) read.push(state);
    return read;
  }

  it('gives back the states of people, in their order', async () => {
    const store = create();
    const people = [SUSPENDED, ...range(2, 2500).map(state)];
    await store.writeStates('people', people);
    await store.writeStates('nobody', []);
    expect(await statesOf(store, 'people')).toEqual(people);
    expect(await statesOf(store, 'nobody')).toEqual([]);
  });

  it('knows no states that were not written', async () => {
    expect(await statesOf(create(), 'never')).toBeNull();
  });

  it('gives changes with their merge, newest merge first', async () => {
    const { store, ids, last } = await merged([joinedOf(state(1)), joinedOf(state(2))], [CHANGED]);
    const [first, second] = ids;
    expect(await store.page(last, EVERYTHING, FIRST_PAGE)).toEqual({
      total: 3,
      items: [
        { ...CHANGED, mergeId: second, mergedAt: '2026-03-02T12:00:00.000Z' },
        { ...joinedOf(state(1)), mergeId: first, mergedAt: '2026-03-01T12:00:00.000Z' },
        { ...joinedOf(state(2)), mergeId: first, mergedAt: '2026-03-01T12:00:00.000Z' },
      ],
    });
  });

  it('knows nothing of merges after the report', async () => {
    const { store, ids } = await merged([joinedOf(state(1))], [CHANGED]);
    expect(await store.page(ids[0] ?? '', EVERYTHING, FIRST_PAGE)).toMatchObject({ total: 1 });
  });

  it('knows nothing of a merge that no report goes on from', async () => {
    const { store, last } = await merged([joinedOf(state(1))]);
    const mergedAt = '2026-03-02T12:00:00.000Z';
    await store.writeChanges(`${last}-crashed`, { mergedAt, previousReportId: last, changes: [CHANGED] });
    await store.writeChanges(`${last}-repeated`, { mergedAt, previousReportId: last, changes: [CHANGED] });
    const { total, items } = await store.page(`${last}-repeated`, EVERYTHING, FIRST_PAGE);
    expect(total).toBe(2);
    expect(items.map(({ mergeId }) => mergeId)).toEqual([`${last}-repeated`, last]);
  });

  it('goes on after a merge that changed nobody, and after a report that does not tell', async () => {
    const { store, ids, last } = await merged([joinedOf(state(1))], []);
    expect((await store.page(last, EVERYTHING, FIRST_PAGE)).items).toMatchObject([{ mergeId: ids[0] }]);
    const changes = {
      mergedAt: '2026-03-03T12:00:00.000Z',
      previousReportId: 'of-before',
      changes: [CHANGED],
    };
    await store.writeChanges(`${last}-on`, changes);
    expect(await store.page(`${last}-on`, EVERYTHING, FIRST_PAGE)).toMatchObject({ total: 1 });
  });

  it('is empty for a report that does not tell', async () => {
    expect(await create().page('never', EVERYTHING, FIRST_PAGE)).toEqual({ items: [], total: 0 });
  });

  it.each<[string, Partial<ChangeFilter>, readonly number[]]>([
    ['from an instant on, itself included', { from: '2026-03-02T12:00:00.000Z' }, [3, 2]],
    ['before an instant, itself excluded', { to: '2026-03-02T12:00:00.000Z' }, [1]],
    ['of a range', { from: '2026-03-02T00:00:00.000Z', to: '2026-03-03T00:00:00.000Z' }, [2]],
    ['of a range without any', { from: '2027-01-01T00:00:00.000Z' }, []],
    ['of a merge that is not there', { mergeId: 'never' }, []],
  ])('gives those %s', async (_, filter, numbers) => {
    const { store, last } = await merged(...[1, 2, 3].map((number) => [joinedOf(state(number))]));
    const { items, total } = await store.page(last, { ...EVERYTHING, ...filter }, FIRST_PAGE);
    expect(items.flatMap(({ after }) => after)).toEqual(numbers.map(state));
    expect(total).toBe(numbers.length);
  });

  it('gives those of one merge', async () => {
    const { store, ids, last } = await merged([joinedOf(state(1))], [joinedOf(state(2)), joinedOf(state(3))]);
    const filter = { ...EVERYTHING, mergeId: ids[1] ?? '' };
    const { items, total } = await store.page(last, filter, FIRST_PAGE);
    expect(items.flatMap(({ after }) => after)).toEqual([state(2), state(3)]);
    expect(total).toBe(2);
  });

  it('numbers pages over merges of any size, each change once', async () => {
    const ends = [0, 250, 251, 251, 352, 355];
    const merges = ends
      .slice(1)
      .map((end, index) => range(ends[index] ?? 0, end).map((number) => joinedOf(state(number))));
    const { store, last } = await merged(...merges);
    const expected = merges.toReversed().flat();
    for (const perPage of [30, 100]) {
      const read: PeopleChange[] = [];
      for (let page = 1; page <= Math.ceil(355 / perPage) + 1; page++) {
        const { items, total } = await store.page(last, EVERYTHING, { page, perPage });
        expect(total).toBe(355);
        read.push(...items);
      }
      expect(read.flatMap(({ after }) => after)).toEqual(expected.flatMap(({ after }) => after));
    }
    expect((await store.page(last, EVERYTHING, { page: 10 ** 12, perPage: 100 })).items).toEqual([]);
  });
}

describe('ChangeReports in memory', () => suite(() => new InMemoryChangeReports()));

describeOnS3('ChangeReports', (bucket) => suite(() => new S3ChangeReports(bucket(), BUCKET)));
