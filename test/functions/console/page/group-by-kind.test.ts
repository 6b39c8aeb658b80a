import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding } from '../../../../functions/console/page/api/findings.ts';
import { groupByKind } from '../../../../functions/console/page/views/findings/group-by-kind.ts';

const AT = '2026-03-10T00:00:00.000Z';

function finding(kind: Finding['kind'], index: number): Finding {
  return {
    id: String(index).padStart(32, '0'),
    kind,
    title: '',
    meaning: '',
    fix: '',
    accounts: [],
    sources: ['cloud'],
    people: [],
    emails: [],
    seats: 0,
    numbers: null,
    first_seen_at: AT,
    last_seen_at: AT,
    dismissed: null,
  };
}

test('keeps every finding and its place, and puts neighbors of a kind together', () => {
  const kinds = fc.array(fc.constantFrom('counted-twice', 'ambiguous', 'usage-stale'));
  fc.assert(
    fc.property(kinds, (given) => {
      const findings = given.map(finding);
      const groups = groupByKind(findings);
      expect(groups.flatMap((group) => group.findings)).toEqual(findings);
      for (const [index, group] of groups.entries()) {
        expect(new Set(group.findings.map(({ kind }) => kind))).toEqual(new Set([group.kind]));
        expect(groups[index + 1]?.kind).not.toBe(group.kind);
      }
    }),
  );
});
