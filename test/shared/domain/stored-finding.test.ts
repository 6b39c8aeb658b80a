import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountKey } from '../../../shared/domain/account.ts';
import { addCounts, countFindings } from '../../../shared/domain/count-findings.ts';
import { FINDING_KINDS, type Finding } from '../../../shared/domain/finding.ts';
import { compareFindings, findingIdOf } from '../../../shared/domain/stored-finding.ts';
import { digestOf } from '../../../shared/runtime/fingerprint.ts';
import { findingOf } from '../../support/findings.ts';

const anAccount = fc.constantFrom('@mona', 'ghes-a:1', 'ghes-a:2') as fc.Arbitrary<AccountKey>;

const aFinding: fc.Arbitrary<Finding> = fc
  .record({
    kind: fc.constantFrom(...FINDING_KINDS),
    accounts: fc.uniqueArray(anAccount).map((accounts) => accounts.sort()),
    sources: fc.constantFrom(['cloud'] as const, ['cloud', 'server:ghes-a'] as const),
    seats: fc.nat(2),
  })
  .map((facts) => findingOf(1, facts));

describe('the order of findings', () => {
  it('is by seats, most first, then by kind, then as they were found', () => {
    const sorted = [
      findingOf(9, { seats: 2 }),
      findingOf(1, { kind: 'counted-twice' }),
      findingOf(10),
      findingOf(2),
      findingOf(1, { seats: 0 }),
    ];
    const found = [4, 2, 3, 1, 0].flatMap((place) => sorted[place] ?? []);
    expect(found.sort(compareFindings)).toEqual(sorted);
  });

  it('is the same from either side', () => {
    fc.assert(
      fc.property(aFinding, aFinding, (a, b) => {
        expect(Math.sign(compareFindings(a, b))).toBe(-Math.sign(compareFindings(b, a)) + 0);
      }),
    );
  });
});

it('a finding is known by its kind and what it is about, not by how it is shown', () => {
  const id = findingIdOf(findingOf(1), digestOf);
  expect(id).toMatch(/^[\da-f]{32}$/);
  expect(
    findingIdOf(findingOf(1, { seats: 7, people: [], numbers: { told: 1, counted: 2 } }), digestOf),
  ).toBe(id);
  expect(findingIdOf(findingOf(2), digestOf)).not.toBe(id);
  expect(findingIdOf(findingOf(1, { kind: 'ambiguous' }), digestOf)).not.toBe(id);
});

it('the ids that dismissals are stored by stay as they are', () => {
  const finding = findingOf(1, { accounts: ['ghes-a:1', 'ghes-a:2'].map((key) => key as AccountKey) });
  expect(findingIdOf(finding, digestOf)).toBe('45a732120a8ea8eaf4c1e9952108cc7e');
});

it('a finding about a source as a whole is known by the source', () => {
  const [cloud, instance] = (['cloud', 'server:ghes-a'] as const).map((source) =>
    findingIdOf(findingOf(1, { accounts: [], sources: [source] }), digestOf),
  );
  expect(cloud).not.toBe(instance);
});

it('findings are counted by kind, with their seats', () => {
  const counts = countFindings([
    findingOf(1),
    findingOf(2, { seats: 3 }),
    findingOf(3, { kind: 'ambiguous' }),
  ]);
  expect(Object.keys(counts)).toEqual([...FINDING_KINDS]);
  expect(counts).toMatchObject({
    'dormant-and-consuming': { count: 2, seats: 4 },
    ambiguous: { count: 1, seats: 1 },
    'usage-held': { count: 0, seats: 0 },
  });
});

it('counts of findings of two origins add up, kind by kind', () => {
  const [ofMerge, ofSources] = [countFindings([findingOf(1)]), countFindings([findingOf(2, { seats: 3 })])];
  expect(addCounts(ofMerge, ofSources)).toEqual(countFindings([findingOf(1), findingOf(2, { seats: 3 })]));
});
