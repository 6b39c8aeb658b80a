import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { S3LicenseReports } from '../../../../shared/adapters/s3/license-reports.ts';
import { BUCKET, describeOnS3 } from '../../../contract/describe-bucket-port.ts';
import { consumedLicense } from '../../../support/consumed-licenses.ts';
import { recordRequests } from '../../../support/engines/recorded-requests.ts';

const LICENSES = Array.from({ length: 5000 }, (_, number) => consumedLicense({ login: `user-${number}` }));

describeOnS3('stored licenses', (bucket) => {
  it.each([
    ['one block for a full page', { page: 37, perPage: 100 }, 1],
    ['one block or two for a smaller one', { page: 4, perPage: 30 }, 2],
    ['no block beyond the end', { page: 51, perPage: 100 }, 0],
  ])('are read by their index, once, and by ranges: %s', async (_, request, blocks) => {
    const licenses = Readable.from(LICENSES);
    await new S3LicenseReports(bucket(), BUCKET).write('paged', { seatsPurchased: null, licenses });
    const reports = new S3LicenseReports(bucket(), BUCKET);
    await reports.page('paged', { page: 1, perPage: 1 });
    const requests = recordRequests(bucket());
    await reports.page('paged', request);
    expect(requests.map(({ input }) => input.Key)).toEqual(
      Array(blocks).fill('reports/paged/licenses.ndjson.gz'),
    );
    for (const { input } of requests) expect(input.Range).toMatch(/^bytes=\d+-\d+$/);
  });
});
