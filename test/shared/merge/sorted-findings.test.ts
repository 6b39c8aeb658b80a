import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countFindings } from '../../../shared/domain/count-findings.ts';
import { FINDING_KINDS } from '../../../shared/domain/finding.ts';
import { compareFindings } from '../../../shared/domain/stored-finding.ts';
import { SortedFindings } from '../../../shared/merge/sorted-findings.ts';
import { findingOf } from '../../support/findings.ts';

const someFindings = fc
  .array(fc.record({ kind: fc.constantFrom(...FINDING_KINDS), seats: fc.nat(3) }), {
    maxLength: 600,
    size: 'max',
  })
  .map((facts) => facts.map((fact, number) => findingOf(number, fact)));

it('are those that were found, counted, in their order, and among equals as they were found', () => {
  fc.assert(
    fc.property(someFindings, (found) => {
      const findings = new SortedFindings(found);
      expect([...findings]).toEqual(found.toSorted(compareFindings));
      expect(findings.counts).toEqual(countFindings(found));
    }),
    { numRuns: 30 },
  );
});
