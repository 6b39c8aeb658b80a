import { expect, test } from 'vitest';
import { TopFindings } from '../../../functions/license-usage/top-findings.ts';
import type { Finding, Found } from '../../../shared/domain/finding.ts';

const made: number[] = [];

/** Notes when the finding is made. */
function foundWith(seats: number): Found {
  const finding: Finding = {
    kind: 'counted-twice',
    accounts: [],
    sources: ['cloud'],
    people: [],
    emails: [],
    numbers: null,
    seats,
  };
  return {
    kind: finding.kind,
    seats,
    finding() {
      made.push(seats);
      return finding;
    },
  };
}

test('all that is found is counted, and of the findings those alone are made that are shown', () => {
  const top = new TopFindings(2, [2, 1].map(foundWith), [3, 0].map(foundWith));
  expect(top.counts['counted-twice']).toEqual({ count: 4, seats: 6 });
  expect(made).toEqual([]);
  expect([...top].map(({ seats }) => seats)).toEqual([3, 2]);
  expect(made).toEqual([3, 2]);
});
