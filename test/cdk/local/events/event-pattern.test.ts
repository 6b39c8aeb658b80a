import { expect, test } from 'vitest';
import { type EventPattern, matchesPattern } from '../../../../cdk/local/events/event-pattern.ts';

const EVENT = {
  source: 'ours',
  account: '000000000000',
  resources: ['a', 'b'],
  detail: { state: 'held', merge_id: null, count: 3, hold: { removed: 50 } },
};

test.each<{ pattern: EventPattern; matches: boolean }>([
  { pattern: { source: ['ours'] }, matches: true },
  { pattern: { source: ['theirs', 'ours'] }, matches: true },
  { pattern: { source: ['theirs'] }, matches: false },
  { pattern: { source: ['ours'], account: ['1'] }, matches: false },
  { pattern: { detail: { state: ['held'], count: [3] } }, matches: true },
  { pattern: { detail: { state: ['held'], count: ['3'] } }, matches: false },
  { pattern: { detail: { merge_id: [null] } }, matches: true },
  { pattern: { detail: { hold: { removed: [50] } } }, matches: true },
  { pattern: { detail: { hold: { removed: [51] } } }, matches: false },
  { pattern: { detail: { gone: { removed: [50] } } }, matches: false },
  { pattern: { resources: ['b'] }, matches: true },
  { pattern: { resources: ['c'] }, matches: false },
])('$pattern: $matches', ({ pattern, matches }) => {
  expect(matchesPattern(EVENT, pattern)).toBe(matches);
});
