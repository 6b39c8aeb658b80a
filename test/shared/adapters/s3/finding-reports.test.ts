import { describe, expect, it } from 'vitest';
import { S3FindingReports } from '../../../../shared/adapters/s3/finding-reports.ts';
import type { FindingFilter } from '../../../../shared/findings-ports.ts';
import { BUCKET, describeOnS3 } from '../../../contract/describe-bucket-port.ts';
import { recordRequests } from '../../../support/engines/recorded-requests.ts';
import { LAST_SEEN_AT, storedFindingOf } from '../../../support/findings.ts';

/** Kinds by seats, as reports have them: of the last kind there are few. */
const FINDINGS = Array.from({ length: 5000 }, (_, number) =>
  storedFindingOf(number, { kind: number < 4950 ? 'dormant-and-consuming' : 'ambiguous' }),
);
const PAGE = { offset: 3000, limit: 100 };

describeOnS3('stored findings', (bucket) => {
  describe('are read by their index, once, and by ranges', () => {
    it.each<[string, Partial<FindingFilter>, typeof PAGE, number]>([
      ['one block for a full page', {}, PAGE, 1],
      ['the block of what a filter lets through', { kind: 'ambiguous' }, { offset: 0, limit: 100 }, 1],
      ['no block beyond the end', {}, { offset: 5000, limit: 100 }, 0],
      ['no block for a number alone', {}, { offset: 0, limit: 0 }, 0],
    ])('%s', async (_, filter, range, blocks) => {
      await new S3FindingReports(bucket(), BUCKET).write('paged', {
        seenAt: LAST_SEEN_AT,
        findings: FINDINGS,
      });
      const reports = new S3FindingReports(bucket(), BUCKET);
      await reports.has('paged', FINDINGS[0]?.id ?? storedFindingOf(0).id);
      const requests = recordRequests(bucket());
      await reports.slice(
        'paged',
        { kind: null, source: null, person: null, accepts: () => true, ...filter },
        range,
      );
      expect(requests.map(({ input }) => input.Key)).toEqual(
        Array(blocks).fill('reports/paged/findings.ndjson.gz'),
      );
      for (const { input } of requests) expect(input.Range).toMatch(/^bytes=\d+-\d+$/);
    });

    it('some blocks at a time when all are read', async () => {
      const reports = new S3FindingReports(bucket(), BUCKET);
      await reports.write('whole', { seenAt: LAST_SEEN_AT, findings: FINDINGS });
      const all = await reports.all('whole');
      const requests = recordRequests(bucket());
      let count = 0;
      for await (const _finding of all ?? []) count++;
      expect(count).toBe(FINDINGS.length);
      expect(requests.length).toBe(3); // of 50 blocks
    });
  });
});
