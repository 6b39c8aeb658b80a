import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { S3PeopleReports } from '../../shared/adapters/s3/people-reports.ts';
import { compareSummaries, type PersonSummary } from '../../shared/domain/person-summary.ts';
import type { PeopleReports } from '../../shared/ports.ts';
import { email, host } from '../support/accounts.ts';
import { InMemoryPeopleReports } from '../support/fakes/in-memory-people-reports.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';
import { personId } from './samples.ts';

function summary(number: number, login: string | null, addresses: readonly string[]): PersonSummary {
  return {
    id: personId(number),
    login,
    emails: addresses.map(email).sort(),
    serverAccounts: 2,
    hostNames: [host('ghe-a.example.com'), host('ghe-b.example.com')],
    consumes: true,
    reason: 'cloud-account',
    licenseType: 'enterprise',
  };
}

function sorted(people: readonly PersonSummary[]): PersonSummary[] {
  return people.toSorted(compareSummaries);
}

const ADA = summary(1, 'Ada', ['ada@example.com', 'ada.l@example.net']);
const ADAM = summary(2, 'adam', ['bits@example.com', 'ada.fan@example.com']);
const GRACE = summary(3, 'grace', ['g@example.com']);
const SERVER_ONLY: PersonSummary = {
  ...summary(4, null, ['zed@example.com']),
  consumes: false,
  reason: 'suspended',
  licenseType: null,
};
const WITHOUT_ADDRESS = summary(5, null, []);
const PEOPLE = sorted([ADA, ADAM, GRACE, SERVER_ONLY, WITHOUT_ADDRESS]);

const FIRST_PAGE = { page: 1, perPage: 30 };

let reports = 0;

function suite(create: () => PeopleReports): void {
  async function written(people: Iterable<PersonSummary>): Promise<{ store: PeopleReports; id: string }> {
    const store = create();
    const id = `merge-${++reports}`;
    await store.write(id, people);
    return { store, id };
  }

  it('gives people in numbered pages, in the order written, with the total', async () => {
    const { store, id } = await written(PEOPLE);
    expect(await store.page(id, { page: 1, perPage: 2 })).toEqual({ items: PEOPLE.slice(0, 2), total: 5 });
    expect(await store.page(id, { page: 3, perPage: 2 })).toEqual({ items: PEOPLE.slice(4), total: 5 });
    expect(await store.page(id, { page: 4, perPage: 2 })).toEqual({ items: [], total: 5 });
  });

  it('is empty for no people', async () => {
    const { store, id } = await written([]);
    expect(await store.page(id, FIRST_PAGE)).toEqual({ items: [], total: 0 });
    expect(await store.search(id, 'a', FIRST_PAGE)).toEqual({ items: [], total: 0 });
  });

  it.each([
    ['by login, whatever its case', 'gra', [GRACE]],
    ['by any address', 'bits@', [ADAM]],
    ['by the whole address of a person without a login', 'zed@example.com', [SERVER_ONLY]],
    ['sorted by the term found, each once', 'ada', [ADA, ADAM]],
    ['by a further term alone', 'ada.', [ADAM, ADA]],
    ['but nobody by what comes inside a term', 'example', []],
    ['but nobody behind the last term', 'zz', []],
    ['but nobody before the first term', 'aaa', []],
  ])('finds people %s', async (_, prefix, found) => {
    const { store, id } = await written(PEOPLE);
    expect(await store.search(id, prefix, FIRST_PAGE)).toEqual({ items: found, total: found.length });
  });

  it('keeps reports of several merges apart', async () => {
    const store = create();
    for (const id of ['keep-1', 'keep-2', 'keep-3', 'keep-4']) {
      await store.write(id, [summary(Number(id.at(-1)), id, [])]);
    }
    for (const id of ['keep-1', 'keep-2', 'keep-3', 'keep-4', 'keep-1']) {
      expect((await store.page(id, FIRST_PAGE)).items[0]?.login).toBe(id);
      expect((await store.search(id, 'keep', FIRST_PAGE)).items[0]?.login).toBe(id);
    }
  });

  it('knows no report that was not written', async () => {
    await expect(create().page('never', FIRST_PAGE)).rejects.toThrow('report never');
  });

  it('gives thousands of people page by page, each once and none left out', async () => {
    const many = sorted(manyPeople());
    const { store, id } = await written(many);
    for (const prefix of ['user-1', 'user', 'team', '', 'user-2999@']) {
      const expected = new InMemoryPeopleReports();
      await expected.write(id, many);
      const { total } = await expected.search(id, prefix, FIRST_PAGE);
      for (const page of [1, 2, Math.ceil(total / 200), Math.ceil(total / 100), 1000]) {
        const request = { page, perPage: 100 };
        expect(await store.search(id, prefix, request)).toEqual(await expected.search(id, prefix, request));
        expect(await store.page(id, request)).toEqual(await expected.page(id, request));
      }
    }
  });

  it('takes of every page and every search only who fits the filter', async () => {
    const many = sorted(manyPeople()).map(
      (person, number): PersonSummary =>
        number % 3 === 0 ? { ...person, consumes: false, reason: 'suspended', licenseType: null } : person,
    );
    const { store, id } = await written(many);
    const expected = new InMemoryPeopleReports();
    await expected.write(id, many);
    const suspended = {
      consumes: null,
      reason: 'suspended',
      deployment: null,
      source: null,
      onSeveralInstances: null,
    } as const;
    for (const page of [1, 2, 10, 11]) {
      const request = { page, perPage: 100 };
      const listed = await store.page(id, request, suspended);
      expect(listed).toEqual(await expected.page(id, request, suspended));
      expect(listed.total).toBe(1000);
      const found = await store.search(id, 'user-1', request, suspended);
      expect(found).toEqual(await expected.search(id, 'user-1', request, suspended));
    }
  });

  it('finds for every prefix whom a look at every person finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(terms(), { maxLength: 8 }), prefixes(), async (people, prefix) => {
        const list = sorted(people.map((addresses, number) => summary(number, null, addresses)));
        const { store, id } = await written(list);
        const { items, total } = await store.search(id, prefix, FIRST_PAGE);
        const matching = list.filter((person) => person.emails.some((term) => term.startsWith(prefix)));
        const firstTerm = (person: PersonSummary) =>
          person.emails.find((term) => term.startsWith(prefix)) ?? '';
        const byTerm = matching.toSorted((a, b) =>
          firstTerm(a) < firstTerm(b) ? -1 : firstTerm(a) > firstTerm(b) ? 1 : 0,
        );
        expect({ items, total }).toEqual({ items: byTerm, total: matching.length });
      }),
      { numRuns: 40 },
    );
  });
}

/** 3,000 people with three terms each, two of which begin alike. */
function manyPeople(): PersonSummary[] {
  return Array.from({ length: 3000 }, (_, number) =>
    summary(number, `user-${number}`, [
      `user-${number}@example.com`,
      `team.user-${number % 500}@example.com`,
    ]),
  );
}

/** Up to four addresses out of few letters, so that many begin alike. */
function terms(): fc.Arbitrary<string[]> {
  const part = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 });
  return fc.uniqueArray(
    part.map((name) => `${name}@e.x`),
    { maxLength: 4 },
  );
}

function prefixes(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom('a', 'b', '@'), maxLength: 4 });
}

describe('PeopleReports in memory', () => suite(() => new InMemoryPeopleReports()));

describeOnS3('PeopleReports', (bucket) => suite(() => new S3PeopleReports(bucket(), BUCKET)));
