import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { findFittingPeople, findPeople } from '../../../../shared/adapters/s3/find-people.ts';
import { SearchTerms } from '../../../../shared/adapters/s3/search-terms.ts';
import type { SearchBlock, SearchEntry } from '../../../../shared/contracts/report-file.ts';
import type { PersonSummary } from '../../../../shared/domain/person-summary.ts';
import { personId } from '../../../contract/samples.ts';
import { email } from '../../../support/accounts.ts';
import { InMemoryPeopleReports } from '../../../support/fakes/in-memory-people-reports.ts';

/** So small that ranges of terms begin, end and lie between blocks in every way. */
const ENTRIES_PER_BLOCK = 3;

function person(login: string | null, names: readonly string[], number: number): PersonSummary {
  return {
    id: personId(number),
    login,
    emails: names.map((name) => email(`${name}@e`)).sort(),
    serverAccounts: 1,
    hostNames: [],
    consumes: true,
    reason: 'server-account',
    licenseType: 'enterprise',
  };
}

/** The blocks of a report's terms, kept in memory. */
function blocksOf(people: readonly PersonSummary[]): Map<SearchBlock, SearchEntry[]> {
  const terms = new SearchTerms();
  for (const one of people) terms.add(one);
  const entries = [...terms.sorted()];
  const blocks = new Map<SearchBlock, SearchEntry[]>();
  for (let offset = 0; offset < entries.length; offset += ENTRIES_PER_BLOCK) {
    const block = entries.slice(offset, offset + ENTRIES_PER_BLOCK);
    const counts = Map.groupBy(block, ([, , shared]) => shared);
    blocks.set(
      {
        offset,
        length: block.length,
        first: block[0]?.[0] ?? '',
        entries_by_shared: [...counts].map(([shared, { length }]) => [shared, length]),
      },
      block,
    );
  }
  return blocks;
}

const FEW_LETTERS = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 });

const PEOPLE = fc
  .array(fc.tuple(fc.option(FEW_LETTERS), fc.uniqueArray(FEW_LETTERS, { maxLength: 4 })), { maxLength: 12 })
  .map((people) => people.map(([login, names], number) => person(login, names, number)));

const PREFIX = fc.string({ unit: fc.constantFrom('a', 'b', '@'), maxLength: 4 });

const REQUEST = fc.record({ page: fc.integer({ min: 1, max: 4 }), perPage: fc.integer({ min: 1, max: 5 }) });

it('finds on every page of every prefix whom a look at every person finds', async () => {
  await fc.assert(
    fc.asyncProperty(PEOPLE, PREFIX, REQUEST, async (people, prefix, request) => {
      const blocks = blocksOf(people);
      const index = { format: 'search-index/1' as const, blocks: [...blocks.keys()] };
      const found = await findPeople(index, prefix, request, async (block) => blocks.get(block) ?? []);

      const simple = new InMemoryPeopleReports();
      await simple.write('report', people);
      const expected = await simple.search('report', prefix, request);
      expect(found.total).toBe(expected.total);
      expect(found.items.map((position) => people[position])).toEqual(expected.items);
    }),
    { numRuns: 1000 },
  );
});

it('finds on every page of every prefix whom a look at every accepted person finds', async () => {
  await fc.assert(
    fc.asyncProperty(PEOPLE, PREFIX, REQUEST, async (people, prefix, request) => {
      const isEven = (position: number) => position % 2 === 0;
      const blocks = blocksOf(people);
      const index = { format: 'search-index/1' as const, blocks: [...blocks.keys()] };
      const found = await findFittingPeople(index, prefix, request, isEven, async function* (wanted) {
        for (const block of wanted) yield* blocks.get(block) ?? [];
      });

      const everybody = await findPeople(
        index,
        prefix,
        { page: 1, perPage: people.length + 1 },
        async (block) => blocks.get(block) ?? [],
      );
      const expected = everybody.items.filter(isEven);
      const offset = (request.page - 1) * request.perPage;
      expect(found).toEqual({
        items: expected.slice(offset, offset + request.perPage),
        total: expected.length,
      });
    }),
    { numRuns: 300 },
  );
});

it('finds people of one address whose entries begin in one block and go on in the next', async () => {
  const people = ['a', 'b', 'c', 'c', 'c', 'c'].map((name, number) => person(null, [name], number));
  const blocks = blocksOf(people);
  const index = { format: 'search-index/1' as const, blocks: [...blocks.keys()] };
  const read = async (block: SearchBlock) => blocks.get(block) ?? [];
  expect(await findPeople(index, 'c@e', { page: 1, perPage: 9 }, read)).toEqual({
    items: [2, 3, 4, 5],
    total: 4,
  });
});
