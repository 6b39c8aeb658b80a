import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { S3FindingReports } from '../../shared/adapters/s3/finding-reports.ts';
import type { CanonicalKey } from '../../shared/domain/person.ts';
import type { StoredFinding } from '../../shared/domain/stored-finding.ts';
import type { FindingFilter, FindingReports } from '../../shared/findings-ports.ts';
import { email } from '../support/accounts.ts';
import { InMemoryFindingReports } from '../support/fakes/in-memory-finding-reports.ts';
import { LAST_SEEN_AT, storedFindingOf } from '../support/findings.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';

/** Nothing that may be missing is. */
const FULL = storedFindingOf(1, {
  kind: 'counted-twice',
  sources: ['cloud', 'server:ghes.example.com'],
  people: ['email:mona@example.com', 'login:mona'],
  emails: [email('mona@example.com')],
  numbers: { told: 2, counted: 1 },
  seats: 2,
});
/** All that may be missing is. */
const BARE = storedFindingOf(0, { kind: 'totals-disagree', accounts: [], sources: ['cloud'], people: [] });
const FEW = [FULL, storedFindingOf(2), BARE];
const MANY = Array.from({ length: 2345 }, (_, number) =>
  storedFindingOf(number, {
    kind: number % 5 === 0 ? 'ambiguous' : 'dormant-and-consuming',
    sources: number % 2 === 0 ? ['cloud', 'server:a'] : ['server:b'],
    people: number % 3 === 0 ? [] : [personOf(number), personOf(number + 1)],
  }),
);

function personOf(number: number): CanonicalKey {
  return `login:person-${number % 100}`;
}

const EVERYTHING: FindingFilter = { kind: null, source: null, person: null, accepts: () => true };
const FIRST_PAGE = { offset: 0, limit: 30 };

let reports = 0;

async function listed(store: FindingReports, reportId: string): Promise<unknown[] | null> {
  const all = await store.all(reportId);
  return all && Readable.from(all).toArray();
}

function suite(create: () => FindingReports): void {
  async function written(findings: readonly StoredFinding[]) {
    const store = create();
    const id = `merge-${++reports}`;
    await store.write(id, { seenAt: LAST_SEEN_AT, findings });
    return { store, id };
  }

  it('gives back what was written, in its order', async () => {
    const { store, id } = await written(FEW);
    expect(await store.slice(id, EVERYTHING, FIRST_PAGE)).toEqual({ items: FEW, total: 3 });
  });

  it('is empty for no findings', async () => {
    const { store, id } = await written([]);
    expect(await store.slice(id, EVERYTHING, FIRST_PAGE)).toEqual({ items: [], total: 0 });
    expect(await listed(store, id)).toEqual([]);
  });

  it.each([
    [0, 100],
    [90, 120],
    [199, 202],
    [2300, 2400],
    [2345, 2375],
    [100_000, 100_001],
    [5, 5],
  ])('gives any range: from %i to %i', async (from, to) => {
    const { store, id } = await written(MANY);
    const expected = { items: MANY.slice(from, to), total: MANY.length };
    expect(await store.slice(id, EVERYTHING, { offset: from, limit: to - from })).toEqual(expected);
  });

  it.each<[string, Partial<FindingFilter>, (finding: StoredFinding) => boolean]>([
    ['kind', { kind: 'ambiguous' }, ({ kind }) => kind === 'ambiguous'],
    ['a kind that there is not', { kind: 'usage-held' }, () => false],
    ['source', { source: 'server:a' }, ({ sources }) => sources.includes('server:a')],
    ['a person', { person: personOf(7) }, ({ people }) => people.includes(personOf(7))],
    ['a person there is nothing about', { person: 'login:nobody' }, () => false],
    ['a source that there is not', { source: 'server:c' }, () => false],
    [
      'kind and source',
      { kind: 'ambiguous', source: 'server:b' },
      ({ kind, sources }) => kind === 'ambiguous' && sources.includes('server:b'),
    ],
    ['id', { accepts: (id) => id > '8' }, ({ id }) => id > '8'],
  ])('filters by %s, and counts what is left', async (_, filter, isWanted) => {
    const { store, id } = await written(MANY);
    const wanted = MANY.filter(isWanted);
    expect(await store.slice(id, { ...EVERYTHING, ...filter }, { offset: 50, limit: 40 })).toEqual({
      items: wanted.slice(50, 90),
      total: wanted.length,
    });
  });

  it('gives all of them one by one', async () => {
    const { store, id } = await written(MANY);
    expect(await listed(store, id)).toEqual(MANY);
  });

  it('knows which it has', async () => {
    const { store, id } = await written(FEW);
    expect(await store.has(id, BARE.id)).toBe(true);
    expect(await store.has(id, storedFindingOf(99).id)).toBe(false);
  });

  it('has nothing for a report without findings, until they are written', async () => {
    const store = create();
    const missing = async () => [
      await store.slice('late', EVERYTHING, FIRST_PAGE),
      await store.all('late'),
      await store.has('late', FULL.id),
    ];
    expect(await missing()).toEqual([null, null, false]);
    await store.write('late', { seenAt: LAST_SEEN_AT, findings: FEW });
    expect(await store.slice('late', EVERYTHING, FIRST_PAGE)).toMatchObject({ total: 3 });
  });

  it('keeps the reports of several merges apart', async () => {
    const { store, id } = await written(FEW);
    await store.write('another', { seenAt: '2026-04-01T00:00:00.000Z', findings: [BARE] });
    expect(await store.slice(id, EVERYTHING, FIRST_PAGE)).toMatchObject({ total: 3 });
    const again = { ...BARE, lastSeenAt: '2026-04-01T00:00:00.000Z' };
    expect(await store.slice('another', EVERYTHING, FIRST_PAGE)).toEqual({ items: [again], total: 1 });
  });
}

describe('FindingReports in memory', () => suite(() => new InMemoryFindingReports()));

describeOnS3('FindingReports', (bucket) => suite(() => new S3FindingReports(bucket(), BUCKET)));
