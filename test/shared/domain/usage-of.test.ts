import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countFindings } from '../../../shared/domain/count-findings.ts';
import { type Found, findingsIn } from '../../../shared/domain/finding.ts';
import { findingsOf } from '../../../shared/domain/findings/findings-of.ts';
import { githubLicensesOf } from '../../../shared/domain/findings/github-licenses.ts';
import { reconcile } from '../../../shared/domain/reconciliation.ts';
import { resolve } from '../../../shared/domain/resolve.ts';
import { summarizeUsage } from '../../../shared/domain/summarize-usage.ts';
import { usageOf } from '../../../shared/domain/usage-of.ts';
import { aSnapshot } from '../../support/arbitrary-usage.ts';
import { newestOf } from '../../support/model-ledger.ts';

test('one pass gives the usage, the reconciliation and the findings that a pass for each would', () => {
  fc.assert(
    fc.property(fc.array(aSnapshot, { maxLength: 5 }), (observed) => {
      const snapshots = newestOf(observed);
      const people = resolve(snapshots);
      const github = githubLicensesOf(people, snapshots);
      const findings = [...findingsIn(findingsOf(people, github))];
      const counts = countFindings(findings);
      const keep = (found: Iterable<Found>) => ({ kept: [...findingsIn(found)], counts });
      expect(usageOf(people, snapshots, keep)).toEqual({
        usage: {
          ...summarizeUsage(people.usages(), snapshots),
          findings: counts,
          reconciliation: github && reconcile(people, github),
        },
        findings: { kept: findings, counts },
      });
    }),
    { numRuns: 30 },
  );
});
