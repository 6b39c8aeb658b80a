import { PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it, test } from 'vitest';
import { S3MergeRecords } from '../../shared/adapters/s3/merge-records.ts';
import { serverSourceId } from '../../shared/domain/usage-snapshot.ts';
import type { MergeRecord, MergeRecords } from '../../shared/history-ports.ts';
import type { SourceRecord } from '../../shared/ports.ts';
import { host } from '../support/accounts.ts';
import { InMemoryMergeRecords } from '../support/fakes/in-memory-merge-records.ts';
import { BUCKET, describeOnS3 } from './describe-bucket-port.ts';
import { committedUsage, snapshotRef } from './samples.ts';

const AT = '2026-03-01T00:00:00.000Z';

/** Nothing that may be missing is. */
const FULL_SOURCE: SourceRecord = {
  source: serverSourceId(host('ghe-a.example.com')),
  instance: { hostName: host('ghe-a.example.com'), serverId: 'a-server', version: '3.15.2' },
  snapshots: [snapshotRef(), snapshotRef({ channel: 'graphql' })],
  encrypted: { observedAt: AT, uploadId: 'upload-1' },
  held: { observedAt: AT, uploadId: 'upload-2', hold: { accountsBefore: 60, accountsRemoved: 50 } },
  automaticSync: false,
  sync: {
    runId: 'run-1',
    attemptedAt: AT,
    failure: 'held',
    succeededAt: '2026-02-02T00:00:00.000Z',
    observedAt: '2026-02-01T00:00:00.000Z',
    firstAttemptAt: '2026-01-01T00:00:00.000Z',
  },
  githubConnect: { observedAt: AT, date: '2026-02-28', status: 'success', failed: false },
};

/** All that may be missing is. */
const BARE_SOURCE: SourceRecord = {
  source: 'cloud',
  instance: null,
  snapshots: [],
  encrypted: null,
  held: null,
  automaticSync: true,
  sync: null,
  githubConnect: null,
};

function record(number: number, sources: readonly SourceRecord[]): MergeRecord {
  return {
    committed: committedUsage({ mergeId: `01JNB0ZC5QH3GZ5ZJ0Q3J7Y0X${number}`, generation: number }),
    sources,
  };
}

async function list(records: MergeRecords): Promise<MergeRecord[]> {
  const listed: MergeRecord[] = [];
  for await (const found of records.list()) listed.push(found);
  return listed;
}

function suite(create: () => MergeRecords): void {
  it('lists what was written, oldest merge first', async () => {
    const records = create();
    const written = [record(1, [BARE_SOURCE]), record(2, [BARE_SOURCE, FULL_SOURCE]), record(3, [])];
    for (const one of written) await records.write(one);
    expect(await list(records)).toEqual(written);
  });

  it('keeps one record of a merge, the last one written', async () => {
    const records = create();
    await records.write(record(1, [FULL_SOURCE]));
    await records.write(record(2, []));
    await records.write(record(1, [BARE_SOURCE]));
    expect((await list(records)).slice(0, 2)).toEqual([record(1, [BARE_SOURCE]), record(2, [])]);
  });
}

describe('MergeRecords in memory', () => suite(() => new InMemoryMergeRecords()));

describeOnS3('MergeRecords', (bucket) => {
  suite(() => new S3MergeRecords(bucket(), BUCKET));

  test('names the object that is damaged, and what to do', async () => {
    const key = 'merges/01JNB0ZC5QH3GZ5ZJ0Q3J7Y0X0.json.gz';
    await bucket().send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: 'no gzip' }));
    await expect(list(new S3MergeRecords(bucket(), BUCKET))).rejects.toThrow(
      `${key} cannot be read: restore the object`,
    );
  });
});
