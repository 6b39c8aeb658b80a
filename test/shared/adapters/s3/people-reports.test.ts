import { gunzipSync } from 'node:zlib';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { expect, it } from 'vitest';
import { S3PeopleReports } from '../../../../shared/adapters/s3/people-reports.ts';
import { MissingReportError } from '../../../../shared/adapters/s3/report-reader.ts';
import type { PersonSummary } from '../../../../shared/domain/person-summary.ts';
import { BUCKET, describeOnS3 } from '../../../contract/describe-bucket-port.ts';
import { personId } from '../../../contract/samples.ts';
import { email } from '../../../support/accounts.ts';
import { type RecordedRequest, recordRequests } from '../../../support/engines/recorded-requests.ts';

const COUNT = 5000;

/** In the order of logins. */
const PEOPLE: readonly PersonSummary[] = Array.from({ length: COUNT }, (_, number) => {
  const login = `user-${String(number).padStart(5, '0')}`;
  return {
    id: personId(number),
    login,
    emails: [email(`${login}@example.com`)],
    serverAccounts: 1,
    hostNames: [],
    consumes: true,
    reason: 'cloud-account',
    licenseType: 'enterprise',
  };
});

function objectsRead(requests: readonly RecordedRequest[]): string[] {
  return requests.map(({ input }) => String(input.Key).replace(/.*\//, '')).sort();
}

function rangeReads(requests: readonly RecordedRequest[]): readonly RecordedRequest[] {
  return requests.filter(({ input }) => !String(input.Key).includes('index'));
}

describeOnS3('stored reports', (bucket) => {
  it('are objects that nobody has to know the blocks of to unpack', async () => {
    await new S3PeopleReports(bucket(), BUCKET).write('whole', PEOPLE);
    const { Body } = await bucket().send(
      new GetObjectCommand({ Bucket: BUCKET, Key: 'reports/whole/people.ndjson.gz' }),
    );
    const text = gunzipSync((await Body?.transformToByteArray()) ?? '').toString();
    expect(text.split('\n')).toHaveLength(COUNT + 1);
    expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toEqual({
      id: personId(0),
      login: 'user-00000',
      emails: ['user-00000@example.com'],
      server_accounts: 1,
      consumes: true,
      reason: 'cloud-account',
      license_type: 'enterprise',
    });
  });

  it('are read by their index, once, and by ranges of the rest', async () => {
    await new S3PeopleReports(bucket(), BUCKET).write('paged', PEOPLE);
    const reports = new S3PeopleReports(bucket(), BUCKET);
    const requests = recordRequests(bucket());
    await reports.page('paged', { page: 1, perPage: 100 });
    await reports.page('paged', { page: 20, perPage: 100 });
    expect(objectsRead(requests)).toEqual(['people-index.json.gz', 'people.ndjson.gz', 'people.ndjson.gz']);
    for (const { input } of rangeReads(requests)) expect(input.Range).toMatch(/^bytes=\d+-\d+$/);
  });

  it.each([
    ['everybody', 'user-', 25],
    ['a tenth', 'user-01', 3],
    ['one', 'user-01234@', 1],
  ])('are searched for %s in a few ranges, wherever the page is', async (_, prefix, page) => {
    const reports = new S3PeopleReports(bucket(), BUCKET);
    await reports.write('searched', PEOPLE);
    const requests = recordRequests(bucket());
    const { items } = await reports.search('searched', prefix, { page, perPage: 40 });
    expect(items.length).toBeGreaterThan(0);
    const ranges = rangeReads(requests);
    for (const { input } of ranges) expect(input.Range).toMatch(/^bytes=\d+-\d+$/);
    // The first and the last block of the range of terms, two that the page is in, two of people.
    expect(ranges.length).toBeLessThanOrEqual(6);
  });

  it('are filtered by one object more, read once', async () => {
    await new S3PeopleReports(bucket(), BUCKET).write('filtered', PEOPLE);
    const reports = new S3PeopleReports(bucket(), BUCKET);
    const requests = recordRequests(bucket());
    const wanted = { consumes: true, reason: null, deployment: null, source: null, onSeveralInstances: null };
    await reports.page('filtered', { page: 1, perPage: 100 }, wanted);
    await reports.page('filtered', { page: 20, perPage: 100 }, wanted);
    expect(objectsRead(requests)).toEqual([
      'people-index.json.gz',
      'people-kinds.json.gz',
      'people.ndjson.gz',
      'people.ndjson.gz',
    ]);
  });

  it('are missed by name', async () => {
    const reports = new S3PeopleReports(bucket(), BUCKET);
    await expect(reports.page('gone', { page: 1, perPage: 30 })).rejects.toThrow(MissingReportError);
    await reports.write('gone', PEOPLE.slice(0, 1));
    expect(await reports.page('gone', { page: 1, perPage: 30 })).toMatchObject({ total: 1 });
  });
});
